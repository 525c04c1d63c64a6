import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import { suspendRecognitionStep } from '../steps/suspend-recognition'

export interface SuspendRecognitionInput {
  recognitionId: string
  /** First day without the star, yyyy-mm-dd at +07. */
  from: string
  /** Last day without it, included; null until further notice. */
  to: string | null
  reason: string
  decision: { id: string | null; number: string; date: string; authority: string }
}

/** Suspends a recognition. Out: `{ suspensionId }`. Throws NOT_FOUND, INVALID_DATA, ApiError 409 or 422. */
export const suspendRecognitionWorkflow = createWorkflow('suspend-recognition', (input: SuspendRecognitionInput) => {
  const row = transform({ input }, ({ input: given }) => {
    requireCalendarDay(given.from, 'The first day of the suspension')
    if (given.to !== null) requireCalendarDay(given.to, 'The last day of the suspension')
    requireCalendarDay(given.decision.date, 'The date of the decision')
    return {
      recognition_id: given.recognitionId,
      from: given.from,
      to: given.to,
      reason: given.reason,
      decision_number: given.decision.number,
      decision_date: given.decision.date,
      authority: given.decision.authority,
      decision_id: given.decision.id,
    }
  })
  return new WorkflowResponse(suspendRecognitionStep(row))
})
