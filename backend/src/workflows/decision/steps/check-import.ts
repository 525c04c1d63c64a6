import { createHash } from 'node:crypto'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { cellsOfRows, checkImport } from '../../../decisions/check-import'
import { importFacts } from '../../../decisions/import-question'
import { readTable } from '../../../decisions/read-table'
import { ApiError } from '../../../http/api-error'
import { RECOGNITION_MODULE } from '../../../modules/recognition'
import type { RecognitionModuleService } from '../../../modules/recognition/service'
import type { AuditActor } from '../../../officials/record-audit'
import { ruleBook } from '../../../rules/rules-on'

export interface CheckImportInput {
  by: AuditActor
  /** Province of the official's post; null for the ministry. */
  provinceCode: string | null
  fileName: string
  /** Base64, since the engine copies what goes into a step. */
  content: string
  today: string
  sample: boolean
}

/**
 * Reads and judges a file; nothing of it counts yet. The undo forgets it. Out: id of the import.
 * Throws what `readTable` throws, ApiError 422 `import_header_missing` or `import_empty`.
 */
export const checkImportStep = createStep(
  'check-decision-import',
  async ({ by, provinceCode, fileName, content, today, sample }: CheckImportInput, { container }) => {
    const bytes = Buffer.from(content, 'base64')
    const { format, rows } = await readTable(fileName, bytes)
    const read = cellsOfRows(rows)
    if (read === null) throw new ApiError(422, 'import_header_missing', { field: 'file' })
    if (read.length === 0) throw new ApiError(422, 'import_empty', { field: 'file' })
    const numbers = [...new Set(read.map(({ cells }) => cells.number))]
    const facts = await importFacts(container, numbers)
    const book = await ruleBook(container)
    const judged = checkImport(read, { today, book, provinceCode, sample, ...facts })
    const fresh = judged.filter(({ outcome }) => outcome === 'new')
    const decisions = new Set(
      fresh.map(({ result }) =>
        [result?.decision.number, result?.decision.authority, result?.decision.date].join('\n'),
      ),
    )
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    const id = await service.keepImport(
      {
        file_name: fileName,
        format,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        province_code: provinceCode,
        official_id: by.id,
        official_name: by.name,
        row_count: judged.length,
        error_count: judged.filter(({ outcome }) => outcome === 'faulty').length,
        known_count: judged.filter(({ outcome }) => outcome === 'known').length,
        decision_count: decisions.size,
        matched_count: fresh.filter(({ product_id }) => product_id !== null).length,
        sample,
      },
      judged,
    )
    return new StepResponse(id, id)
  },
  async (id, { container }) => {
    if (!id) return
    const service: RecognitionModuleService = container.resolve(RECOGNITION_MODULE)
    await service.removeImport(id)
  },
)
