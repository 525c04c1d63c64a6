import { parse } from 'csv-parse/sync'
import { Unzip, UnzipInflate } from 'fflate'
import { readSheet } from 'read-excel-file/universal'
import { ApiError } from '../http/api-error'

export type TableFormat = 'csv' | 'xlsx'

export const MOST_ROWS = 20_000
/** What an archive may unpack to: far above any register, far below what would fill the memory. */
const MOST_UNPACKED = 64 * 1024 * 1024
const MOST_ENTRIES = 2_000
/** Bytes unpacked at a time: a thousand of a bomb are a million. */
const PIECE = 1_024

/** A table as texts, header first. Days of a spreadsheet are yyyy-mm-dd. */
export interface ReadTable {
  format: TableFormat
  rows: string[][]
}

/**
 * Reads a spreadsheet or CSV; name and content must agree. Throws ApiError 422: `import_file_kind` for content that is not what the name
 * says, `import_file_unpacks` for an archive that grows too large, `import_file_damaged`, `import_too_many_rows`.
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<ReadTable> {
  const format = /\.xlsx$/i.test(name) ? 'xlsx' : /\.csv$/i.test(name) ? 'csv' : null
  if (format === null || isZip(bytes) !== (format === 'xlsx')) throw refused('import_file_kind')
  const rows = format === 'xlsx' ? await xlsxRows(bytes) : csvRows(bytes)
  if (rows.length > MOST_ROWS + 1) throw refused('import_too_many_rows')
  return { format, rows }
}

function refused(code: 'import_file_kind' | 'import_file_unpacks' | 'import_file_damaged' | 'import_too_many_rows') {
  return new ApiError(422, code, { field: 'file' })
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}

async function xlsxRows(bytes: Uint8Array): Promise<string[][]> {
  const names = entriesOf(bytes)
  if (!names.some((name) => name === 'xl/workbook.xml')) throw refused('import_file_kind')
  try {
    // A copy of its own: the library takes an ArrayBuffer.
    const sheet = await readSheet(new Uint8Array(bytes).buffer)
    return sheet.map((row) => row.map(cellText))
  } catch {
    throw refused('import_file_damaged')
  }
}

/** Names in an archive, unpacked once and counted: sizes that it states of itself may be false. */
function entriesOf(bytes: Uint8Array): string[] {
  const names: string[] = []
  let unpacked = 0
  let tooLarge = false
  const archive = new Unzip((entry) => {
    names.push(entry.name)
    if (names.length > MOST_ENTRIES) tooLarge = true
    entry.ondata = (error, chunk) => {
      if (error) throw error
      unpacked += chunk.length
      if (unpacked > MOST_UNPACKED) {
        tooLarge = true
        entry.terminate()
      }
    }
    if (!tooLarge) entry.start()
  })
  archive.register(UnzipInflate)
  try {
    // In small pieces, so that a bomb is noticed soon.
    for (let at = 0; at < bytes.length && !tooLarge; at += PIECE) {
      archive.push(bytes.subarray(at, at + PIECE), at + PIECE >= bytes.length)
    }
  } catch {
    throw refused('import_file_damaged')
  }
  if (tooLarge) throw refused('import_file_unpacks')
  return names
}

function csvRows(bytes: Uint8Array): string[][] {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw refused('import_file_kind')
  }
  if (text.includes('\u0000')) throw refused('import_file_kind')
  try {
    return parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 100_000,
      to: MOST_ROWS + 2,
    })
  } catch {
    throw refused('import_file_damaged')
  }
}

/** Vietnamese spreadsheets write semicolons, since the comma is their decimal sign. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1)
  const count = (sign: string) => first.split(sign).length
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ','
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10)
  return String(cell)
}
