import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { type CodeInput, changeCodesStep } from '../steps/change-codes'
import { holdCartStep, leaveCartStep } from '../steps/hold-cart'

/** Adds or removes a promotion code of a cart. */
export const changeCodesWorkflow = createWorkflow('change-codes', (input: CodeInput & { lockOwner: string }) => {
  const hold = transform({ input }, (data) => ({ cartId: data.input.cartId, owner: data.input.lockOwner }))
  holdCartStep(hold)
  const key = changeCodesStep(input)
  leaveCartStep(hold)
  return new WorkflowResponse(key)
})
