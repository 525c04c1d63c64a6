import writeXlsxFile, { type Row, type Sheet } from 'write-excel-file/node'

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

/** Registers as a workbook (ISO/IEC 29500), a sheet each; numbers are numbers, an empty text is an empty cell. */
export async function registerXlsx(tables: readonly RegisterTable[]): Promise<Buffer> {
  const options = { fontFamily: 'Times New Roman', fontSize: 11 }
  return await writeXlsxFile(tables.map(sheetOf), options).toBuffer()
}

function sheetOf({ title, subtitle, sheet, header, widths, rows }: RegisterTable): Sheet<never> {
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
  const columns = widths.map((width) => ({ width }))
  return { sheet, orientation: 'landscape', stickyRowsCount: 4, columns, data }
}
