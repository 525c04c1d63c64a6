import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { keepComplaintStep, type NewComplaint } from '../steps/keep-complaint'

/** Takes a complaint in. Out: its id. */
export const storeComplaintWorkflow = createWorkflow('store-complaint', (input: NewComplaint) => {
  return new WorkflowResponse(keepComplaintStep(input))
})
