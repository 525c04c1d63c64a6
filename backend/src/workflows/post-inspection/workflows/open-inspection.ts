import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { OpeningRow } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { openInspectionStep } from '../steps/inspection'

export interface OpenInspectionInput {
  row: OpeningRow
  recordIds: string[]
  by: Doer
}

/** Opens an inspection for a reason. Out: its id. */
export const openInspectionWorkflow = createWorkflow('open-post-inspection', (input: OpenInspectionInput) => {
  const id = openInspectionStep(transform({ input }, ({ input: { row, recordIds } }) => ({ row, recordIds })))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:record', 'post_inspection', given.id, {
        trigger: given.input.row.trigger,
        recordIds: given.input.recordIds,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
