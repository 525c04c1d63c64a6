import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { CHECKOUT_MODULE } from '../modules/checkout'
import type { CheckoutModuleService, Placement } from '../modules/checkout/service'
import { toDong } from '../money/dong'

/** A placement, and when it was made. */
export interface FoundPlacement extends Placement {
  placedAt: Date
}

/**
 * The order a cart became; null while it is a cart. Looks at our own note first and at Medusa's link next: a process killed
 * between the two left an order without a note.
 */
export async function findPlacement(container: MedusaContainer, cartId: string): Promise<FoundPlacement | null> {
  const checkout: CheckoutModuleService = container.resolve(CHECKOUT_MODULE)
  const [noted] = await checkout.listCartPlacements({ cart_id: cartId })
  if (noted) {
    return {
      cartId,
      orderId: noted.order_id,
      displayId: noted.display_id,
      total: toDong(noted.total),
      placedAt: new Date(noted.placed_at),
    }
  }
  const [link] = await graph<{ order: { id: string; display_id: number; total: unknown; created_at: string } | null }>(
    container,
    {
      entity: 'order_cart',
      fields: ['order.id', 'order.display_id', 'order.total', 'order.created_at'],
      filters: { cart_id: cartId },
    },
  )
  if (!link?.order) return null
  const { order } = link
  return {
    cartId,
    orderId: order.id,
    displayId: order.display_id,
    total: toDong(order.total),
    placedAt: new Date(order.created_at),
  }
}
