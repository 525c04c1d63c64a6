import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService, InspectionRecordDTO } from '../../../modules/inspection/service'

export interface NewRecord {
  inspector_id: string
  request_key: string
  content_hash: string
  province_code: string
  place: string
  found_at: Date
  clock_skew_ms: number
  scanned: string | null
  product_ref: string | null
  product_name: string
  seller: string
  findings: string[]
  notes: string
  verdict: Record<string, unknown> | null
  follow_up_by: string | null
  sample: boolean
}

/**
 * Keeps a record, or finds the one that came before with the same key and content. The undo takes a new one away.
 * Throws ApiError 409 `record_key_reused` when the key came with other content.
 */
export const keepRecordStep = createStep(
  'keep-inspection-record',
  async (row: NewRecord, { container }) => {
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    const known = () =>
      inspection
        .listInspectionRecords({ inspector_id: row.inspector_id, request_key: row.request_key }, { take: 1 })
        .then(([found]) => found ?? null)
    const before = await known()
    if (before) return new StepResponse(answered(before, row), null)
    try {
      const made = await inspection.createInspectionRecords(row)
      return new StepResponse({ id: made.id, fresh: true }, made.id)
    } catch (error) {
      // The same record came twice at once: the unique index let one in.
      const twin = await known()
      if (!twin) throw error
      return new StepResponse(answered(twin, row), null)
    }
  },
  async (id, { container }) => {
    if (!id) return
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.deleteInspectionRecords(id)
  },
)

function answered(found: InspectionRecordDTO, row: NewRecord): { id: string; fresh: boolean } {
  if (found.content_hash !== row.content_hash) throw new ApiError(409, 'record_key_reused', { field: 'requestKey' })
  return { id: found.id, fresh: false }
}
