import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import { changeRecognitionStep } from '../steps/change-recognition'

export interface ExtendRecognitionInput {
  recognitionId: string
  /** Last day of the transitional extension, included; yyyy-mm-dd at +07. */
  extendedTo: string
  /** The decision on record that extends it. */
  decisionId?: string
}

/** Lets a recognition count beyond its expiry (QĐ 26/2026 art. 12). Throws NOT_FOUND, INVALID_DATA or ApiError 422. */
export const extendRecognitionWorkflow = createWorkflow('extend-recognition', (input: ExtendRecognitionInput) => {
  const change = transform({ input }, ({ input: given }) => {
    requireCalendarDay(given.extendedTo, 'The last day of the extension')
    return {
      id: given.recognitionId,
      extended_to: given.extendedTo,
      extended_by_decision_id: given.decisionId ?? null,
    }
  })
  return new WorkflowResponse(changeRecognitionStep(change))
})
