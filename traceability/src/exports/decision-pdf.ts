import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import { qrPng } from '../labels/qr.ts'

/** A decision as it is printed. All texts are ready for people. */
export interface DecisionPaper {
  authority: string
  number: string
  /** `ngày 10 tháng 01 năm 2025`. */
  dateLine: string
  /** `Quyết định công nhận…`. */
  title: string
  legalBasis: string[]
  /** What the decision says, before its list. */
  sentence: string
  /** Head and rows of the list. */
  head: string[]
  widths: number[]
  rows: string[][]
  signatories: { title: string; name: string }[]
  /** What kind of paper this is: a rendering, not the document the authority signed. */
  notice: string
  /** It holds illustrative data, which every page says. */
  sample: boolean
  /** Page of the decision, also as a QR. */
  url: string
}

/** One recognition as it is printed. */
export interface CertificatePaper {
  authority: string
  title: string
  product: string
  producer: string
  stars: number
  starsLine: string
  facts: [name: string, value: string][]
  signatories: { title: string; name: string }[]
  notice: string
  sample: boolean
  url: string
}

type Document = InstanceType<typeof PDFDocument>

const require = createRequire(import.meta.url)
const FONTS = {
  text: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
}

const INK = '#1c1917'
const FOREST = '#14532d'
const GREY = '#57534e'
const WARNING = '#9a3412'
const PAD = 4
const QR = 76

/** A4 upright, in points. */
const SHEET = { width: 595.28, height: 841.89, margin: 54, foot: 44 }
const INNER = SHEET.width - 2 * SHEET.margin
const BOTTOM = SHEET.height - SHEET.margin - SHEET.foot

/** The content of a decision on paper, A4: head, basis, list, signatories; what it is and its page stand at the foot of every page. */
export async function decisionPdf(paper: DecisionPaper): Promise<Buffer> {
  const { document, whole } = begin(`${paper.title} ${paper.number}`, { size: 'A4', layout: 'portrait' })
  const qr = await qrPng(paper.url)
  document.image(qr, SHEET.width - SHEET.margin - QR, SHEET.margin - 10, { width: QR })
  const left = { width: INNER - QR - 16 }
  document.font('bold').fontSize(11).fillColor(INK).text(paper.authority, SHEET.margin, SHEET.margin, left)
  document.font('text').fontSize(10).text(`Số: ${paper.number}`, left).text(paper.dateLine, left)
  let y = Math.max(document.y, SHEET.margin + QR) + 18
  y = block(document, 'bold', 15, paper.title, y, 'center') + 10
  for (const basis of paper.legalBasis) y = block(document, 'text', 10, `Căn cứ ${basis};`, y) + 2
  y = block(document, 'text', 10, paper.sentence, y + 6) + 10
  y = list(document, paper, y)
  signatures(document, paper.signatories, y + 16)
  foot(document, paper)
  document.end()
  return whole
}

/** One recognition on paper, A4 across, with a seal of our own drawing and a QR to the page of its decision. Never the programme's mark. */
export async function certificatePdf(paper: CertificatePaper): Promise<Buffer> {
  const { document, whole } = begin(`${paper.title}: ${paper.product}`, { size: 'A4', layout: 'landscape' })
  const { width, height } = document.page
  document
    .rect(24, 24, width - 48, height - 48)
    .lineWidth(1.6)
    .stroke('#b98a2f')
  document
    .rect(30, 30, width - 60, height - 60)
    .lineWidth(0.5)
    .stroke('#b98a2f')
  const middle = { width: width - 160, align: 'center' } as const
  document.font('text').fontSize(11).fillColor(INK).text(paper.authority, 80, 58, middle)
  document.font('bold').fontSize(20).fillColor(FOREST).text(paper.title, 80, 78, middle)
  document
    .font('bold')
    .fontSize(22)
    .fillColor(INK)
    .text(paper.product, 80, 122, { ...middle, height: 62, ellipsis: true })
  document
    .font('text')
    .fontSize(12)
    .text(paper.producer, 80, document.y + 4, { ...middle, height: 34, ellipsis: true })
  seal(document, width / 2, 248, paper.stars)
  document.font('bold').fontSize(13).fillColor(INK).text(paper.starsLine, 80, 302, middle)
  let y = 332
  for (const [name, value] of paper.facts) {
    document.font('bold').fontSize(10).fillColor(GREY).text(name, 150, y, { width: 150 })
    document
      .font('text')
      .fillColor(INK)
      .text(value, 305, y, { width: width - 305 - 190, height: 28, ellipsis: true })
    y = Math.max(document.y, y + 14) + 3
  }
  document.image(await qrPng(paper.url), width - 172, 330, { width: 92 })
  const half = (width - 320) / Math.max(1, paper.signatories.length)
  for (const [at, { title, name }] of paper.signatories.slice(0, 3).entries()) {
    const x = 150 + at * half
    document.font('text').fontSize(9).fillColor(INK).text(title, x, 452, { width: half, align: 'center' })
    document.font('bold').fontSize(10).text(name, x, 492, { width: half, align: 'center' })
  }
  const words = [paper.notice, paper.url].join(' ')
  document
    .font('text')
    .fontSize(8)
    .fillColor(GREY)
    .text(words, 80, height - 66, { ...middle, height: 22, ellipsis: true })
  if (paper.sample) {
    document.font('bold').fontSize(10).fillColor(WARNING).text('DỮ LIỆU MINH HOẠ', 80, 42, middle)
  }
  document.end()
  return whole
}

function begin(title: string, page: { size: 'A4'; layout: 'portrait' | 'landscape' }) {
  const document = new PDFDocument({ ...page, margin: 0, bufferPages: true, lang: 'vi', info: { Title: title } })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold)
  return { document, whole }
}

/** A paragraph at a height; begins a new page where it does not fit. Out: where it ends. */
function block(
  document: Document,
  font: 'text' | 'bold',
  size: number,
  text: string,
  y: number,
  align: 'left' | 'center' = 'left',
): number {
  document.font(font).fontSize(size).fillColor(INK)
  const height = Math.min(document.heightOfString(text, { width: INNER }), BOTTOM - SHEET.margin)
  const at = room(document, y, height)
  document.text(text, SHEET.margin, at, { width: INNER, align, height, ellipsis: true })
  return at + height
}

function room(document: Document, y: number, height: number): number {
  if (y + height <= BOTTOM) return y
  document.addPage()
  return SHEET.margin
}

function list(document: Document, { head, widths, rows }: DecisionPaper, start: number): number {
  const scale = INNER / widths.reduce((sum, each) => sum + each, 0)
  const columns = widths.map((each) => each * scale)
  const line = (cells: readonly string[], font: 'text' | 'bold', y: number): number => {
    document.font(font).fontSize(9)
    const heights = columns.map((width, at) => document.heightOfString(cells[at] || ' ', { width: width - 2 * PAD }))
    const height = Math.min(Math.max(...heights), 160) + 2 * PAD
    const fresh = y + height > BOTTOM
    let top = y
    if (fresh) {
      document.addPage()
      top = font === 'bold' ? SHEET.margin : line(head, 'bold', SHEET.margin)
    }
    if (font === 'bold') document.rect(SHEET.margin, top, INNER, height).fill('#e6efe6')
    document.font(font).fontSize(9).fillColor(INK)
    let x = SHEET.margin
    for (const [at, width] of columns.entries()) {
      document.text(cells[at] ?? '', x + PAD, top + PAD, {
        width: width - 2 * PAD,
        height: height - PAD,
        ellipsis: true,
      })
      x += width
    }
    document
      .moveTo(SHEET.margin, top + height)
      .lineTo(SHEET.margin + INNER, top + height)
      .lineWidth(0.4)
      .stroke('#a8a29e')
    return top + height
  }
  let y = line(head, 'bold', start)
  for (const row of rows) y = line(row, 'text', y)
  return y
}

function signatures(document: Document, signatories: readonly { title: string; name: string }[], start: number): void {
  if (signatories.length === 0) return
  const y = room(document, start, 90)
  const width = INNER / signatories.length
  for (const [at, { title, name }] of signatories.entries()) {
    const x = SHEET.margin + at * width
    document.font('bold').fontSize(10).fillColor(INK).text(title, x, y, { width, align: 'center' })
    document
      .font('text')
      .fontSize(10)
      .text(name, x, y + 56, { width, align: 'center' })
  }
}

function foot(document: Document, { notice, sample, url, number }: DecisionPaper): void {
  const { count } = document.bufferedPageRange()
  for (let at = 0; at < count; at++) {
    document.switchToPage(at)
    const y = SHEET.height - SHEET.margin
    const line = { width: INNER, height: 22, ellipsis: true } as const
    document
      .font('text')
      .fontSize(8)
      .fillColor(GREY)
      .text(`${notice} ${url}`, SHEET.margin, y - 12, line)
    document.text(`${number} · Trang ${at + 1}/${count}`, SHEET.margin, y + 14, { width: INNER, height: 12 })
    if (!sample) continue
    document
      .font('bold')
      .fontSize(9)
      .fillColor(WARNING)
      .text('DỮ LIỆU MINH HOẠ', SHEET.margin, 30, { width: INNER, height: 12 })
  }
}

/** A scalloped seal with as many stars. */
function seal(document: Document, x: number, y: number, stars: number): void {
  const teeth = 20
  for (let tooth = 0; tooth < teeth; tooth++) {
    const angle = (2 * Math.PI * tooth) / teeth
    document.circle(x + 40 * Math.cos(angle), y + 40 * Math.sin(angle), 7).fill('#d9a53a')
  }
  document.circle(x, y, 40).fill('#d9a53a')
  document.circle(x, y, 34).lineWidth(0.8).dash(1.5, { space: 2.5 }).stroke('#5b3d05').undash()
  document
    .font('bold')
    .fontSize(30)
    .fillColor('#3b2703')
    .text(String(stars), x - 30, y - 26, { width: 60, align: 'center' })
  for (let at = 0; at < stars; at++) star(document, x + (at - (stars - 1) / 2) * 11, y + 18, 4.6)
}

function star(document: Document, x: number, y: number, radius: number): void {
  for (let point = 0; point < 10; point++) {
    const angle = (Math.PI * point) / 5 - Math.PI / 2
    const reach = point % 2 === 0 ? radius : radius * 0.45
    const px = x + reach * Math.cos(angle)
    const py = y + reach * Math.sin(angle)
    if (point === 0) document.moveTo(px, py)
    else document.lineTo(px, py)
  }
  document.closePath().fill('#3b2703')
}
