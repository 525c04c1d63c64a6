/** Reads a table as RFC 4180 has it, byte order mark and all; as strict as the grammar, so that a test means something. */
export function parseCsv(text: string): string[][] {
  if (!text.startsWith('\u{FEFF}')) throw new Error('no byte order mark')
  const rows: string[][] = []
  let row: string[] = []
  let rest = text.slice(1)
  while (rest !== '') {
    const cell = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(rest)
    if (!cell) throw new Error(`no CSV from here on: ${rest.slice(0, 40)}`)
    row.push(cell[1] === undefined ? (cell[2] ?? '') : cell[1].replaceAll('""', '"'))
    if (cell[3] === '\r\n') {
      rows.push(row)
      row = []
    }
    rest = rest.slice(cell[0].length)
  }
  return rows
}
