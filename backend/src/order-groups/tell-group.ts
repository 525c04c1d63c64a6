import { type DispatchDraft, dispatchIn } from '../dispatch/dispatch'
import type { PaymentMethod, SellerOrderState } from '../modules/order-group/states'
import type { Sql } from '../money/in-transaction'

/** What is said of a group; the locked group fits. Whole đồng. */
interface ToldGroup {
  id: string
  displayNo: string
  method: PaymentMethod
  total: number
  expiresAt: Date | null
  orders: readonly { orderId: string; position: number; producerId: string; total: number; state: SellerOrderState }[]
}

/** Everything here is told once, in the transaction that makes it so. */

/** A group was placed: its buyer, and, when nothing is to be paid before, its producers. */
export async function tellPlaced(sql: Sql, group: ToldGroup): Promise<void> {
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind: 'order_placed',
    params: {
      displayNo: group.displayNo,
      total: group.total,
      method: group.method,
      payBy: group.expiresAt === null ? null : new Date(group.expiresAt).toISOString(),
    },
    dedupeKey: `order_placed:${group.id}`,
  })
  await tellProducers(sql, group)
}

/** The money of a prepaid group is there: its buyer, and its producers, who have something to confirm. */
export async function tellPaid(sql: Sql, group: ToldGroup): Promise<void> {
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind: 'order_paid',
    params: { displayNo: group.displayNo, total: group.total },
    dedupeKey: `order_paid:${group.id}`,
  })
  await tellProducers(sql, group)
}

async function tellProducers(sql: Sql, group: ToldGroup): Promise<void> {
  await dispatchIn(
    sql,
    group.orders
      .filter(({ state }) => state === 'to_confirm')
      .map(
        ({ orderId, position, producerId, total }): DispatchDraft => ({
          to: { producerId },
          kind: 'order_to_confirm',
          params: { displayNo: `${group.displayNo}/${position}`, total },
          path: `/chu-the/don-hang/${orderId}`,
          dedupeKey: `order_to_confirm:${orderId}`,
        }),
      ),
  )
}

/** A group that nobody paid has ended: its time ran out, or its buyer gave it up. */
export async function tellUnpaidEnd(
  sql: Sql,
  group: ToldGroup,
  to: 'expired' | 'canceled',
  reason: string,
): Promise<void> {
  const { id, displayNo } = group
  await dispatchIn(
    sql,
    to === 'expired'
      ? { to: { groupId: id }, kind: 'order_expired', params: { displayNo }, dedupeKey: `order_expired:${id}` }
      : {
          to: { groupId: id },
          kind: 'order_canceled',
          params: { displayNo, producer: null, reason, refund: 0 },
          dedupeKey: `order_canceled:${id}`,
        },
  )
}

/**
 * One order of a group was canceled: its buyer, with what goes back to them, and its producer unless it was them.
 * `by`: `buyer`, `system`, or an actor's kind and id.
 */
export async function tellCanceled(
  sql: Sql,
  group: ToldGroup,
  order: { orderId: string; position: number; producerId: string },
  { reason, by, refund }: { reason: string; by: string; refund: number },
): Promise<void> {
  const [producer] = await sql.query<{ name: string }>('SELECT name FROM producer WHERE id = ?', [order.producerId])
  const displayNo = `${group.displayNo}/${order.position}`
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind: 'order_canceled',
    params: { displayNo, producer: producer?.name ?? null, reason, refund },
    dedupeKey: `order_canceled:${order.orderId}`,
  })
  if (by.startsWith('producer:')) return
  await dispatchIn(sql, {
    to: { producerId: order.producerId },
    kind: 'order_canceled',
    params: { displayNo, producer: null, reason, refund: 0 },
    path: `/chu-the/don-hang/${order.orderId}`,
    dedupeKey: `order_canceled:${order.orderId}:producer`,
  })
}
