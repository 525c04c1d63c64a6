import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { findPlacement } from '../../../checkout/find-placement'
import { graph } from '../../../container/graph'
import { CHECKOUT_MODULE } from '../../../modules/checkout'
import type { CheckoutModuleService } from '../../../modules/checkout/service'
import { toDong } from '../../../money/dong'

/**
 * Notes which order a cart became. The first note of a cart stays for ever: a second order of the same cart, which only a
 * lock that ended too early could make, fails here and is undone.
 */
export const keepPlacementStep = createStep(
  'keep-placement',
  async ({ cartId, orderId }: { cartId: string; orderId: string }, { container }) => {
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    const [order] = await graph<{ display_id: number; total: unknown }>(container, {
      entity: 'order',
      fields: ['id', 'display_id', 'total'],
      filters: { id: orderId },
    })
    if (!order) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'The order is gone.')
    await checkout.keepPlacement({ cartId, orderId, displayId: order.display_id, total: toDong(order.total) })
    const kept = await findPlacement(container, cartId)
    if (kept?.orderId !== orderId) {
      throw new MedusaError(MedusaError.Types.CONFLICT, 'This cart has been ordered by another request.')
    }
    return new StepResponse(kept, orderId)
  },
  async (orderId, { container }) => {
    if (!orderId) return
    const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
    const rows = await checkout.listCartPlacements({ order_id: orderId })
    await checkout.deleteCartPlacements(rows.map((row) => row.cart_id))
  },
)
