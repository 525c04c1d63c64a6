import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import { liftSuspensionStep } from '../steps/lift-suspension'

export interface LiftSuspensionInput {
  suspensionId: string
  /** Last day without the star, included; yyyy-mm-dd at +07. */
  to: string
}

/** Ends a suspension. Throws NOT_FOUND, INVALID_DATA or ApiError 422. */
export const liftSuspensionWorkflow = createWorkflow('lift-suspension', (input: LiftSuspensionInput) => {
  const lift = transform({ input }, ({ input: given }) => {
    requireCalendarDay(given.to, 'The last day of the suspension')
    return { id: given.suspensionId, to: given.to }
  })
  return new WorkflowResponse(liftSuspensionStep(lift))
})
