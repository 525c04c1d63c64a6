import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { cancelOrderIn, endUnpaidGroup } from './close-order'
import { type LockedGroup, lockGroup, lockGroupOfOrder } from './settle-group'

/**
 * Cancels one seller order, in one transaction: Medusa's order, its reservation, its state, and a refund of what was paid for it.
 * A second time it does nothing. In: Medusa's order id, why, and who (`buyer`, `system`, or an actor's kind and id).
 * Throws ApiError 404 for an unknown order, 409 `order_under_way` once it is packed or while its group awaits payment.
 */
export async function cancelSellerOrder(
  container: MedusaContainer,
  orderId: string,
  reason: string,
  by: string,
): Promise<void> {
  await inTransaction(container, (sql) => cancelSellerOrderIn(sql, orderId, reason, by))
}

/** As `cancelSellerOrder`, in the caller's transaction, which holds no lock that comes after the group's. */
export async function cancelSellerOrderIn(sql: Sql, orderId: string, reason: string, by: string): Promise<LockedGroup> {
  const group = await lockGroupOfOrder(sql, orderId)
  const order = group?.orders.find((each) => each.orderId === orderId)
  if (!group || !order) throw new ApiError(404, 'not_found')
  await cancelOrderIn(sql, group, order, { reason, by, at: new Date() })
  return group
}

/**
 * The buyer cancels: all of a group that awaits payment, or its orders that nobody has confirmed yet, or one of them.
 * Throws ApiError 404, and 409 `order_under_way` when any of those meant is confirmed already or has ended otherwise; nothing is canceled then.
 */
export async function cancelByBuyer(
  container: MedusaContainer,
  groupId: string,
  orderId: string | null,
  reason: string,
): Promise<void> {
  const closing = { reason, by: 'buyer', at: new Date() }
  await inTransaction(container, async (sql) => {
    const group = await lockGroup(sql, groupId)
    const meant = group?.orders.filter((order) => orderId === null || order.orderId === orderId) ?? []
    if (!group || meant.length === 0) throw new ApiError(404, 'not_found')
    if (group.state === 'awaiting_payment') {
      // One payment is asked for all of it: its parts cannot end one by one before it is made.
      if (meant.length < group.orders.length) throw new ApiError(409, 'order_under_way')
      await endUnpaidGroup(sql, group, 'canceled', closing)
      return
    }
    if (meant.some(({ state }) => state !== 'to_confirm' && state !== 'canceled')) {
      throw new ApiError(409, 'order_under_way')
    }
    for (const order of meant) await cancelOrderIn(sql, group, order, closing)
  })
}
