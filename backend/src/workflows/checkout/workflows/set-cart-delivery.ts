import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import { updateCartWorkflow } from '@medusajs/medusa/core-flows'
import { checkDeliveryStep, type DeliveryInput } from '../steps/check-delivery'
import { holdCartStep, leaveCartStep } from '../steps/hold-cart'

export interface SetCartDeliveryInput {
  cartId: string
  delivery: DeliveryInput
  /** Unlike any other holder of the cart's lock: Medusa's PostgreSQL lock lets two nameless ones in at once. */
  lockOwner: string
}

/** Sets where a cart goes. Throws ApiError 400 or 422 naming the field at fault. */
export const setCartDeliveryWorkflow = createWorkflow('set-cart-delivery', (input: SetCartDeliveryInput) => {
  const checked = checkDeliveryStep(input.delivery)
  const hold = transform({ input }, (data) => ({ cartId: data.input.cartId, owner: data.input.lockOwner }))
  holdCartStep(hold)
  const update = transform({ input, checked }, (data) => ({
    id: data.input.cartId,
    email: data.checked.email ?? undefined,
    shipping_address: data.checked.address,
    billing_address: data.checked.address,
  }))
  updateCartWorkflow.runAsStep({ input: update })
  leaveCartStep(hold)
  return new WorkflowResponse({ cartId: input.cartId })
})
