import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { reviewCart } from '../../../checkout/review-cart'
import { ApiError } from '../../../http/api-error'

/**
 * Compares the cart with what its owner last saw. Throws ApiError 409 `cart_changed` with the new review when a price, the
 * stock or the total moved, 400 when it is empty or has no delivery.
 */
export const requireUnchangedCartStep = createStep(
  'require-unchanged-cart',
  async (input: { cartId: string; expectedTotal: number }, { container }) => {
    const review = await reviewCart(container, input.cartId)
    if (review.lines.length === 0) throw new ApiError(400, 'cart_empty')
    if (review.delivery === null) throw new ApiError(400, 'delivery_missing', { extra: { review } })
    if (!review.ready || review.total !== input.expectedTotal) {
      throw new ApiError(409, 'cart_changed', { extra: { review } })
    }
    return new StepResponse(review.total)
  },
)
