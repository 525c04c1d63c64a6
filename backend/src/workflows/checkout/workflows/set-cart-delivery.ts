import { createWorkflow, transform, WorkflowResponse } from '@medusajs/framework/workflows-sdk'
import {
  acquireLockStep,
  addShippingMethodToCartWorkflow,
  releaseLockStep,
  updateCartWorkflow,
} from '@medusajs/medusa/core-flows'
import { checkDeliveryStep, type DeliveryInput } from '../steps/check-delivery'
import { findShippingOptionStep } from '../steps/find-shipping-option'
import { openCodSessionWorkflow } from './open-cod-session'

export interface SetCartDeliveryInput {
  cartId: string
  delivery: DeliveryInput
  /** Unlike any other holder of the cart's lock: Medusa's PostgreSQL lock lets two nameless ones in at once. */
  lockOwner: string
}

/** Sets a cart's address, flat delivery and cash-on-delivery session. Throws ApiError 400 naming the field at fault. */
export const setCartDeliveryWorkflow = createWorkflow('set-cart-delivery', (input: SetCartDeliveryInput) => {
  const checked = checkDeliveryStep(input.delivery)
  acquireLockStep({ key: input.cartId, timeout: 10, ttl: 60, ownerId: input.lockOwner })
  const update = transform({ input, checked }, (data) => ({
    id: data.input.cartId,
    email: data.checked.email ?? undefined,
    shipping_address: data.checked.address,
    billing_address: data.checked.address,
  }))
  updateCartWorkflow.runAsStep({ input: update })
  const optionId = findShippingOptionStep({})
  const method = transform({ input, optionId }, (data) => ({
    cart_id: data.input.cartId,
    options: [{ id: data.optionId, data: {} }],
  }))
  addShippingMethodToCartWorkflow.runAsStep({ input: method })
  openCodSessionWorkflow.runAsStep({ input: { cartId: input.cartId } })
  releaseLockStep({ key: input.cartId, ownerId: input.lockOwner })
  return new WorkflowResponse({ cartId: input.cartId })
})
