import type { MedusaContainer } from '@medusajs/framework/types'
import { isApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { lockGroup } from '../order-groups/settle-group'
import type { PaymentGateway, QueryAnswer } from './gateway'
import { type AlertCode, keepMessage } from './keep-message'
import { type ReceivedAs, receivePaymentIn } from './receive-payment'

const BATCH = 20

/** An attempt whose turn it is. */
export interface DueAttempt {
  reference: string
  group_id: string
  expires_at: Date
  data: { createDate: string }
}

/**
 * Two processes never take the same attempt. While it may be paid it is asked about after 1, 2, 4, 5, 5 … minutes; after its end at
 * growing distances for a day, since money may have come in whose notice was lost. Then the buyer's address is forgotten.
 */
const CLAIM = `
  UPDATE payment_attempt SET queries = queries + 1, updated_at = now(),
    next_query_at = CASE
      WHEN now() < expires_at THEN least(now() + make_interval(secs => least(60 * power(2, least(queries, 8)), 300)), expires_at + interval '10 seconds')
      WHEN now() < expires_at + interval '1 day' THEN now() + greatest(interval '1 minute', now() - expires_at)
    END,
    data = CASE WHEN now() < expires_at + interval '1 day' THEN data ELSE data - 'clientIp' END
  WHERE id IN (
    SELECT id FROM payment_attempt WHERE method = 'vnpay' AND next_query_at <= now()
    ORDER BY next_query_at LIMIT ? FOR UPDATE SKIP LOCKED)
  RETURNING reference, group_id, expires_at, data`

/**
 * Asks the gateway about attempts whose outcome nobody has told us, until none is due or the time is up: what an IPN would have done
 * is done here. In: the moment to stop, milliseconds since the epoch. Out: how many were asked about and how many brought money.
 */
export async function askAboutAttempts(
  container: MedusaContainer,
  gateway: PaymentGateway,
  until: number,
): Promise<{ asked: number; received: number }> {
  const sum = { asked: 0, received: 0 }
  while (Date.now() < until) {
    const due = await inTransaction(container, (sql) => sql.query<DueAttempt>(CLAIM, [BATCH]))
    if (due.length === 0) return sum
    for (const attempt of due) {
      const answer = await gateway.query({ reference: attempt.reference, createDate: attempt.data.createDate })
      sum.asked += 1
      if (await takeAnswer(container, attempt, answer)) sum.received += 1
    }
  }
  return sum
}

/** Makes of an answer what follows from it. Out: whether money came in by it. */
export async function takeAnswer(
  container: MedusaContainer,
  attempt: DueAttempt,
  answer: QueryAnswer,
): Promise<boolean> {
  if (answer.kind === 'silent') return false
  try {
    return await inTransaction(container, (sql) => settle(sql, attempt, answer))
  } catch (error) {
    if (!isApiError(error) || error.code !== 'receipt_conflict') throw error
    await inTransaction(container, (sql) => note(sql, attempt, answer.content, 'receipt_conflict', 'receipt_conflict'))
    return false
  }
}

async function settle(
  sql: Sql,
  attempt: DueAttempt,
  answer: Exclude<QueryAnswer, { kind: 'silent' }>,
): Promise<boolean> {
  await lockGroup(sql, attempt.group_id)
  if (answer.kind === 'refund') {
    const isReceived = await sql.query('SELECT id FROM payment_receipt WHERE attempt_reference = ?', [
      attempt.reference,
    ])
    if (isReceived.length === 0) await note(sql, attempt, answer.content, 'refund', 'foreign_refund')
    return false
  }
  if (answer.kind === 'not_found' || answer.state === 'pending') {
    await end(sql, attempt, 'expired', null, new Date())
    return false
  }
  if (answer.state === 'failed') {
    await end(sql, attempt, 'failed', answer.code, null)
    return false
  }
  if (answer.state === 'reversed') {
    await note(sql, attempt, answer.content, 'reversed', 'reversed')
    return false
  }
  if (answer.amount === null || answer.transactionNo === null) return false
  const suspected = answer.state === 'suspected'
  const received: ReceivedAs = await receivePaymentIn(sql, {
    source: 'vnpay',
    reference: answer.transactionNo,
    attemptReference: attempt.reference,
    groupId: attempt.group_id,
    amount: answer.amount,
    at: answer.paidAt ?? new Date(),
    raw: answer.content,
    suspected,
  })
  if (received === 'already') return false
  await note(sql, attempt, answer.content, received, alertOf(received))
  return true
}

function alertOf(received: ReceivedAs): AlertCode | null {
  if (received === 'held') return 'suspected'
  return received === 'wrong_amount' ? 'other_amount' : null
}

/** Ends an open attempt; `after` keeps one open that may still be paid. */
async function end(
  sql: Sql,
  { reference }: DueAttempt,
  state: 'failed' | 'expired',
  code: string | null,
  after: Date | null,
): Promise<void> {
  await sql.query(
    `UPDATE payment_attempt SET state = ?, response_code = coalesce(?, response_code), updated_at = now()
     WHERE reference = ? AND state = 'open' AND (?::timestamptz IS NULL OR expires_at < ?)`,
    [state, code, reference, after, after],
  )
}

/** The same news is kept once. */
async function note(
  sql: Sql,
  { reference }: DueAttempt,
  content: Readonly<Record<string, string>>,
  answer: string,
  alert: AlertCode | null,
): Promise<void> {
  const known = await sql.query(
    `SELECT id FROM gateway_message WHERE reference = ? AND kind = 'querydr' AND answer = ?`,
    [reference, answer],
  )
  if (known.length === 0) await keepMessage(sql, { kind: 'querydr', reference, content, answer, alert })
}
