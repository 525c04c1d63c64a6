import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { type QrMatrix, QUIET_ZONE } from '../labels/qr-matrix.ts'

/** The catalogue of a fair. All texts are ready for people. */
export interface FairCatalogue {
  title: string
  facts: [name: string, value: string][]
  /** Above the booths: how to read what follows. */
  hint: string
  booths: { name: string; items: CatalogueItem[] }[]
  /** It holds illustrative data, which every page says. */
  sample: boolean
}

export interface CatalogueItem {
  title: string
  producer: string
  badge: string
  price: string
  note: string | null
  /** Leads to the product's page. */
  code: QrMatrix
}

type Document = InstanceType<typeof PDFDocument>

const require = createRequire(import.meta.url)
const FONTS = {
  text: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
}
/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 44, foot: 36 }
const INNER = PAGE.width - 2 * PAGE.margin
const BOTTOM = PAGE.height - PAGE.margin - PAGE.foot
/** Side of a printed code with its quiet zone: 27 mm, read from a hand's length. */
const CODE = 76
const GAP = 12

/** The catalogue on paper, A4, by booth; a product is never cut in two by a page. Out: the file, made whole. */
export async function fairCataloguePdf(catalogue: FairCatalogue): Promise<Buffer> {
  const document = new PDFDocument({
    ...{ size: 'A4', margin: 0, bufferPages: true, lang: 'vi', info: { Title: catalogue.title } },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold)
  draw(document, catalogue)
  const { count } = document.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    document.switchToPage(at)
    const foot = `${catalogue.title}${catalogue.sample ? ' · Dữ liệu minh hoạ' : ''} · Trang ${at + 1}/${count}`
    document
      .font('text')
      .fontSize(8)
      .fillColor('#555555')
      .text(foot, PAGE.margin, PAGE.height - PAGE.foot, { width: INNER, height: 12, ellipsis: true })
  }
  document.end()
  return await whole
}

function draw(document: Document, { title, facts, hint, booths }: FairCatalogue): void {
  let y = PAGE.margin
  const room = (height: number) => {
    if (y + height <= BOTTOM) return
    document.addPage()
    y = PAGE.margin
  }
  const line = (font: 'text' | 'bold', size: number, text: string, colour = '#000000') => {
    document.font(font).fontSize(size)
    const height = document.heightOfString(text, { width: INNER })
    room(height)
    document.fillColor(colour).text(text, PAGE.margin, y, { width: INNER })
    y += height + 4
  }
  line('text', 11, 'Danh mục sản phẩm hội chợ')
  line('bold', 20, title)
  for (const [name, value] of facts) line('text', 10, `${name}: ${value}`)
  y += 4
  line('text', 9, hint, '#444444')
  if (booths.length === 0) line('text', 10, 'Danh mục chưa có sản phẩm nào.')
  for (const { name, items } of booths) {
    // A booth's name never stands alone at the end of a page.
    room(40 + CODE)
    y += 14
    line('bold', 14, name, '#14532d')
    for (const item of items) {
      const lines = linesOf(item)
      const width = INNER - CODE - GAP
      const heights = lines.map(
        ({ font, size, text }) => document.font(font).fontSize(size).heightOfString(text, { width }) + 2,
      )
      const height =
        Math.max(
          CODE,
          heights.reduce((all, each) => all + each, 0),
        ) + GAP
      room(height)
      document
        .moveTo(PAGE.margin, y)
        .lineTo(PAGE.width - PAGE.margin, y)
        .lineWidth(0.5)
        .stroke('#9db8a5')
      drawCode(document, item.code, PAGE.width - PAGE.margin - CODE, y + GAP / 2)
      let top = y + GAP / 2
      for (const [at, { font, size, text }] of lines.entries()) {
        document.font(font).fontSize(size).fillColor('#000000').text(text, PAGE.margin, top, { width })
        top += heights[at] ?? 0
      }
      y += height
    }
  }
}

function linesOf({ title, producer, badge, price, note }: CatalogueItem) {
  const plain = (text: string) => ({ font: 'text' as const, size: 10, text })
  return [
    { font: 'bold' as const, size: 12, text: title },
    plain(producer),
    plain(badge),
    { font: 'bold' as const, size: 11, text: price },
    ...(note === null ? [] : [plain(note)]),
  ]
}

function drawCode(document: Document, { size, modules }: QrMatrix, left: number, top: number): void {
  const module = CODE / (size + 2 * QUIET_ZONE)
  for (let at = 0; at < modules.length; at++) {
    if (modules[at] === 0) continue
    const [row, column] = [Math.floor(at / size), at % size]
    document.rect(left + (column + QUIET_ZONE) * module, top + (row + QUIET_ZONE) * module, module, module)
  }
  document.fill('#000000')
}
