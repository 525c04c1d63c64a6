import { dispatchIn } from '../dispatch/dispatch'
import type { Sql } from '../money/in-transaction'
import type { LockedGroup, LockedSellerOrder } from '../order-groups/settle-group'
import { numberOf } from '../parcels/move-orders'

/** Tells the producer that a buyer wants something of them. */
export async function tellProducer(
  sql: Sql,
  group: LockedGroup,
  order: LockedSellerOrder,
  subjectId: string,
): Promise<void> {
  await dispatchIn(sql, {
    to: { producerId: order.producerId },
    kind: 'message_received',
    params: { displayNo: numberOf(group.displayNo, order.position), from: 'Người mua' },
    path: `/chu-the/don-hang/${order.orderId}`,
    dedupeKey: `asked:${subjectId}`,
  })
}

/** Tells the buyer what became of a request. */
export async function tellBuyer(
  sql: Sql,
  group: LockedGroup,
  order: LockedSellerOrder,
  answer: { accepted: boolean; note: string; key: string },
): Promise<void> {
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind: 'return_answered',
    params: { displayNo: numberOf(group.displayNo, order.position), accepted: answer.accepted, note: answer.note },
    dedupeKey: `return_answered:${answer.key}`,
  })
}
