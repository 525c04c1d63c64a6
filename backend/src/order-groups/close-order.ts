import { releaseStock } from '../checkout/reserve-stock'
import { ApiError } from '../http/api-error'
import type { SellerOrderState } from '../modules/order-group/states'
import type { Sql } from '../money/in-transaction'
import { askRefund } from '../payments/refunds'
import { releaseOffers } from '../promotion-offers/count-uses'
import type { LockedGroup, LockedSellerOrder } from './settle-group'
import { moveSellerOrder } from './settle-group'
import { tellCanceled, tellUnpaidEnd } from './tell-group'

/** Up to here nothing has left the shelf: a reservation is all there is to give back. */
export const CANCELABLE: readonly SellerOrderState[] = ['to_confirm', 'confirmed']

/** Why a seller order ends, and who says so: `buyer`, `system`, or an actor's kind and id. */
export interface Closing {
  reason: string
  by: string
  at: Date
}

/**
 * Cancels one order of a locked group in the caller's transaction: its state, Medusa's order, the stock promised to it, and a refund of
 * what was paid for it. The last one canceled cancels the group. Throws ApiError 409 `order_under_way` when it is past `confirmed`, or
 * when its group still awaits one payment for all. A canceled order stays as it is.
 */
export async function cancelOrderIn(
  sql: Sql,
  group: LockedGroup,
  order: LockedSellerOrder,
  closing: Closing,
): Promise<void> {
  if (order.state === 'canceled') return
  if (!(await moveSellerOrder(sql, order.orderId, CANCELABLE, 'canceled', closing.at))) {
    throw new ApiError(409, 'order_under_way')
  }
  order.state = 'canceled'
  await endOrders(sql, [order.orderId], closing)
  const paid = order.total - order.refunded
  const refund = group.paidAt === null ? 0 : Math.max(0, paid)
  if (refund > 0) {
    await askRefund(sql, {
      groupId: group.id,
      orderId: order.orderId,
      receiptId: null,
      amount: refund,
      reason: 'canceled',
      key: `cancel:${order.orderId}`,
    })
  }
  await tellCanceled(sql, group, order, { reason: closing.reason, by: closing.by, refund })
  if (group.orders.every(({ state }) => state === 'canceled')) {
    await sql.query(
      `UPDATE order_group SET state = 'canceled', closed_at = ?, updated_at = now() WHERE id = ? AND state = 'placed'`,
      [closing.at, group.id],
    )
    group.state = 'canceled'
    if (group.paidAt === null) await releaseOffers(sql, group.id)
  }
}

/**
 * Ends a locked group that awaits payment: no money came, so stock and promotions are free again. Out: false when it awaits none (any
 * more); nothing is changed then.
 */
export async function endUnpaidGroup(
  sql: Sql,
  group: LockedGroup,
  to: 'expired' | 'canceled',
  closing: Closing,
): Promise<boolean> {
  const ended = await sql.query(
    `UPDATE order_group SET state = ?, closed_at = ?, expires_at = NULL, updated_at = now()
     WHERE id = ? AND state = 'awaiting_payment' RETURNING id`,
    [to, closing.at, group.id],
  )
  if (ended.length === 0) return false
  group.state = to
  group.expiresAt = null
  for (const order of group.orders) {
    await moveSellerOrder(sql, order.orderId, ['awaiting_payment'], 'canceled', closing.at)
    order.state = 'canceled'
  }
  await endOrders(
    sql,
    group.orders.map((order) => order.orderId),
    closing,
  )
  await releaseOffers(sql, group.id)
  await tellUnpaidEnd(sql, group, to, closing.reason)
  return true
}

async function endOrders(sql: Sql, orderIds: readonly string[], closing: Closing): Promise<void> {
  await sql.query('UPDATE seller_order SET close_reason = ?, closed_by = ? WHERE order_id = ANY(?)', [
    closing.reason,
    closing.by,
    [...orderIds],
  ])
  await sql.query(
    `UPDATE "order" SET status = 'canceled', canceled_at = ?, updated_at = now() WHERE id = ANY(?) AND canceled_at IS NULL`,
    [closing.at, [...orderIds]],
  )
  await releaseStock(sql, orderIds)
}
