import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { keepConsentsStep, type NewConsents } from '../steps/keep-consents'

/** Notes consents, given or taken back. Out: ids of the rows. */
export const changeConsentsWorkflow = createWorkflow('change-consents', (input: NewConsents) => {
  return new WorkflowResponse(keepConsentsStep(input))
})
