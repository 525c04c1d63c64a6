import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import type { RecognitionChange } from '../../../modules/recognition/rows'
import { changeRecognitionStep } from '../steps/change-recognition'

export interface CorrectValidityInput {
  recognitionId: string
  validFrom?: string
  /** Last day of validity, included. */
  validTo?: string
}

/** Corrects the days of a recognition that were recorded wrongly. Throws NOT_FOUND, INVALID_DATA or ApiError 422. */
export const correctValidityWorkflow = createWorkflow('correct-validity', (input: CorrectValidityInput) => {
  const change = transform({ input }, ({ input: given }) => toChange(given))
  return new WorkflowResponse(changeRecognitionStep(change))
})

function toChange(given: CorrectValidityInput): RecognitionChange {
  if (given.validFrom !== undefined) requireCalendarDay(given.validFrom, 'The first day')
  if (given.validTo !== undefined) requireCalendarDay(given.validTo, 'The last day')
  return {
    id: given.recognitionId,
    ...(given.validFrom === undefined ? {} : { valid_from: given.validFrom }),
    ...(given.validTo === undefined ? {} : { valid_to: given.validTo }),
  }
}
