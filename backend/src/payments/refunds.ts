import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { ReceiptSource } from '../modules/payments/kinds'
import { requireDong, toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { lockGroup } from '../order-groups/settle-group'
import { postRefundAsked } from '../settlement/post-refunds'
import type { RefundLine } from '../settlement/share-refund'
import { askForAccount } from './refund-account'
import { tellRefund } from './tell-refund'

/** Money that shall go back to a buyer. */
export interface RefundQuestion {
  groupId: string
  /** The seller order it is for; null for money that paid none. */
  orderId: string | null
  /** The receipt it is a part of; null for the one that paid the group (there is none when cash was paid on delivery). */
  receiptId: string | null
  /** Whole đồng, above 0. */
  amount: number
  /** A word or a sentence for the books and the operator. */
  reason: string
  /** Unique: asking twice with one key asks once. */
  key: string
  /** What of the order goes back, for refunds after delivery. */
  lines?: readonly RefundLine[]
}

interface ReceiptRow {
  id: string
  source: ReceiptSource
}

/**
 * Asks that money goes back, in the caller's transaction: the refund, the buyer's claim in the ledger, and what is left of the receipt
 * and of the order change together. What came through the gateway goes back that way, sent by a worker; the rest is paid by a person.
 * Out: the refund's id. Throws ApiError 404 without such a group or receipt, 409 `refund_above_receipt` when more would go back than
 * came in, and 409 `refund_key_reused` when the key stands for another refund.
 */
export async function askRefund(sql: Sql, question: RefundQuestion): Promise<string> {
  requireDong(question.amount, 'A refund')
  const group = await lockGroup(sql, question.groupId)
  if (!group) throw new ApiError(404, 'not_found')
  const known = await findByKey(sql, question)
  if (known !== null) return known

  const receipt = await findReceipt(sql, question)
  if (receipt) await takeFromReceipt(sql, receipt.id, question.amount)
  if (question.orderId !== null) await takeFromOrder(sql, group.id, question.orderId, question.amount)
  const id = generateEntityId(undefined, 'pref')
  const byGateway = receipt?.source === 'vnpay'
  await sql.query(
    `INSERT INTO payment_refund (id, key, group_id, order_id, receipt_id, amount, reason, state, next_attempt_at, lines)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, CASE WHEN ? THEN now() END, ?::jsonb)`,
    [
      id,
      question.key,
      question.groupId,
      question.orderId,
      receipt?.id ?? null,
      question.amount,
      question.reason,
      byGateway ? 'asked' : 'manual',
      byGateway,
      question.lines === undefined ? null : JSON.stringify(question.lines),
    ],
  )
  await postRefundAsked(sql, {
    refundId: id,
    groupId: question.groupId,
    orderId: question.orderId,
    receiptId: receipt?.id ?? null,
    amount: question.amount,
    at: new Date(),
    ...(question.lines === undefined ? {} : { lines: question.lines }),
  })
  if (byGateway) await tellRefund(sql, group, 'refund_asked', { id, amount: question.amount })
  else await askForAccount(sql, group, { id, amount: question.amount })
  return id
}

async function findByKey(sql: Sql, { key, groupId, amount }: RefundQuestion): Promise<string | null> {
  const [known] = await sql.query<{ id: string; group_id: string; amount: string }>(
    'SELECT id, group_id, amount FROM payment_refund WHERE key = ?',
    [key],
  )
  if (!known) return null
  if (known.group_id !== groupId || toDong(known.amount) !== amount) throw new ApiError(409, 'refund_key_reused')
  return known.id
}

async function findReceipt(sql: Sql, { groupId, receiptId }: RefundQuestion): Promise<ReceiptRow | null> {
  if (receiptId === null) {
    const [applied] = await sql.query<ReceiptRow>(
      `SELECT id, source FROM payment_receipt WHERE group_id = ? AND outcome = 'applied'`,
      [groupId],
    )
    return applied ?? null
  }
  const [named] = await sql.query<ReceiptRow>('SELECT id, source FROM payment_receipt WHERE group_id = ? AND id = ?', [
    groupId,
    receiptId,
  ])
  if (!named) throw new ApiError(404, 'not_found')
  return named
}

/** The condition, and a check of the table behind it, let no more go back than came in. */
async function takeFromReceipt(sql: Sql, id: string, amount: number): Promise<void> {
  const taken = await sql.query(
    'UPDATE payment_receipt SET refunded = refunded + ?, updated_at = now() WHERE id = ? AND refunded + ? <= amount RETURNING id',
    [amount, id, amount],
  )
  if (taken.length === 0) throw new ApiError(409, 'refund_above_receipt')
}

/** Cash on delivery has no receipt of ours: what bounds its refunds is the order, and so with every order. */
async function takeFromOrder(sql: Sql, groupId: string, orderId: string, amount: number): Promise<void> {
  const taken = await sql.query(
    `UPDATE seller_order SET refunded = refunded + ?, updated_at = now()
     WHERE order_id = ? AND group_id = ? AND refunded + ? <= total RETURNING order_id`,
    [amount, orderId, groupId, amount],
  )
  if (taken.length === 0) throw new ApiError(409, 'refund_above_receipt')
}
