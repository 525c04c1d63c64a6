import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { createOrdersStep } from '@medusajs/medusa/core-flows'
import type { PaymentMethod } from '../../../modules/order-group/states'
import { beginGroupStep } from '../steps/begin-group'
import { draftPlacementStep } from '../steps/draft-placement'
import { holdCartStep, leaveCartStep } from '../steps/hold-cart'
import { settlePlacementStep } from '../steps/settle-placement'

export interface PlaceOrderGroupInput {
  cartId: string
  /** Whole đồng: what the buyer was shown. */
  expectedTotal: number
  method: PaymentMethod
  /** Unlike any other holder of the cart's lock. */
  lockOwner: string
}

/**
 * The one way a cart becomes an order group, for every way to pay (decision 0031). Under the cart's lock: the group's row, all of
 * Medusa's orders by one call, then one transaction that makes the group whole. Out: the group's id. Throws what the steps throw; nothing is
 * kept then. A process that dies leaves at most a `placing` row that the next call or `take-back-groups` takes back.
 */
export const placeOrderGroupWorkflow = createWorkflow('place-order-group', (input: PlaceOrderGroupInput) => {
  const hold = transform({ input }, (data) => ({ cartId: data.input.cartId, owner: data.input.lockOwner }))
  holdCartStep(hold)
  const draft = draftPlacementStep(input)
  beginGroupStep(draft)
  const orders = transform({ draft }, (data) => data.draft.medusaOrders)
  createOrdersStep(orders)
  settlePlacementStep(draft)
  leaveCartStep(hold)
  return new WorkflowResponse(draft)
})
