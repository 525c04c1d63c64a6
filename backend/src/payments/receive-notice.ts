import type { MedusaContainer } from '@medusajs/framework/types'
import type { VnpayTerminal } from '../env'
import { isApiError } from '../http/api-error'
import type { AttemptState } from '../modules/payments/kinds'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { lockGroup } from '../order-groups/settle-group'
import { type Notice, readNotice } from '../vnpay/notice'
import { type AlertCode, keepMessage } from './keep-message'
import { receivePaymentIn } from './receive-payment'

/** What VNPay is told (4.3): it stops calling at 00 and 02, and calls again at the others. */
export type NoticeAnswer = '00' | '01' | '02' | '04' | '97' | '99'

interface AttemptRow {
  group_id: string
  amount: string
  state: AttemptState
}

/**
 * Takes an IPN. The signature is looked at before anything else is: a wrong one leaves no trace. Then one transaction holds the group:
 * receipt, states, ledger and the message kept are there when 00 is answered, or nothing is.
 * Only a success over the right amount moves money by itself. Where notice and attempt disagree on the amount, or a status says
 * "debited, not done", nothing is booked on its word: the gateway is asked at once (querydr), and that answer decides.
 */
export async function receiveNotice(
  container: MedusaContainer,
  terminal: VnpayTerminal,
  query: Readonly<Record<string, unknown>>,
): Promise<NoticeAnswer> {
  const notice = readNotice(query, terminal)
  if (!notice || notice.tmnCode !== terminal.tmnCode) return '97'
  try {
    return await inTransaction(container, async (sql) => {
      const { answer, alert } = await settle(sql, notice)
      await keepMessage(sql, { kind: 'ipn', reference: notice.reference, content: notice.content, answer, alert })
      return answer
    })
  } catch (error) {
    if (!isApiError(error) || error.code !== 'receipt_conflict') throw error
    await inTransaction(container, (sql) =>
      keepMessage(sql, {
        kind: 'ipn',
        reference: notice.reference,
        content: notice.content,
        answer: '99',
        alert: 'receipt_conflict',
      }),
    )
    return '99'
  }
}

interface Settled {
  answer: NoticeAnswer
  alert: AlertCode | null
}

async function settle(sql: Sql, notice: Notice): Promise<Settled> {
  const known = await findAttempt(sql, notice.reference)
  if (!known) {
    const isMoney = notice.state !== 'failed' && notice.state !== 'pending'
    return { answer: '01', alert: isMoney ? 'unknown_reference' : null }
  }
  await lockGroup(sql, known.group_id)
  // Its state may have changed while the group was somebody else's.
  const attempt = (await findAttempt(sql, notice.reference)) ?? known
  if (notice.amount !== toDong(attempt.amount)) {
    await askSoon(sql, notice.reference)
    return { answer: '04', alert: 'other_amount' }
  }
  if (notice.state === 'paid' || notice.state === 'suspected') return await settleMoney(sql, notice, attempt)
  if (notice.state === 'reversed') {
    await askSoon(sql, notice.reference)
    return { answer: '00', alert: 'reversed' }
  }
  if (notice.state === 'pending') {
    await askSoon(sql, notice.reference)
    return { answer: '00', alert: null }
  }
  const failed = await sql.query(
    `UPDATE payment_attempt SET state = 'failed', response_code = ?, updated_at = now()
     WHERE reference = ? AND state IN ('open', 'superseded', 'expired') RETURNING id`,
    [notice.responseCode, notice.reference],
  )
  return { answer: failed.length === 1 ? '00' : '02', alert: null }
}

async function settleMoney(sql: Sql, notice: Notice, attempt: AttemptRow): Promise<Settled> {
  if (notice.transactionNo === null || notice.amount === null) {
    await askSoon(sql, notice.reference)
    return { answer: '99', alert: null }
  }
  const suspected = notice.state === 'suspected'
  const received = await receivePaymentIn(sql, {
    source: 'vnpay',
    reference: notice.transactionNo,
    attemptReference: notice.reference,
    groupId: attempt.group_id,
    amount: notice.amount,
    at: notice.paidAt ?? new Date(),
    raw: notice.content,
    suspected,
  })
  if (received === 'already') return { answer: '02', alert: null }
  return { answer: '00', alert: suspected ? 'suspected' : null }
}

async function findAttempt(sql: Sql, reference: string): Promise<AttemptRow | null> {
  const [attempt] = await sql.query<AttemptRow>(
    `SELECT group_id, amount, state FROM payment_attempt WHERE reference = ? AND method = 'vnpay'`,
    [reference],
  )
  return attempt ?? null
}

/** An attempt whose money is here needs no asking. */
async function askSoon(sql: Sql, reference: string): Promise<void> {
  await sql.query(
    `UPDATE payment_attempt SET next_query_at = now(), updated_at = now()
     WHERE reference = ? AND state NOT IN ('paid', 'held')`,
    [reference],
  )
}
