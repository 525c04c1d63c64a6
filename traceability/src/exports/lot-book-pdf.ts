import { createRequire } from 'node:module'
import PDFDocument from 'pdfkit'
import {
  type BookedGoods,
  type BookLine,
  HEADINGS,
  type LotBookContent,
  type LotTotal,
  vietnameseDay,
  vietnameseNumber,
} from './lot-book-content.ts'

type Document = InstanceType<typeof PDFDocument>

const require = createRequire(import.meta.url)
/** The whole fonts: the subsets of web fonts lack marks of Vietnamese. */
const FONTS = {
  text: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
}

/** A4 across, in points. */
const PAGE = { width: 841.89, height: 595.28, margin: 36, head: 60, foot: 30 }
const SIZE = 8
const PAD = 3
const CROSSED = '#777777'

interface Column {
  title: string
  width: number
  align?: 'right'
}

const JOURNAL: readonly Column[] = [
  { title: HEADINGS.day, width: 58 },
  { title: HEADINGS.work, width: 78 },
  { title: HEADINGS.inputs, width: 178 },
  { title: HEADINGS.outputs, width: 178 },
  { title: HEADINGS.loss, width: 44, align: 'right' },
  { title: HEADINGS.note, width: 150 },
  { title: HEADINGS.recordedBy, width: 84 },
]
const TOTALS: readonly Column[] = [
  { title: 'Lô', width: 130 },
  { title: 'Tên hàng', width: 250 },
  { title: 'Đơn vị', width: 58 },
  { title: 'Tồn đầu kỳ', width: 83, align: 'right' },
  { title: 'Nhập trong kỳ', width: 83, align: 'right' },
  { title: 'Xuất trong kỳ', width: 83, align: 'right' },
  { title: 'Tồn cuối kỳ', width: 83, align: 'right' },
]

/**
 * The lot book on paper, A4 across: entries oldest first, then stock by lot, then room for two signatures. Producer, period
 * and page number stand on every page; corrected entries are struck through and say why. Out: the file, made whole.
 */
export async function lotBookPdf(book: LotBookContent): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    layout: 'landscape',
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    lang: 'vi',
    info: { Title: `Sổ theo dõi lô sản xuất: ${book.producer}` },
  })
  const chunks: Buffer[] = []
  const whole = new Promise<Buffer>((resolve, reject) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => resolve(Buffer.concat(chunks)))
    document.on('error', reject)
  })
  document.registerFont('text', FONTS.text).registerFont('bold', FONTS.bold)

  const journal = table(document, JOURNAL)
  for (const line of book.lines) {
    journal.row(cellsOf(line), line.crossedOut === null ? {} : { struck: `Đã sửa: ${line.crossedOut}` })
  }
  if (book.lines.length === 0) journal.row(['', 'Không có việc nào trong kỳ.', '', '', '', '', ''], {})
  const totals = table(document, TOTALS)
  for (const total of book.totals) totals.row(totalCells(total), {})
  signatures(document, totals.bottom())

  const { count } = document.bufferedPageRange()
  for (let page = 0; page < count; page++) {
    document.switchToPage(page)
    pageFrame(document, book, page + 1, count)
  }
  document.end()
  return await whole
}

/** A table that begins a page of its own and repeats its head on every further one. */
function table(document: Document, columns: readonly Column[]) {
  let y = 0
  const begin = () => {
    document.addPage()
    y = PAGE.margin + PAGE.head
    const height = heightOf(
      document.font('bold').fontSize(SIZE),
      columns,
      columns.map((column) => column.title),
    )
    document.rect(PAGE.margin, y, PAGE.width - 2 * PAGE.margin, height).fill('#e6efe6')
    draw(
      document.font('bold').fillColor('#000000'),
      columns,
      columns.map((column) => column.title),
      y,
      false,
    )
    y += height
  }
  begin()
  return {
    row(cells: readonly string[], { struck }: { struck?: string }) {
      document.font('text').fontSize(SIZE)
      const width = PAGE.width - 2 * PAGE.margin - 2 * PAD
      const own = heightOf(document, columns, cells)
      const why = struck === undefined ? 0 : document.heightOfString(struck, { width }) + PAD
      if (y + own + why > PAGE.height - PAGE.margin - PAGE.foot) begin()
      document
        .font('text')
        .fontSize(SIZE)
        .fillColor(struck === undefined ? '#000000' : CROSSED)
      draw(document, columns, cells, y, struck !== undefined)
      if (struck !== undefined) document.fillColor('#000000').text(struck, PAGE.margin + PAD, y + own - PAD, { width })
      y += own + why
      document
        .moveTo(PAGE.margin, y)
        .lineTo(PAGE.width - PAGE.margin, y)
        .lineWidth(0.4)
        .stroke('#bbbbbb')
    },
    bottom: () => y,
  }
}

function heightOf(document: Document, columns: readonly Column[], cells: readonly string[]): number {
  const heights = columns.map(({ width }, at) => document.heightOfString(cells[at] || ' ', { width: width - 2 * PAD }))
  // A cell taller than a page would never fit; its end is cut, and the workbook has the whole of it.
  return Math.min(Math.max(...heights) + 2 * PAD, MOST)
}
const MOST = PAGE.height - 2 * PAGE.margin - PAGE.head - PAGE.foot - 40

function draw(document: Document, columns: readonly Column[], cells: readonly string[], y: number, strike: boolean) {
  let x = PAGE.margin
  for (const [at, { width, align }] of columns.entries()) {
    const cell = cells[at] ?? ''
    if (cell !== '') {
      document.text(cell, x + PAD, y + PAD, {
        width: width - 2 * PAD,
        height: MOST - 2 * PAD,
        align: align ?? 'left',
        strike,
        ellipsis: true,
      })
    }
    x += width
  }
}

function cellsOf(line: BookLine): string[] {
  const about = line.about.length > 0 ? [`${HEADINGS.about}: ${line.about.join(', ')}`] : []
  return [
    `${vietnameseDay(line.day)}\n${line.time}`,
    line.work,
    [...about, ...line.inputs.map(goodsText), ...line.additions.map((each) => `+ ${goodsText(each)}`)].join('\n'),
    line.outputs.map(goodsText).join('\n'),
    line.loss === null ? '' : `${vietnameseNumber(Math.round(line.loss * 1000) / 10)} %`,
    line.note ?? '',
    line.recordedBy ?? '',
  ]
}

function goodsText({ lotCode, name, quantity }: BookedGoods): string {
  const amount = quantity === null ? '' : `: ${vietnameseNumber(quantity.value)} ${quantity.unit}`
  return lotCode === '' ? `${name}${amount}` : `${lotCode} (${name})${amount}`
}

function totalCells({ lotCode, name, unit, opening, made, used, closing }: LotTotal): string[] {
  return [lotCode, name, unit, ...[opening, made, used, closing].map(vietnameseNumber)]
}

function signatures(document: Document, bottom: number): void {
  let y = bottom + 24
  if (y + 70 > PAGE.height - PAGE.margin - PAGE.foot) {
    document.addPage()
    y = PAGE.margin + PAGE.head + 24
  }
  document.font('bold').fontSize(9).fillColor('#000000')
  const half = (PAGE.width - 2 * PAGE.margin) / 2
  for (const [at, words] of ['Người lập sổ', 'Đại diện chủ thể'].entries()) {
    document.text(words, PAGE.margin + at * half, y, { width: half, align: 'center' })
  }
}

function pageFrame(document: Document, { producer, from, to }: LotBookContent, page: number, pages: number): void {
  const width = PAGE.width - 2 * PAGE.margin
  const line = { width, height: 18, ellipsis: true } as const
  document
    .font('bold')
    .fontSize(13)
    .fillColor('#000000')
    .text('Sổ theo dõi lô sản xuất', PAGE.margin, PAGE.margin, line)
  const period = `Từ ngày ${vietnameseDay(from)} đến ngày ${vietnameseDay(to)}`
  document
    .font('text')
    .fontSize(9)
    .text(`${producer} · ${period}`, PAGE.margin, PAGE.margin + 24, line)
  const foot = PAGE.height - PAGE.margin - 12
  document.fontSize(8).text(`Trang ${page}/${pages}`, PAGE.margin, foot, { ...line, height: 12, align: 'right' })
}
