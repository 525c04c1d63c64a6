import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import { changeRecognitionStep } from '../steps/change-recognition'

export interface RevokeRecognitionInput {
  recognitionId: string
  /** First day without the star, yyyy-mm-dd at +07. */
  revokedOn: string
  /** Key of a ground in the rule record `revocation-grounds`. */
  ground?: string
  /** The decision on record that takes it back. */
  decisionId?: string
}

/** Takes a recognition back from a day on. The record stays. Throws NOT_FOUND or INVALID_DATA. */
export const revokeRecognitionWorkflow = createWorkflow('revoke-recognition', (input: RevokeRecognitionInput) => {
  const change = transform({ input }, ({ input: given }) => {
    requireCalendarDay(given.revokedOn, 'The day of revocation')
    return {
      id: given.recognitionId,
      revoked_on: given.revokedOn,
      revocation_ground: given.ground ?? null,
      revoked_by_decision_id: given.decisionId ?? null,
    }
  })
  return new WorkflowResponse(changeRecognitionStep(change))
})
