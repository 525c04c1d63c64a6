import writeXlsxFile, { type Row } from 'write-excel-file/node'

/** One table with a heading, for people who go on in a spreadsheet. */
export interface RegisterTable {
  title: string
  subtitle: string
  /** Name of the sheet, at most 31 characters. */
  sheet: string
  header: string[]
  /** In characters. */
  widths: number[]
  rows: (string | number)[][]
}

const HEAD = { fontWeight: 'bold', backgroundColor: '#e6efe6', wrap: true, alignVertical: 'center' } as const

/** A register as a workbook (ISO/IEC 29500) of one sheet; numbers are numbers, an empty text is an empty cell. */
export async function registerXlsx({ title, subtitle, sheet, header, widths, rows }: RegisterTable): Promise<Buffer> {
  const data: Row[] = [
    [{ value: title, fontWeight: 'bold', fontSize: 14 }],
    [{ value: subtitle }],
    [],
    header.map((value) => ({ value, ...HEAD })),
    ...rows.map(
      (row): Row =>
        row.map((value) => (value === '' ? null : typeof value === 'number' ? { type: Number, value } : { value })),
    ),
  ]
  const options = { fontFamily: 'Times New Roman', fontSize: 11 }
  const columns = widths.map((width) => ({ width }))
  return await writeXlsxFile(
    [{ sheet, orientation: 'landscape', stickyRowsCount: 4, columns, data }],
    options,
  ).toBuffer()
}
