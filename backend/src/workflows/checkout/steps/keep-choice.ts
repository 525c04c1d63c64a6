import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { readDeliveryKey } from '../../../checkout/delivery-methods'
import { planCart } from '../../../checkout/plan-cart'
import { ApiError } from '../../../http/api-error'
import { CHECKOUT_MODULE } from '../../../modules/checkout'
import type { CheckoutModuleService } from '../../../modules/checkout/service'

export interface ChoiceInput {
  cartId: string
  producerId: string
  /** `DeliveryChoice.key`. */
  delivery: string
}

/** Keeps how one producer's goods are delivered. Throws ApiError 422 `delivery_not_offered`, 404 and 409 as `planCart`. */
export const keepChoiceStep = createStep(
  'keep-choice',
  async (input: ChoiceInput, { container }) => {
    const { review } = await planCart(container, input.cartId)
    const group = review.groups.find(({ producer }) => producer.id === input.producerId)
    const chosen = readDeliveryKey(input.delivery)
    if (!chosen || !group?.deliveries.some(({ key }) => key === input.delivery)) {
      throw new ApiError(422, 'delivery_not_offered', { field: 'delivery' })
    }
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    const key = `${input.cartId}:${input.producerId}`
    const [before] = await checkout.listCartChoices({ key })
    const row = {
      key,
      cart_id: input.cartId,
      producer_id: input.producerId,
      method: chosen.method,
      shop_id: chosen.shopId,
    }
    await checkout.keepChoice(row)
    return new StepResponse(key, { key, before: before ?? null })
  },
  async (undo, { container }) => {
    if (!undo) return
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    if (undo.before) {
      const { key, cart_id, producer_id, method, shop_id } = undo.before
      await checkout.keepChoice({ key, cart_id, producer_id, method, shop_id })
    } else await checkout.deleteCartChoices([undo.key])
  },
)
