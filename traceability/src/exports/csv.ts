/** Told to programs that do not know UTF-8 from the words alone; Excel is one. */
const BYTE_ORDER_MARK = '\u{FEFF}'

export type Cell = string | number | boolean | null

/**
 * A table as RFC 4180 has it: CRLF, a header, quotes where they are needed; UTF-8 with a byte order mark.
 * A text that a spreadsheet would take for a formula is given an apostrophe in front, as spreadsheets do themselves: what
 * a producer wrote must not run on a reader's machine.
 */
export function csvText(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return csvStart(header) + rows.map(csvLine).join('')
}

/** What a table begins with, for whoever sends its lines one by one. */
export function csvStart(header: readonly string[]): string {
  return BYTE_ORDER_MARK + csvLine(header)
}

/** One line of a table, as `csvText` writes it. */
export function csvLine(row: readonly Cell[]): string {
  return `${row.map(cellText).join(',')}\r\n`
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell !== 'string') return String(cell)
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
