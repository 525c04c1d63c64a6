import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { holdCartStep, leaveCartStep } from '../steps/hold-cart'
import { type ChoiceInput, keepChoiceStep } from '../steps/keep-choice'

/** Chooses the delivery of one producer's goods in a cart. */
export const chooseDeliveryWorkflow = createWorkflow(
  'choose-delivery',
  (input: ChoiceInput & { lockOwner: string }) => {
    const hold = transform({ input }, (data) => ({ cartId: data.input.cartId, owner: data.input.lockOwner }))
    holdCartStep(hold)
    const key = keepChoiceStep(input)
    leaveCartStep(hold)
    return new WorkflowResponse(key)
  },
)
