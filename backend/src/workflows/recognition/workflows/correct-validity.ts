import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { requireCalendarDay } from '../../../calendar/calendar-day'
import type { ValidityChange } from '../../../modules/recognition/service'
import { changeValidityStep } from '../steps/change-validity'

export interface CorrectValidityInput {
  recognitionId: string
  validFrom?: string
  /** Last day of validity, included. */
  validTo?: string
}

/** Corrects the days of a recognition that were recorded wrongly. Throws NOT_FOUND or INVALID_DATA. */
export const correctValidityWorkflow = createWorkflow('correct-validity', (input: CorrectValidityInput) => {
  const change = transform({ input }, ({ input: given }) => toChange(given))
  return new WorkflowResponse(changeValidityStep(change))
})

function toChange(given: CorrectValidityInput): ValidityChange {
  if (given.validFrom !== undefined) requireCalendarDay(given.validFrom, 'The first day')
  if (given.validTo !== undefined) requireCalendarDay(given.validTo, 'The last day')
  return {
    id: given.recognitionId,
    ...(given.validFrom === undefined ? {} : { valid_from: given.validFrom }),
    ...(given.validTo === undefined ? {} : { valid_to: given.validTo }),
  }
}
