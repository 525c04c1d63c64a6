import type { FaceLine, LabelFace } from './label-face.ts'
import { type Label, type LabelSheet, matrixOf } from './label-sheet.ts'
import { cropMarks, placeOnPage } from './page-layouts.ts'
import { type QrMatrix, QUIET_ZONE } from './qr-matrix.ts'

const FONTS = "'Be Vietnam Pro','Noto Sans',Arial,sans-serif"

/** The dark modules as an SVG path in module units, quiet zone included: one rectangle a run. */
export function symbolPath({ size, modules }: QrMatrix): string {
  let path = ''
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
      path += `M${start + QUIET_ZONE} ${row + QUIET_ZONE}H${column + QUIET_ZONE}v1H${start + QUIET_ZONE}z`
    }
  }
  return path
}

/** Makes the SVG of single labels of a sheet, in millimetres. What is the same on all is written once. */
export function labelSvg(sheet: LabelSheet, face: LabelFace): (label: Label) => string {
  const { width, height } = sheet.layout.label
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}mm" height="${height}mm" viewBox="0 0 ${width} ${height}">` +
    `<path fill="#fff" d="M0 0H${width}V${height}H0z"/>`
  const draw = drawing(sheet, face)
  return (label) => `${head}${draw(label)}</svg>\n`
}

/** Makes the SVG of whole pages. In: the labels of a page, in order. */
export function sheetSvg(sheet: LabelSheet, face: LabelFace): (labels: readonly Label[]) => string {
  const { page } = sheet.layout
  const marks = cropMarks(sheet.layout).map(({ x1, y1, x2, y2 }) => `M${mm(x1)} ${mm(y1)}L${mm(x2)} ${mm(y2)}`)
  const head =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}mm" height="${page.height}mm" viewBox="0 0 ${page.width} ${page.height}">` +
    `<path fill="#fff" d="M0 0H${page.width}V${page.height}H0z"/>` +
    (marks.length > 0 ? `<path stroke="#000" stroke-width="0.1" d="${marks.join('')}"/>` : '')
  const draw = drawing(sheet, face)
  return (labels) => {
    const drawn = labels.map((label, place) => {
      const { x, y } = placeOnPage(sheet.layout, place)
      return `<g transform="translate(${mm(x)} ${mm(y)})">${draw(label)}</g>\n`
    })
    return `${head}\n${drawn.join('')}</svg>\n`
  }
}

function drawing({ symbol }: LabelSheet, face: LabelFace): (label: Label) => string {
  const scale = Math.round(symbol.moduleMm * 1e6) / 1e6
  const place = `<path transform="translate(${mm(face.symbol.x)} ${mm(face.symbol.y)}) scale(${scale})" shape-rendering="crispEdges" d="`
  const lines = face.lines.map(textSvg).join('')
  return (label) =>
    `${place}${symbolPath(matrixOf(label))}"/>${lines}${face.codeLines(label.code).map(textSvg).join('')}`
}

/** The width is told, so that a reader without the font keeps the line inside of the label. */
function textSvg({ text, x, y, size, width, weight }: FaceLine): string {
  return (
    `<text x="${mm(x)}" y="${mm(y)}" font-family="${FONTS}" font-size="${mm(size)}"${weight === 'bold' ? ' font-weight="700"' : ''} ` +
    `textLength="${mm(width)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
  )
}

function mm(value: number): string {
  return String(Math.round(value * 1_000) / 1_000)
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`)
}
