import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { SealedField } from '../../../modules/evidence/service'
import { savePersonalFieldsStep } from '../steps/save-personal-fields'

/** Keeps fields of one person. In: sealed already, so that no value passes through a workflow's memory or log. */
export const savePersonalFieldsWorkflow = createWorkflow(
  'save-personal-fields',
  (input: { rows: SealedField[] }) =>
    new WorkflowResponse(savePersonalFieldsStep(transform({ input }, (given) => given.input.rows))),
)
