import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { erasePersonalFieldsStep, type PersonalErasure } from '../steps/erase-personal-fields'

/** Erases fields of one person for good. Out: how many there were. */
export const erasePersonalFieldsWorkflow = createWorkflow(
  'erase-personal-fields',
  (input: PersonalErasure) => new WorkflowResponse(erasePersonalFieldsStep(input)),
)
