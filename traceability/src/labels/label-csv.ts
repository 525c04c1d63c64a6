import { formatUnitCode } from '../verify/unit-code-text.ts'
import { type Label, type LabelSheet, urlOf } from './label-sheet.ts'

const COLUMNS = [
  'index',
  'code',
  'code_grouped',
  'url',
  'product',
  'lot',
  'packed_on',
  'best_before',
  'line_1',
  'line_2',
  'line_3',
]

/** First line, with the mark by which spreadsheets know UTF-8. */
export const CSV_HEAD = `\uFEFF${COLUMNS.join(',')}\r\n`

/** Makes the lines of a sheet's labels (RFC 4180). Index counts from 0. */
export function csvLine({ text }: LabelSheet): (label: Label) => string {
  const [first = '', second = '', third = ''] = text.lines
  const same = [text.productName, text.lotCode, text.packedOn, text.bestBefore, first, second, third]
  const tail = same.map((value) => csvField(value ?? '')).join(',')
  return (label) => `${label.index},${label.code},${formatUnitCode(label.code)},${csvField(urlOf(label))},${tail}\r\n`
}

/** Quoted when it must be. A spreadsheet would compute what begins like a formula, so an apostrophe goes before it. */
export function csvField(value: string): string {
  const plain = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
