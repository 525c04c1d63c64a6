import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** A packing list or delivery note. All texts are ready for people. */
export interface OrderPaper {
  title: string
  number: string
  /** Lines under the title: seller, receiver, payment. */
  facts: [name: string, value: string][]
  columns: { title: string; share: number; align?: 'right' }[]
  rows: string[][]
  /** Below the table, e.g. what is to be collected. */
  closing: string[]
  /** Names below which people sign; none leaves the room out. */
  signatures: string[]
  sample: boolean
}

const require = createRequire(import.meta.url)
const FONTS = {
  text: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
}
/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 42, foot: 34 }
const INNER = PAGE.width - 2 * PAGE.margin
const BOTTOM = PAGE.height - PAGE.margin - PAGE.foot

/** Papers of orders, each on pages of its own, A4; number and page stand on every page. Out: the file, made whole. */
export async function orderPapersPdf(papers: readonly OrderPaper[]): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'vi',
    info: { Title: papers[0]?.title ?? '' },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold)
  const feet: string[] = []
  for (const paper of papers) {
    const first = document.bufferedPageRange().count
    draw(document, paper)
    const pages = document.bufferedPageRange().count - first
    for (let at = 1; at <= pages; at++) {
      feet.push(`${paper.title} ${paper.number}${paper.sample ? ' · Dữ liệu minh hoạ' : ''} · Trang ${at}/${pages}`)
    }
  }
  for (const [at, foot] of feet.entries()) {
    document.switchToPage(at)
    document
      .font('text')
      .fontSize(8)
      .fillColor('#555555')
      .text(foot, PAGE.margin, PAGE.height - PAGE.foot, { width: INNER, height: 12, ellipsis: true })
  }
  document.end()
  return await whole
}

function draw(document: InstanceType<typeof PDFDocument>, paper: OrderPaper): void {
  document.addPage()
  let y = PAGE.margin
  const room = (height: number) => {
    if (y + height <= BOTTOM) return
    document.addPage()
    y = PAGE.margin
  }
  const line = (font: 'text' | 'bold', size: number, text: string, x = PAGE.margin, width = INNER) => {
    document.font(font).fontSize(size).fillColor('#000000')
    const height = document.heightOfString(text, { width })
    room(height)
    document.text(text, x, y, { width })
    y += height + 4
  }
  line('bold', 16, paper.title)
  line('bold', 12, paper.number)
  y += 4
  for (const [name, value] of paper.facts) {
    document.font('text').fontSize(10)
    const height = Math.max(document.heightOfString(value, { width: INNER - 120 }), 12)
    room(height)
    document.font('bold').text(name, PAGE.margin, y, { width: 114 })
    document.font('text').text(value, PAGE.margin + 120, y, { width: INNER - 120 })
    y += height + 3
  }
  y += 8
  const widths = paper.columns.map(({ share }) => share * INNER)
  const row = (cells: readonly string[], font: 'text' | 'bold') => {
    document.font(font).fontSize(9.5)
    const height = Math.max(
      ...cells.map((cell, at) => document.heightOfString(cell || ' ', { width: (widths[at] ?? 0) - 8 })),
    )
    room(height + 8)
    let x = PAGE.margin
    for (const [at, cell] of cells.entries()) {
      const width = widths[at] ?? 0
      document
        .rect(x, y, width, height + 8)
        .lineWidth(0.5)
        .stroke('#888888')
      document
        .fillColor('#000000')
        .text(cell, x + 4, y + 4, { width: width - 8, align: paper.columns[at]?.align ?? 'left' })
      x += width
    }
    y += height + 8
  }
  row(
    paper.columns.map(({ title }) => title),
    'bold',
  )
  for (const cells of paper.rows) row(cells, 'text')
  y += 8
  for (const text of paper.closing) line('bold', 10.5, text)
  if (paper.signatures.length === 0) return
  room(110)
  y += 14
  const width = INNER / paper.signatures.length
  for (const [at, name] of paper.signatures.entries()) {
    document
      .font('bold')
      .fontSize(10)
      .text(name, PAGE.margin + at * width, y, { width, align: 'center' })
  }
  y += 90
}
