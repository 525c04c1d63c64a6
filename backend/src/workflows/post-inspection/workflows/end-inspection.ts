import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { auditStep } from '../../audit/steps/audit'
import { type Doer, deed } from '../doer'
import { endInspectionStep } from '../steps/inspection'

export interface EndInspectionInput {
  id: string
  move: 'close' | 'cancel'
  note: string
  by: Doer
}

/** Closes an inspection in which nothing is open, or cancels one that is not concluded. Throws ApiError 404, 409. Out: its id. */
export const endInspectionWorkflow = createWorkflow('end-post-inspection', (input: EndInspectionInput) => {
  const id = endInspectionStep(transform({ input }, ({ input: { by: _, ...end } }) => end))
  auditStep(
    transform({ input, id }, (given) =>
      deed(given.input.by, `post_inspection:${given.input.move}`, 'post_inspection', given.id),
    ),
  )
  return new WorkflowResponse(id)
})
