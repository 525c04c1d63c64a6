import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { isErrorCode, type MessageLanguage, messageFor } from '../http/messages'
import { RECOGNITION_MODULE } from '../modules/recognition'
import type { ImportFault } from '../modules/recognition/rows'
import type { DecisionImportDTO, RecognitionModuleService } from '../modules/recognition/service'
import { type OfficialScope, placesOf } from '../officials/official-scope'
import type { ImportRowsQuery } from './bodies'
import { IMPORT_COLUMNS } from './import-columns'

export const IMPORT_ROWS_PAGE = 100
const MOST_IMPORTS = 100

/** A file of past decisions, as its page shows it. */
export interface ImportView {
  id: string
  fileName: string
  state: 'checked' | 'committed' | 'undone'
  provinceCode: string | null
  by: string
  rows: number
  errors: number
  known: number
  decisions: number
  matched: number
  createdAt: string
  committedAt: string | null
  undoneAt: string | null
  sample: boolean
}

export interface ImportRowView {
  rowNo: number
  outcome: 'new' | 'known' | 'faulty'
  product: string
  producer: string
  number: string
  stars: string
  matched: boolean
  /** Where each fault is, by the column's title, and its sentence. */
  faults: { column: string | null; cell: string; message: string }[]
}

/** Imports of the official's places, the latest first. */
export async function readImports(container: MedusaContainer, official: OfficialScope): Promise<ImportView[]> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const { everywhere, provinceCodes } = placesOf(official, 'decision:import')
  const rows = await service.listDecisionImports(everywhere ? {} : { province_code: provinceCodes }, {
    take: MOST_IMPORTS,
    order: { created_at: 'DESC' },
  })
  return rows.map((row) => toView(row as unknown as DecisionImportDTO))
}

/** An import of one of the official's places. Throws ApiError 404. */
export async function readImport(container: MedusaContainer, official: OfficialScope, id: string): Promise<ImportView> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const [row] = await service.listDecisionImports({ id }, { take: 1 })
  const { everywhere, provinceCodes } = placesOf(official, 'decision:import')
  if (!row || !(everywhere || provinceCodes.some((code) => code === row.province_code))) {
    throw new ApiError(404, 'not_found')
  }
  return toView(row as unknown as DecisionImportDTO)
}

/** Rows of an import in the order of the file. In: the language of the sentences. */
export async function readImportRows(
  container: MedusaContainer,
  importId: string,
  { outcome, offset }: ImportRowsQuery,
  language: MessageLanguage,
): Promise<{ rows: ImportRowView[]; total: number }> {
  const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
  const [rows, total] = await service.listAndCountDecisionImportRows(
    { import_id: importId, ...(outcome === undefined ? {} : { outcome }) },
    { take: IMPORT_ROWS_PAGE, skip: offset, order: { row_no: 'ASC' } },
  )
  const titles = new Map<string, string>(IMPORT_COLUMNS.map(({ key, title }) => [key, title]))
  return {
    total,
    rows: rows.map((row) => {
      const cells = row.cells as Record<string, string>
      return {
        rowNo: row.row_no,
        outcome: row.outcome,
        product: cells.product_name ?? '',
        producer: cells.producer_name ?? '',
        number: cells.number ?? '',
        stars: cells.stars ?? '',
        matched: row.product_id !== null,
        faults: (row.faults as unknown as ImportFault[]).map(({ column, code }) => ({
          column: column === null ? null : (titles.get(column) ?? column),
          cell: column === null ? '' : (cells[column] ?? ''),
          message: isErrorCode(code) ? messageFor(code, language) : code,
        })),
      }
    }),
  }
}

function toView(row: DecisionImportDTO): ImportView {
  const moment = (value: Date | null) => (value === null ? null : new Date(value).toISOString())
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    provinceCode: row.province_code,
    by: row.official_name,
    rows: row.row_count,
    errors: row.error_count,
    known: row.known_count,
    decisions: row.decision_count,
    matched: row.matched_count,
    createdAt: new Date(row.created_at).toISOString(),
    committedAt: moment(row.committed_at),
    undoneAt: moment(row.undone_at),
    sample: row.sample,
  }
}
