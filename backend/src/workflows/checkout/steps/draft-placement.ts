import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { draftPlacement } from '../../../checkout/draft-placement'
import { planCart } from '../../../checkout/plan-cart'
import { takeBackGroup } from '../../../checkout/take-back'
import { graph } from '../../../container/graph'
import { ApiError } from '../../../http/api-error'
import { ORDER_GROUP_MODULE } from '../../../modules/order-group'
import type { OrderGroupModuleService } from '../../../modules/order-group/service'
import type { PaymentMethod } from '../../../modules/order-group/states'
import { SHOP_NAMES } from '../../shop/steps/find-shop'

export interface DraftInput {
  cartId: string
  expectedTotal: number
  method: PaymentMethod
}

/**
 * Plans what the cart becomes; a half-made group of a process that died is taken back first. The caller holds the cart's lock.
 * Throws ApiError 409 `cart_changed` with the new review when a price, the stock, a delivery, a promotion or the total moved, 400 when it
 * is empty or has no address, 422 `method_not_offered`, 503 `busy` when the cart has become a group meanwhile (asked again, it is found).
 */
export const draftPlacementStep = createStep('draft-placement', async (input: DraftInput, { container }) => {
  const groups: OrderGroupModuleService = container.resolve(ORDER_GROUP_MODULE)
  const [known] = await groups.listOrderGroups({ cart_id: input.cartId })
  if (known && !(known.state === 'placing' && (await takeBackGroup(container, known.id))))
    throw new ApiError(503, 'busy')

  const now = new Date()
  const plan = await planCart(container, input.cartId, now)
  const { review, buyer } = plan
  if (review.lines.length === 0) throw new ApiError(400, 'cart_empty')
  if (review.delivery === null || buyer === null) throw new ApiError(400, 'delivery_missing', { extra: { review } })
  if (!review.ready || review.total !== input.expectedTotal) {
    throw new ApiError(409, 'cart_changed', { extra: { review } })
  }
  const offered = review.paymentMethods.some(({ method, offered }) => offered && method === input.method)
  if (!offered) throw new ApiError(422, 'method_not_offered', { field: 'method', extra: { review } })

  const [option] = await graph<{ id: string }>(container, {
    entity: 'shipping_option',
    fields: ['id'],
    filters: { name: SHOP_NAMES.shippingOption },
  })
  if (!option) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'The shop has no delivery option yet.')
  return new StepResponse(draftPlacement({ ...plan, buyer }, review.delivery, input.method, option.id, now))
})
