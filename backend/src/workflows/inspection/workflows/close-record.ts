import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { closeRecordStep, type RecordClosing } from '../steps/close-record'

/** Ends the follow-up of a record. Throws ApiError 409 when it is ended already. Out: its id. */
export const closeInspectionRecordWorkflow = createWorkflow('close-inspection-record', (input: RecordClosing) => {
  return new WorkflowResponse(closeRecordStep(input))
})
