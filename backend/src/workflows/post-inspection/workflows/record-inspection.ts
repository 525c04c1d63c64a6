import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { RecordingRow } from '../../../modules/post-inspection/service'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { recordInspectionStep } from '../steps/inspection'

export interface RecordInspectionInput {
  row: RecordingRow
  by: Doer
}

/** Writes down what was seen on the spot. Throws ApiError 404, 409 `inspection_state`. Out: the inspection's id. */
export const recordInspectionWorkflow = createWorkflow('record-post-inspection', (input: RecordInspectionInput) => {
  const id = recordInspectionStep(transform({ input }, ({ input: { row } }) => row))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, 'post_inspection:record', 'post_inspection', given.id, {
        looks: given.input.row.looks.map(({ look, result }) => `${look}=${result}`),
        violations: given.input.row.violations,
      }),
    ),
  )
  return new WorkflowResponse(id)
})
