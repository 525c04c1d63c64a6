import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { holdCart, leaveCart } from '../../../checkout/cart-lock'

interface Hold {
  cartId: string
  owner: string
}

/** Takes the cart's lock, and gives it back when a later step fails. Throws ApiError 503 `busy`. */
export const holdCartStep = createStep(
  'hold-cart',
  async (hold: Hold, { container }) => {
    await holdCart(container, hold.cartId, hold.owner)
    return new StepResponse(hold.cartId, hold)
  },
  async (hold, { container }) => {
    if (hold) await leaveCart(container, hold.cartId, hold.owner)
  },
)

/** Gives the cart's lock back when all is done. */
export const leaveCartStep = createStep('leave-cart', async (hold: Hold, { container }) => {
  await leaveCart(container, hold.cartId, hold.owner)
  return new StepResponse(hold.cartId)
})
