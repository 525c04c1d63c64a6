import { MedusaError } from '@medusajs/framework/utils'
import { v7 as uuidv7 } from 'uuid'
import type { AssetAccount } from '../modules/settlement/kinds'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { type LineOnBooks, lockOrderBooks, readOrderBooks } from './order-books'
import { post } from './post'
import { unappliedOf } from './post-receipts'
import {
  type RefundedLine,
  refundAskedEntries,
  refundDoneEntries,
  refundRefusedEntries,
  unappliedRefundEntries,
} from './postings/refunded'
import { type RefundLine, type RefundShare, shareRefund } from './share-refund'

export interface AskedRefund {
  refundId: string
  groupId: string
  /** The order that is given back; null for money that was never applied. */
  orderId: string | null
  receiptId: string | null
  /** Whole đồng above 0. */
  amount: number
  /** Lines and units; without them the amount is split over what is left of every line, freight too. */
  lines?: readonly RefundLine[]
  at: Date
}

/**
 * Posts a buyer's claim. Before delivery it comes out of the order's advance, after delivery out of the seller's balance with the line's
 * commissions and taxes reversed by the frozen terms; without an order out of the group's unapplied money.
 * Asking again with the same id changes nothing. Throws INVALID_DATA for more than is left, CONFLICT for the same id with other content.
 */
export async function postRefundAsked(sql: Sql, refund: AskedRefund): Promise<void> {
  const { refundId, groupId, orderId, receiptId, amount, lines, at } = refund
  if (orderId === null) {
    const known = await claimOf(sql, refundId)
    if (known === null && (await unappliedOf(sql, groupId)) < amount) {
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `Group ${groupId} does not hold ${amount} unapplied đồng.`)
    }
    await post(sql, unappliedRefundEntries({ refundId, groupId, receiptId, amount, at }))
    return
  }
  const books = await lockOrderBooks(sql, orderId)
  if (await isAskedBefore(sql, refundId, orderId, amount)) return
  if (!books.earned && books.advance < amount) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `Order ${orderId} holds ${books.advance} đồng, not ${amount}.`,
    )
  }
  const shares = shareRefund(books.lines, lines, amount)
  await keepShares(sql, refundId, orderId, shares)
  await post(sql, refundAskedEntries(refundId, refundedLines(books.lines, shares, 1), books.earned, at))
}

/**
 * What giving back lines and units of an order comes to, by what was paid and what was given back before. Throws as `shareRefund`.
 * Without lines: all that is left of the order.
 */
export async function quoteRefund(
  sql: Sql,
  orderId: string,
  lines?: readonly RefundLine[],
): Promise<{ amount: number; shares: RefundShare[] }> {
  const books = await readOrderBooks(sql, orderId)
  const all = books.lines.reduce((sum, { terms, refunded }) => sum + terms.paid - refunded.amount, 0)
  if (lines === undefined && all === 0) return { amount: 0, shares: [] }
  const shares = lines === undefined ? shareRefund(books.lines, undefined, all) : shareRefund(books.lines, lines)
  return { amount: shares.reduce((sum, share) => sum + share.amount, 0), shares }
}

/** Posts that the money of a refund left. In: where from. Posting it again changes nothing. Throws INVALID_DATA without a claim. */
export async function postRefundDone(
  sql: Sql,
  { refundId, asset, at }: { refundId: string; asset: AssetAccount; at: Date },
): Promise<void> {
  const claim = await claimOf(sql, refundId)
  if (claim === null) throw new MedusaError(MedusaError.Types.INVALID_DATA, `Nothing was asked back as ${refundId}.`)
  const { asked: amount, group_id: groupId, order_id: orderId, producer_id: producerId } = claim
  if (claim.refused > 0) throw new MedusaError(MedusaError.Types.CONFLICT, `Refund ${refundId} was refused.`)
  await post(sql, refundDoneEntries({ refundId, groupId, orderId, producerId, asset, amount, at }))
}

/**
 * Posts that a refund will not be paid: the claim goes back to where the money belongs now, with the terms of its lines as if it had
 * never been asked. Posting it again changes nothing. Throws CONFLICT when the money has left.
 */
export async function postRefundRefused(sql: Sql, { refundId, at }: { refundId: string; at: Date }): Promise<void> {
  const first = await claimOf(sql, refundId)
  if (first === null) throw new MedusaError(MedusaError.Types.INVALID_DATA, `Nothing was asked back as ${refundId}.`)
  const books = first.order_id === null ? null : await lockOrderBooks(sql, first.order_id)
  // Once more under the lock: of two calls at once the second sees what the first did.
  const claim = (await claimOf(sql, refundId)) ?? first
  if (claim.done > 0) throw new MedusaError(MedusaError.Types.CONFLICT, `Refund ${refundId} was paid.`)
  if (claim.refused > 0) return
  if (books === null) {
    const [{ key: _, ...entry }] = unappliedRefundEntries({
      refundId,
      groupId: claim.group_id,
      receiptId: claim.receipt_id,
      amount: claim.asked,
      at,
    }) as [ReturnType<typeof unappliedRefundEntries>[number]]
    await post(sql, [
      {
        ...entry,
        key: `refund_refused:${refundId}:unapplied`,
        kind: 'refund_refused',
        debit: entry.credit,
        credit: entry.debit,
      },
    ])
    return
  }
  const shares = await takeBackShares(sql, refundId)
  await post(sql, refundRefusedEntries(refundId, refundedLines(books.lines, shares, -1), books.earned, at))
}

function refundedLines(lines: readonly LineOnBooks[], shares: readonly RefundShare[], sign: 1 | -1): RefundedLine[] {
  return shares.flatMap((share) => {
    const line = lines.find(({ terms }) => terms.lineId === share.lineId)
    if (!line) return []
    const quantity = line.refunded.quantity + sign * share.quantity
    const amount = line.refunded.amount + sign * share.amount
    return [{ terms: line.terms, onBooks: line.onBooks, share, refunded: { quantity, amount } }]
  })
}

async function isAskedBefore(sql: Sql, refundId: string, orderId: string, amount: number): Promise<boolean> {
  const known = await sql.query<{ order_id: string; amount: string }>(
    'SELECT order_id, sum(amount)::text AS amount FROM refund_share WHERE refund_id = ? GROUP BY order_id',
    [refundId],
  )
  if (known.length === 0) return false
  if (known.length === 1 && known[0]?.order_id === orderId && toDong(known[0].amount) === amount) return true
  throw new MedusaError(MedusaError.Types.CONFLICT, `Refund ${refundId} was asked with other content.`)
}

async function keepShares(sql: Sql, refundId: string, orderId: string, shares: readonly RefundShare[]): Promise<void> {
  const rows = shares.map((share) => ({ id: uuidv7(), ...share }))
  await sql.query(
    `INSERT INTO refund_share (id, refund_id, order_id, line_id, quantity, amount)
     SELECT s.id, ?, ?, s."lineId", s.quantity, s.amount
     FROM jsonb_to_recordset(?::jsonb) AS s(id text, "lineId" text, quantity int, amount bigint)`,
    [refundId, orderId, JSON.stringify(rows)],
  )
}

async function takeBackShares(sql: Sql, refundId: string): Promise<RefundShare[]> {
  const rows = await sql.query<{ line_id: string; quantity: number; amount: string }>(
    `UPDATE refund_share SET taken_back_at = now(), updated_at = now() WHERE refund_id = ? AND taken_back_at IS NULL
     RETURNING line_id, quantity, amount`,
    [refundId],
  )
  return rows.map((row) => ({ lineId: row.line_id, quantity: row.quantity, amount: toDong(row.amount) }))
}

interface Claim {
  group_id: string
  order_id: string | null
  producer_id: string | null
  receipt_id: string | null
  asked: number
  done: number
  refused: number
}

/** What was posted to and from the claim of a refund; null when nothing was. */
async function claimOf(sql: Sql, refundId: string): Promise<Claim | null> {
  const account = `claim:${refundId}`
  const [row] = await sql.query<
    Record<'asked' | 'done' | 'refused', string | null> & Omit<Claim, 'asked' | 'done' | 'refused'>
  >(
    `SELECT min(group_id) AS group_id, min(order_id) AS order_id, min(producer_id) AS producer_id, min(receipt_id) AS receipt_id,
       sum(amount) FILTER (WHERE credit = ?)::text AS asked,
       sum(amount) FILTER (WHERE kind = 'refund_done')::text AS done,
       sum(amount) FILTER (WHERE debit = ? AND kind = 'refund_refused')::text AS refused
     FROM ledger_entry WHERE refund_id = ? AND (debit = ? OR credit = ?)`,
    [account, account, refundId, account, account],
  )
  if (!row || row.asked === null) return null
  return { ...row, asked: toDong(row.asked), done: toDong(row.done ?? 0), refused: toDong(row.refused ?? 0) }
}
