import { createWorkflow, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import type { PaymentMethod } from '../../../modules/order-group/states'
import { cancelByBuyerStep, changeMethodStep } from '../steps/change-group'

/** The buyer cancels a group or one of its orders. */
export const cancelGroupWorkflow = createWorkflow(
  'cancel-group',
  (input: { groupId: string; orderId: string | null; reason: string }) =>
    new WorkflowResponse(cancelByBuyerStep(input)),
)

/** The buyer pays another way. */
export const changeMethodWorkflow = createWorkflow(
  'change-payment-method',
  (input: { groupId: string; method: PaymentMethod }) => new WorkflowResponse(changeMethodStep(input)),
)
