import writeXlsxFile, { type Row } from 'write-excel-file/node'

const HEAD = { fontWeight: 'bold', backgroundColor: '#e6efe6', wrap: true, alignVertical: 'center' } as const

/** A workbook of one sheet: a head that stays in sight, and rows of texts. In: name of the sheet, head, rows, widths in characters. */
export async function plainXlsx(
  sheet: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  widths: readonly number[],
): Promise<Buffer> {
  const data: Row[] = [
    head.map((value) => ({ value, type: String, ...HEAD })),
    ...rows.map((row) => row.map((value) => ({ value, type: String }))),
  ]
  return await writeXlsxFile([{ sheet, stickyRowsCount: 1, columns: widths.map((width) => ({ width })), data }], {
    fontFamily: 'Times New Roman',
    fontSize: 11,
  }).toBuffer()
}
