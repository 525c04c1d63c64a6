import { createWorkflow, transform, WorkflowResponse, when } from '@medusajs/framework/workflows-sdk'
import { acquireLockStep, completeCartWorkflow, releaseLockStep } from '@medusajs/medusa/core-flows'
import { findPlacementStep } from '../steps/find-placement'
import { keepPlacementStep } from '../steps/keep-placement'
import { requireKeptStockStep } from '../steps/require-kept-stock'
import { requireUnchangedCartStep } from '../steps/require-unchanged-cart'
import { openCodSessionWorkflow } from './open-cod-session'

export interface PlaceCartOrderInput {
  cartId: string
  /** Whole đồng: what the buyer was shown. */
  expectedTotal: number
  /** Unlike any other holder of the cart's lock: Medusa's PostgreSQL lock lets two nameless ones in at once. */
  lockOwner: string
}

/**
 * The one way a cart becomes an order, for every caller. Holds the cart's lock (waits up to 30 s, keeps it 120 s at most),
 * so no line can change meanwhile; a cart that is an order already answers with that order.
 * Out: the placement. Throws ApiError 409 `cart_changed`, 400 or what Medusa throws; nothing is kept then.
 */
export const placeCartOrderWorkflow = createWorkflow('place-cart-order', (input: PlaceCartOrderInput) => {
  acquireLockStep({ key: input.cartId, timeout: 30, ttl: 120, ownerId: input.lockOwner })
  const before = findPlacementStep(input.cartId)

  const placed = when('not-placed-yet', { before }, (data) => data.before === null).then(() => {
    requireUnchangedCartStep({ cartId: input.cartId, expectedTotal: input.expectedTotal })
    openCodSessionWorkflow.runAsStep({ input: { cartId: input.cartId } })
    const order = completeCartWorkflow.runAsStep({ input: { id: input.cartId } })
    requireKeptStockStep(order.id)
    return keepPlacementStep({ cartId: input.cartId, orderId: order.id })
  })
  releaseLockStep({ key: input.cartId, ownerId: input.lockOwner })
  const placement = transform({ before, placed }, (data) => data.before ?? data.placed)
  return new WorkflowResponse(placement)
})
