import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'

/** An inspector's case file: facts in sections, then photos. All texts are ready for people. */
export interface CaseFile {
  title: string
  number: string
  subtitle: string
  /** It holds illustrative data, which every page says. */
  sample: boolean
  sections: CaseSection[]
  /** JPEG; null for a paper that is kept as a file of its own. */
  photos: { image: Buffer | null; caption: string }[]
  madeBy: string
  madeAt: string
}

export interface CaseSection {
  heading: string
  facts: [name: string, value: string][]
}

type Document = InstanceType<typeof PDFDocument>

const require = createRequire(import.meta.url)
const FONTS = {
  text: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
}

/** A4, in points. */
const PAGE = { width: 595.28, height: 841.89, margin: 48, foot: 40 }
const INNER = PAGE.width - 2 * PAGE.margin
const NAME_WIDTH = 130
const SIZE = 9.5
const PHOTO_HEIGHT = 300

/** The case file on paper, A4; number, maker and page number stand on every page. Out: the file, made whole. */
export async function caseFilePdf(file: CaseFile): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    lang: 'vi',
    info: { Title: `${file.title} ${file.number}` },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold)
  const page = flow(document)
  page.text('bold', 17, file.title)
  page.text('text', 11, file.subtitle)
  for (const { heading, facts } of file.sections) {
    page.heading(heading)
    for (const [name, value] of facts) page.fact(name, value)
  }
  if (file.photos.length > 0) page.heading('Ảnh và giấy tờ')
  for (const { image, caption } of file.photos) page.photo(image, caption)

  const { count } = document.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    document.switchToPage(at)
    const sample = file.sample ? ' · Dữ liệu minh hoạ' : ''
    const foot = `${file.number} · ${file.madeBy} lập lúc ${file.madeAt}${sample} · Trang ${at + 1}/${count}`
    document
      .font('text')
      .fontSize(8)
      .fillColor('#555555')
      .text(foot, PAGE.margin, PAGE.height - PAGE.foot, { width: INNER, height: 12, ellipsis: true })
  }
  document.end()
  return await whole
}

/** Writes downwards and begins a new page where the next piece does not fit. */
function flow(document: Document) {
  let y = PAGE.margin
  const bottom = PAGE.height - PAGE.margin - PAGE.foot
  const room = (height: number) => {
    if (y + height <= bottom) return
    document.addPage()
    y = PAGE.margin
  }
  return {
    text(font: 'text' | 'bold', size: number, text: string) {
      document.font(font).fontSize(size).fillColor('#000000')
      const height = document.heightOfString(text, { width: INNER })
      room(height)
      document.text(text, PAGE.margin, y, { width: INNER })
      y += height + 4
    },
    heading(text: string) {
      // A heading never stands alone at the end of a page.
      room(60)
      y += 12
      document.font('bold').fontSize(12).fillColor('#14532d').text(text, PAGE.margin, y, { width: INNER })
      y += 18
      document
        .moveTo(PAGE.margin, y)
        .lineTo(PAGE.width - PAGE.margin, y)
        .lineWidth(0.6)
        .stroke('#9db8a5')
      y += 5
    },
    fact(name: string, value: string) {
      const width = INNER - NAME_WIDTH
      document.font('text').fontSize(SIZE)
      // Long notes go on over several pages, line by line.
      for (const [at, line] of value.split('\n').entries()) {
        const height = Math.max(document.heightOfString(line || ' ', { width }), SIZE) + 3
        room(Math.min(height, bottom - PAGE.margin))
        if (at === 0) {
          document
            .font('bold')
            .fillColor('#333333')
            .text(name, PAGE.margin, y, { width: NAME_WIDTH - 8 })
        }
        document
          .font('text')
          .fillColor('#000000')
          .text(line, PAGE.margin + NAME_WIDTH, y, { width, height: bottom - y, ellipsis: true })
        const named = at === 0 ? document.font('bold').heightOfString(name, { width: NAME_WIDTH - 8 }) + 3 : 0
        document.font('text')
        y += Math.max(height, named)
      }
    },
    photo(image: Buffer | null, caption: string) {
      room((image === null ? 0 : PHOTO_HEIGHT) + 40)
      if (image !== null) {
        document.image(image, PAGE.margin, y, { fit: [INNER, PHOTO_HEIGHT] })
        y += PHOTO_HEIGHT + 4
      }
      document.font('text').fontSize(8).fillColor('#333333')
      const height = document.heightOfString(caption, { width: INNER })
      document.text(caption, PAGE.margin, y, { width: INNER })
      y += height + 10
    },
  }
}
