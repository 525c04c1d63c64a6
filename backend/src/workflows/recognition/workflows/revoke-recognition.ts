import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import { changeValidityStep } from '../steps/change-validity'

export interface RevokeRecognitionInput {
  recognitionId: string
  /** First day without the star, yyyy-mm-dd at +07. */
  revokedOn: string
}

/** Takes a recognition back from a day on. The record stays. Throws NOT_FOUND or INVALID_DATA. */
export const revokeRecognitionWorkflow = createWorkflow('revoke-recognition', (input: RevokeRecognitionInput) => {
  const change = transform({ input }, ({ input: given }) => {
    requireCalendarDay(given.revokedOn, 'The day of revocation')
    return { id: given.recognitionId, revoked_on: given.revokedOn }
  })
  return new WorkflowResponse(changeValidityStep(change))
})
