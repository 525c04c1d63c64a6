import { dispatchIn } from '../dispatch/dispatch'
import type { Sql } from '../money/in-transaction'

/** Tells a buyer, once, that money is on its way back or has left; in the transaction that makes it so. Whole đồng. */
export async function tellRefund(
  sql: Sql,
  group: { id: string; displayNo: string },
  kind: 'refund_asked' | 'refund_done',
  refund: { id: string; amount: number },
): Promise<void> {
  await dispatchIn(sql, {
    to: { groupId: group.id },
    kind,
    params: { displayNo: group.displayNo, amount: refund.amount },
    dedupeKey: `${kind}:${refund.id}`,
  })
}
