import PDFDocument from 'pdfkit'
import type { FaceLine, LabelFace } from './label-face.ts'
import { embedFont, type LabelFont, type Weight } from './label-font.ts'
import { type Label, type LabelSheet, matrixOf } from './label-sheet.ts'
import { cropMarks, labelsAPage, placeOnPage } from './page-layouts.ts'
import { type QrMatrix, QUIET_ZONE } from './qr-matrix.ts'

/** Labels drawn before what is ready is handed on and other work gets its turn. */
const LABELS_A_TURN = 16
const POINTS_A_MM = 72 / 25.4

/**
 * The labels as PDF, sizes exact: print at 100 %. Each page leaves as soon as it is full; what stays is a few hundred
 * bytes a page.
 */
export async function* labelPdf(
  sheet: LabelSheet,
  face: () => LabelFace,
  labels: Iterable<Label>,
  turn: () => Promise<void>,
): AsyncGenerator<Buffer> {
  const { page } = sheet.layout
  const doc = new PDFDocument({
    autoFirstPage: false,
    size: [page.width * POINTS_A_MM, page.height * POINTS_A_MM],
    margin: 0,
    info: {
      Title: `Tem ${sheet.batch.batchNo}`,
      Producer: 'Sao Làng',
      Creator: 'Sao Làng',
      CreationDate: new Date(sheet.madeAt),
    },
  })
  yield* ready(doc)
  const fonts = { regular: embedFont(doc, 'regular'), bold: embedFont(doc, 'bold') }
  const write = labelOperators(sheet, face(), fonts)
  const marks = markOperators(sheet)
  const perPage = labelsAPage(sheet.layout)
  let drawn = 0
  for (const label of labels) {
    const place = drawn % perPage
    if (place === 0) {
      doc.addPage()
      for (const font of Object.values(fonts)) font.useOn(doc.page)
      doc.addContent(marks)
    }
    doc.addContent(write(label, placeOnPage(sheet.layout, place)))
    drawn++
    if (drawn % LABELS_A_TURN === 0) yield* ready(doc)
    await turn()
  }
  doc.end()
  yield* ready(doc)
}

function* ready(doc: PDFKit.PDFDocument): Generator<Buffer> {
  for (let chunk: Buffer | null = doc.read(); chunk !== null; chunk = doc.read()) yield chunk
}

/** Makes the operators of a label in points from the page's upper left corner. What is the same on all is made once. */
function labelOperators(
  { symbol }: LabelSheet,
  face: LabelFace,
  fonts: Record<Weight, LabelFont>,
): (label: Label, at: { x: number; y: number }) => string {
  const text = (line: FaceLine) =>
    `/${fonts[line.weight].id} ${points(line.size)} Tf 1 0 0 -1 ${points(line.x)} ${points(line.y)} Tm ${fonts[line.weight].hex(line.text)} Tj\n`
  const same = face.lines.map(text).join('')
  const scale = points(symbol.moduleMm)
  const place = `q ${scale} 0 0 ${scale} ${points(face.symbol.x)} ${points(face.symbol.y)} cm\n`
  return (label, { x, y }) =>
    `q 1 0 0 1 ${points(x)} ${points(y)} cm\n${place}${symbolOperators(matrixOf(label))}f Q\n` +
    `BT ${same}${face.codeLines(label.code).map(text).join('')}ET Q`
}

/** One rectangle a run of dark modules, in module units with the quiet zone. */
function symbolOperators({ size, modules }: QrMatrix): string {
  let operators = ''
  for (let row = 0, at = 0; row < size; row++) {
    for (let column = 0; column < size; ) {
      if (modules[at] === 0) {
        column++
        at++
        continue
      }
      const start = column
      while (column < size && modules[at] === 1) {
        column++
        at++
      }
      operators += `${start + QUIET_ZONE} ${row + QUIET_ZONE} ${column - start} 1 re\n`
    }
  }
  return operators
}

function markOperators({ layout }: LabelSheet): string {
  const lines = cropMarks(layout).map(
    ({ x1, y1, x2, y2 }) => `${points(x1)} ${points(y1)} m ${points(x2)} ${points(y2)} l S`,
  )
  return ['0 g 0.25 w', ...lines].join('\n')
}

function points(millimetres: number): string {
  return String(Math.round(millimetres * POINTS_A_MM * 1e4) / 1e4)
}
