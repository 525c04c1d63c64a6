import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { retryMessageStep } from '../steps/retry-message'

/** Tries a stuck message of the outbox again. Throws ApiError 404. Out: its id. */
export const retryMessageWorkflow = createWorkflow('retry-message', (input: { id: string }) => {
  return new WorkflowResponse(retryMessageStep(input.id))
})
