import type { RequestContext } from '#app/lib/request-context.server.ts'
import type { OrderView } from './cart-types.ts'
import { ShopError, shop } from './client.server.ts'

/** What a visitor with a link may see of an order. */
export type OrderAnswer =
  | { kind: 'order'; order: OrderView }
  /** No token in the link. */
  | { kind: 'token_missing' }
  /** Wrong or expired token, or no such order: the answers look the same, so ids cannot be probed. */
  | { kind: 'refused' }
  | { kind: 'unavailable' }

/**
 * Reads an order with the token of its link (`GET /store/orders/:id`, docs/contracts.md).
 * The shop is not asked without a token. Never throws.
 */
export async function readOrder(context: RequestContext, orderId: string, token: string | null): Promise<OrderAnswer> {
  if (!token) return { kind: 'token_missing' }
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(orderId) || !/^[A-Za-z0-9_.-]{1,256}$/.test(token)) return { kind: 'refused' }
  try {
    const { order } = await shop<{ order: OrderView }>(context, `/store/orders/${orderId}`, {
      headers: { 'x-order-token': token },
    })
    return { kind: 'order', order }
  } catch (error) {
    if (error instanceof ShopError && error.kind !== 'unavailable' && error.kind !== 'too_many') {
      return { kind: 'refused' }
    }
    return { kind: 'unavailable' }
  }
}
