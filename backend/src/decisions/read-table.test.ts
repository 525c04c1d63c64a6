import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { strToU8, zipSync } from 'fflate'
import { ApiError } from '../http/api-error'
import { readDay, resultKey } from './check-import'
import { MOST_ROWS, readTable } from './read-table'

async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  return work.then(
    () => null,
    (error: unknown) => (error instanceof ApiError ? error.code : Promise.reject(error)),
  )
}

it('reads a spreadsheet and a CSV of either decimal habit to the same texts', async () => {
  const rows = [
    ['Số quyết định', 'Điểm'],
    ['15/QĐ-UBND', '85,5'],
  ]
  const xlsx = await plainXlsx('Sổ', rows[0] ?? [], rows.slice(1), [20, 10])
  expect((await readTable('so.xlsx', xlsx)).rows).toEqual(rows)
  expect((await readTable('so.csv', strToU8('\ufeffSố quyết định;Điểm\r\n15/QĐ-UBND;85,5\r\n'))).rows).toEqual(rows)
  expect((await readTable('so.CSV', strToU8('Số quyết định,Điểm\n15/QĐ-UBND,"85,5"'))).rows).toEqual(rows)
})

it('refuses an archive that unpacks to more than the memory should hold, whatever it says of its size', async () => {
  const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(80 * 1024 * 1024) }, { level: 9 })
  expect(bomb.length).toBeLessThan(1024 * 1024)
  expect(await refusalOf(readTable('so.xlsx', bomb))).toBe('import_file_unpacks')
})

it('refuses what is not what its name says, is damaged, or too long', async () => {
  const other = zipSync({ 'word/document.xml': strToU8('<x/>') })
  expect(await refusalOf(readTable('so.xlsx', other))).toBe('import_file_kind')
  expect(await refusalOf(readTable('so.csv', other))).toBe('import_file_kind')
  expect(await refusalOf(readTable('so.csv', new Uint8Array([0xff, 0xfe, 0x41])))).toBe('import_file_kind')
  expect(await refusalOf(readTable('so.docx', other))).toBe('import_file_kind')
  const broken = zipSync({ 'xl/workbook.xml': strToU8('<x/>') })
  expect(await refusalOf(readTable('so.xlsx', broken))).toBe('import_file_damaged')
  const long = strToU8('a\n'.repeat(MOST_ROWS + 5))
  expect(await refusalOf(readTable('so.csv', long))).toBe('import_too_many_rows')
})

it('reads days as people and spreadsheets write them, and no other', () => {
  expect(['5/1/2025', '05-01-2025', '05.01.2025', '2025-01-05'].map(readDay)).toEqual(Array(4).fill('2025-01-05'))
  expect(['31/02/2025', '13/13/2025', '45000', '2025', 'mai'].map(readDay)).toEqual(Array(5).fill(null))
})

it('knows a holder by either spelling of its name, and keeps two products apart', () => {
  expect(resultKey('Chè Hoà Bình', 'HTX Sơn Trà')).toBe(resultKey('chè  hòa bình', 'Hợp tác xã Sơn Trà'))
  expect(resultKey('Mận', 'A')).not.toBe(resultKey('Măn', 'A'))
})
