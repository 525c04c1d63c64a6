import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type KeepLookUpsInput, keepLookUpsStep } from '../steps/keep-look-ups'

/** Writes offline look-ups of an inspector into the audit. Out: how many were new. */
export const keepLookUpsWorkflow = createWorkflow('keep-look-ups', (input: KeepLookUpsInput) => {
  return new WorkflowResponse(keepLookUpsStep(input))
})
