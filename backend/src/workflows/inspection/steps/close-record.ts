import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { INSPECTION_MODULE } from '../../../modules/inspection'
import type { InspectionModuleService } from '../../../modules/inspection/service'

export interface RecordClosing {
  recordId: string
  inspectorId: string
  note: string
}

/** Ends the follow-up of a record; the undo opens it again. Throws ApiError 409 `already_closed`. */
export const closeRecordStep = createStep(
  'close-inspection-record',
  async ({ recordId, inspectorId, note }: RecordClosing, { container }) => {
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    const [row] = await inspection.listInspectionRecords({ id: recordId }, { take: 1 })
    if (!row) throw new ApiError(404, 'not_found')
    if (row.closed_at !== null) throw new ApiError(409, 'already_closed')
    await inspection.updateInspectionRecords({
      id: recordId,
      closed_at: new Date(),
      closed_by: inspectorId,
      close_note: note,
    })
    return new StepResponse(recordId, recordId)
  },
  async (id, { container }) => {
    if (!id) return
    const inspection: InspectionModuleService = container.resolve(INSPECTION_MODULE)
    await inspection.updateInspectionRecords({ id, closed_at: null, closed_by: null, close_note: null })
  },
)
