import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { ReceiptOutcome, ReceiptSource, RefundState } from '../modules/payments/kinds'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type LockedGroup, lockGroup, markGroupPaid } from '../order-groups/settle-group'
import { type EntryDraft, post } from '../settlement/post'
import { postRefundDone } from '../settlement/post-refunds'
import { amountDue, ordersDue } from './amount-due'
import { askRefund } from './refunds'
import { tellRefund } from './tell-refund'

interface RefundRow {
  group_id: string
  amount: string
  state: RefundState
  alert: string | null
  source: ReceiptSource | null
}

/** A refund that a person may deal with: theirs from the start, refused, or without an answer for a day. */
function isForPerson({ state, alert }: RefundRow): boolean {
  return state === 'manual' || state === 'refused' || (state === 'sent' && alert !== null)
}

/**
 * A person paid a refund from the bank account. In: the bank's number of that transfer, and who says so (`user_…`).
 * Throws ApiError 404, and 409 `refund_changed` when the refund is none for a person (any more).
 */
export async function confirmRefund(
  container: MedusaContainer,
  id: string,
  { paidReference, by }: { paidReference: string; by: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const { refund, group } = await lockRefund(sql, id)
    if (!isForPerson(refund)) throw new ApiError(409, 'refund_changed')
    await sql.query(
      `UPDATE payment_refund SET state = 'done', done_at = now(), next_attempt_at = NULL, alert = NULL, paid_reference = ?,
         confirmed_by = ?, updated_at = now() WHERE id = ?`,
      [paidReference, by, id],
    )
    await postRefundDone(sql, { refundId: id, asset: 'bank:main', at: new Date() })
    await tellRefund(sql, group, 'refund_done', { id, amount: toDong(refund.amount) })
  })
}

/**
 * Sends a refund through the gateway once more, under a new number: the person has seen there that the one before did not pay.
 * Throws ApiError 404, and 409 `refund_changed` for one that did not come through the gateway or needs no person.
 */
export async function sendRefundAgain(container: MedusaContainer, id: string, by: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const { refund } = await lockRefund(sql, id)
    if (!isForPerson(refund) || refund.source !== 'vnpay') throw new ApiError(409, 'refund_changed')
    await sql.query(
      `UPDATE payment_refund SET state = 'asked', request_id = NULL, request_date = NULL, response_code = NULL, attempts = 0,
         alert = NULL, sent_at = NULL, confirmed_by = ?, next_attempt_at = now(), updated_at = now() WHERE id = ?`,
      [by, id],
    )
  })
}

/** Finds the refund, and takes group and refund in the order of all locks. */
async function lockRefund(sql: Sql, id: string): Promise<{ refund: RefundRow; group: LockedGroup }> {
  const [known] = await sql.query<{ group_id: string }>('SELECT group_id FROM payment_refund WHERE id = ?', [id])
  if (!known) throw new ApiError(404, 'not_found')
  const group = await lockGroup(sql, known.group_id)
  const [refund] = await sql.query<RefundRow>(
    `SELECT r.group_id, r.amount, r.state, r.alert, p.source FROM payment_refund r
     LEFT JOIN payment_receipt p ON p.id = r.receipt_id WHERE r.id = ? FOR UPDATE OF r`,
    [id],
  )
  if (!group || !refund) throw new ApiError(404, 'not_found')
  return { refund, group }
}

/**
 * Money that waits for a person (held for suspicion, or a transfer of a wrong amount) pays its group after all.
 * In: who says so. Throws ApiError 404, 409 `receipt_settled` when somebody was first, and 409 `receipt_not_applicable` when the
 * group no longer awaits payment or its total is another.
 */
export async function applyReceipt(container: MedusaContainer, id: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const { group, receipt } = await lockWaiting(sql, id)
    const amount = toDong(receipt.amount)
    const at = new Date(receipt.received_at)
    const orders = ordersDue(group)
    if (amount !== amountDue(group) || !(await markGroupPaid(sql, group, at))) {
      throw new ApiError(409, 'receipt_not_applicable')
    }
    await sql.query(`UPDATE payment_receipt SET outcome = 'applied', updated_at = now() WHERE id = ?`, [id])
    await sql.query(
      `UPDATE payment_attempt SET state = CASE WHEN reference = ? THEN 'paid' ELSE 'superseded' END, updated_at = now()
       WHERE group_id = ? AND state IN ('open', 'held')`,
      [receipt.attempt_reference ?? '', group.id],
    )
    await post(
      sql,
      orders
        .filter(({ total }) => total > 0)
        .map(
          ({ orderId, producerId, total }): EntryDraft => ({
            key: `paid:${id}:${orderId}`,
            kind: 'paid',
            debit: `unapplied:${group.id}`,
            credit: `advance:${orderId}`,
            amount: total,
            at,
            groupId: group.id,
            orderId,
            producerId,
            receiptId: id,
          }),
        ),
    )
  })
}

/** Money that waits for a person goes back whole. Throws as `applyReceipt`. Out: the refund's id. */
export async function returnReceipt(container: MedusaContainer, id: string, reason: string): Promise<string> {
  return await inTransaction(container, async (sql) => {
    const { group, receipt } = await lockWaiting(sql, id)
    return await askRefund(sql, {
      groupId: group.id,
      orderId: null,
      receiptId: id,
      amount: toDong(receipt.amount),
      reason,
      key: `receipt:${id}`,
    })
  })
}

interface WaitingReceipt {
  group_id: string
  outcome: ReceiptOutcome
  amount: string
  refunded: string
  received_at: Date
  attempt_reference: string | null
}

async function lockWaiting(sql: Sql, id: string) {
  const [known] = await sql.query<{ group_id: string }>('SELECT group_id FROM payment_receipt WHERE id = ?', [id])
  const group = known ? await lockGroup(sql, known.group_id) : null
  const [receipt] = await sql.query<WaitingReceipt>(
    `SELECT group_id, outcome, amount, refunded, received_at, attempt_reference FROM payment_receipt WHERE id = ? FOR UPDATE`,
    [id],
  )
  if (!group || !receipt) throw new ApiError(404, 'not_found')
  const waits = (receipt.outcome === 'held' || receipt.outcome === 'wrong_amount') && toDong(receipt.refunded) === 0
  if (!waits) throw new ApiError(409, 'receipt_settled')
  return { group, receipt }
}
