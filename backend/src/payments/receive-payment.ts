import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { ReceiptOutcome, ReceiptSource } from '../modules/payments/kinds'
import type { AssetAccount } from '../modules/settlement/kinds'
import { requireDong, toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type LockedGroup, lockGroup, markGroupPaid } from '../order-groups/settle-group'
import { postPaid, postUnapplied } from '../settlement/post-receipts'
import { amountDue, ordersDue } from './amount-due'
import { askRefund } from './refunds'

/** Money that came in, as the gateway, the bank, a carrier or an operator told it. */
export interface IncomingPayment {
  source: ReceiptSource
  /** Their own number, unique with the source. */
  reference: string
  /** The attempt it answers; null when it names none. */
  attemptReference: string | null
  groupId: string
  /** Whole đồng, above 0. */
  amount: number
  /** When they took it, UTC. */
  at: Date
  /** What they said, without secrets. */
  raw: Readonly<Record<string, unknown>>
  /** The gateway took the money and suspects fraud: it is booked, and a person decides. */
  suspected?: boolean
}

/** What became of the money; `already` is the same money told again. */
export type ReceivedAs = ReceiptOutcome | 'already'

/** The asset account where money of a source lies. A carrier's is `carrier:<code>`, the code being the raw content's `carrier`. */
export function assetOf(source: ReceiptSource, raw: Readonly<Record<string, unknown>>): AssetAccount {
  if (source === 'vnpay') return 'gateway:vnpay'
  if (source === 'carrier') return `carrier:${String(raw.carrier)}`
  return 'bank:main'
}

/**
 * Makes money that came in a fact: the only place that does. In one transaction: the receipt, the state of group and attempt, the
 * ledger's entries, and the refund of what cannot be kept.
 * Out: what became of it. Throws ApiError 404 for a group that is not there, and 409 `receipt_conflict` when the reference is known
 * with another amount or group: one of the two is wrong, and a person must find out which.
 */
export async function receivePayment(container: MedusaContainer, payment: IncomingPayment): Promise<ReceivedAs> {
  return await inTransaction(container, (sql) => receivePaymentIn(sql, payment))
}

/** As `receivePayment`, in the caller's transaction, which holds no lock that comes after the group's. */
export async function receivePaymentIn(sql: Sql, payment: IncomingPayment): Promise<ReceivedAs> {
  requireDong(payment.amount, 'A payment')
  const group = await lockGroup(sql, payment.groupId)
  if (!group) throw new ApiError(404, 'not_found')
  if (await isKnown(sql, payment)) return 'already'
  await requireOwnAttempt(sql, payment)

  // Before the judgement moves them on.
  const orders = ordersDue(group)
  const outcome = await judge(sql, group, payment)
  const receiptId = await keepReceipt(sql, payment, outcome)
  await endAttempts(sql, payment, outcome)
  const entry = { receiptId, groupId: group.id, asset: assetOf(payment.source, payment.raw), at: payment.at }
  if (outcome === 'applied') {
    await postPaid(sql, { ...entry, orders })
    return outcome
  }
  await postUnapplied(sql, { ...entry, amount: payment.amount })
  if (goesBackAtOnce(outcome, payment.source)) {
    await askRefund(sql, {
      groupId: group.id,
      orderId: null,
      receiptId,
      amount: payment.amount,
      reason: outcome,
      key: `receipt:${receiptId}`,
    })
  }
  return outcome
}

async function isKnown(sql: Sql, { source, reference, groupId, amount }: IncomingPayment): Promise<boolean> {
  const [known] = await sql.query<{ group_id: string; amount: string }>(
    'SELECT group_id, amount FROM payment_receipt WHERE source = ? AND reference = ?',
    [source, reference],
  )
  if (!known) return false
  if (known.group_id !== groupId || toDong(known.amount) !== amount) throw new ApiError(409, 'receipt_conflict')
  return true
}

async function requireOwnAttempt(sql: Sql, { attemptReference, groupId }: IncomingPayment): Promise<void> {
  if (attemptReference === null) return
  const [attempt] = await sql.query<{ group_id: string }>('SELECT group_id FROM payment_attempt WHERE reference = ?', [
    attemptReference,
  ])
  if (attempt?.group_id !== groupId) throw new ApiError(409, 'receipt_conflict')
}

async function judge(sql: Sql, group: LockedGroup, payment: IncomingPayment): Promise<ReceiptOutcome> {
  if (payment.suspected) return 'held'
  if (group.state === 'placed') return 'duplicate'
  if (group.state !== 'awaiting_payment') return 'late'
  if (payment.amount !== amountDue(group)) return 'wrong_amount'
  return (await markGroupPaid(sql, group, payment.at)) ? 'applied' : 'late'
}

/** A bank transfer of another amount may be mended by a second one, so it waits for a person. */
function goesBackAtOnce(outcome: ReceiptOutcome, source: ReceiptSource): boolean {
  if (outcome === 'late' || outcome === 'duplicate') return true
  return outcome === 'wrong_amount' && source === 'vnpay'
}

async function keepReceipt(sql: Sql, payment: IncomingPayment, outcome: ReceiptOutcome): Promise<string> {
  const id = generateEntityId(undefined, 'prcp')
  await sql.query(
    `INSERT INTO payment_receipt (id, source, reference, attempt_reference, group_id, amount, received_at, outcome, raw)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)`,
    [
      id,
      payment.source,
      payment.reference,
      payment.attemptReference,
      payment.groupId,
      payment.amount,
      payment.at.toISOString(),
      outcome,
      JSON.stringify(payment.raw),
    ],
  )
  return id
}

/** The paid attempt ends; once a group is paid, its other open attempts are worth nothing. */
async function endAttempts(sql: Sql, payment: IncomingPayment, outcome: ReceiptOutcome): Promise<void> {
  await sql.query(
    `UPDATE payment_attempt SET state = ?, next_query_at = NULL, updated_at = now() WHERE group_id = ? AND reference = ?`,
    [outcome === 'held' ? 'held' : 'paid', payment.groupId, payment.attemptReference ?? ''],
  )
  if (outcome !== 'applied') return
  await sql.query(
    `UPDATE payment_attempt SET state = 'superseded', updated_at = now() WHERE group_id = ? AND state = 'open'`,
    [payment.groupId],
  )
}
