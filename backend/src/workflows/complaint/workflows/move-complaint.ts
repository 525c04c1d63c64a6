import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type ComplaintMove, moveComplaintStep } from '../steps/move-complaint'

/** Takes a complaint up, or answers it. Out: its id. */
export const moveComplaintWorkflow = createWorkflow('move-complaint', (input: ComplaintMove) => {
  return new WorkflowResponse(moveComplaintStep(input))
})
