import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { linkRecordStep } from '../steps/inspection'

export interface LinkRecordInput {
  inspectionId: string
  recordId: string
  officialId: string
  by: Doer
}

/** Ties a record of the inspectors' app to an inspection. Throws ApiError 404, 409. Out: the inspection's id. */
export const linkInspectionRecordWorkflow = createWorkflow('link-inspection-record', (input: LinkRecordInput) => {
  const id = linkRecordStep(
    transform({ input }, ({ input: { inspectionId, recordId, officialId } }) => ({
      post_inspection_id: inspectionId,
      inspection_record_id: recordId,
      linked_by: officialId,
    })),
  )
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:record', 'post_inspection', given.id, { recordId: given.input.recordId }),
    ),
  )
  return new WorkflowResponse(id)
})
