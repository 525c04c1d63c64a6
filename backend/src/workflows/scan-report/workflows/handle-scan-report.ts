import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type HandledReport, markReportHandledStep } from '../steps/mark-report-handled'

/** Marks a report handled or open again. Out: its id. */
export const handleScanReportWorkflow = createWorkflow('handle-scan-report', (input: HandledReport) => {
  return new WorkflowResponse(markReportHandledStep(input))
})
