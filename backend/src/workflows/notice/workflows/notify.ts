import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { NoticeDraft } from '../../../notices/notify'
import { notifyStep } from '../steps/notify'

/** Tells people with an account, each piece of news once. Out: ids of the new notices. */
export const notifyWorkflow = createWorkflow('notify', (input: NoticeDraft[]) => {
  return new WorkflowResponse(notifyStep(input))
})
