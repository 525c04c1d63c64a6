import { randomBytes } from 'node:crypto'
import type { MedusaContainer } from '@medusajs/framework/types'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { lockGroup } from '../order-groups/settle-group'
import { postRefundDone } from '../settlement/post-refunds'
import { toVnpayMoment } from '../vnpay/moment'
import type { PaymentGateway, QueryAnswer, RefundAnswer } from './gateway'
import { keepMessage } from './keep-message'
import { askForAccount } from './refund-account'
import { tellRefund } from './tell-refund'

/** A refund whose turn it is, with the payment it goes back on. */
interface DueRefund {
  id: string
  group_id: string
  amount: string
  request_id: string
  request_date: string
  response_code: string | null
  attempts: number
  receipt_id: string
  receipt_amount: string
  transaction_no: string
  attempt_reference: string
  create_date: string
  age_hours: number
}

const DUE = `
  SELECT id, receipt_id FROM payment_refund
  WHERE next_attempt_at <= now() AND state IN ('asked', 'sent') ORDER BY next_attempt_at, id LIMIT 20`

/**
 * The number of the request is on record before the first call, so that a call whose answer was lost is repeated under the same one
 * and answered 94. One refund of a receipt is under way at a time: the gateway tells of the latest only.
 */
const CLAIM = `
  UPDATE payment_refund r SET state = 'sent', attempts = attempts + 1, updated_at = now(),
    request_id = coalesce(request_id, ?), request_date = coalesce(request_date, ?), sent_at = coalesce(sent_at, now()),
    next_attempt_at = now() + make_interval(secs => least(3600, 15 * power(2, least(attempts, 8))))
  WHERE id = ? AND next_attempt_at <= now() AND (state = 'sent' OR (state = 'asked' AND NOT EXISTS (
    SELECT 1 FROM payment_refund o WHERE o.receipt_id = r.receipt_id AND o.state = 'sent' AND o.id <> r.id)))
  RETURNING id, group_id, amount, request_id, request_date, response_code, attempts, receipt_id,
    (SELECT amount FROM payment_receipt p WHERE p.id = r.receipt_id) AS receipt_amount,
    (SELECT reference FROM payment_receipt p WHERE p.id = r.receipt_id) AS transaction_no,
    (SELECT attempt_reference FROM payment_receipt p WHERE p.id = r.receipt_id) AS attempt_reference,
    (SELECT a.data->>'createDate' FROM payment_receipt p JOIN payment_attempt a ON a.reference = p.attempt_reference
      WHERE p.id = r.receipt_id) AS create_date,
    (extract(epoch FROM now() - coalesce(sent_at, now())) / 3600)::float AS age_hours`

/** A request number is unique for a day only: after this a repeated call might pay twice, so a person looks. */
const SILENT_HOURS = 20
/** Polls of one refund end after about a month; then a person looks. */
const POLL_HOURS = 30 * 24

/**
 * Sends refunds that were asked for and follows those under way, until none is due or the time is up. A refund is done when the
 * gateway says so in answer to a question of ours, and not before. In: the moment to stop, milliseconds since the epoch.
 */
export async function sendRefunds(
  container: MedusaContainer,
  gateway: PaymentGateway,
  until: number,
): Promise<{ sent: number; done: number }> {
  const sum = { sent: 0, done: 0 }
  const due = await inTransaction(container, (sql) => sql.query<{ id: string; receipt_id: string }>(DUE))
  for (const { id, receipt_id } of due) {
    if (Date.now() >= until) break
    const refund = await claim(container, id, receipt_id)
    if (!refund) continue
    if (refund.response_code === null) {
      if (await send(container, gateway, refund)) sum.sent += 1
    } else if (await follow(container, gateway, refund)) sum.done += 1
  }
  return sum
}

/** The receipt's row keeps two processes from sending two refunds of it at once. */
async function claim(container: MedusaContainer, id: string, receiptId: string): Promise<DueRefund | undefined> {
  return await inTransaction(container, async (sql) => {
    await sql.query('SELECT id FROM payment_receipt WHERE id = ? FOR UPDATE', [receiptId])
    const number = randomBytes(16).toString('hex')
    const [refund] = await sql.query<DueRefund>(CLAIM, [number, toVnpayMoment(new Date()), id])
    return refund
  })
}

async function send(container: MedusaContainer, gateway: PaymentGateway, refund: DueRefund): Promise<boolean> {
  if (refund.age_hours > SILENT_HOURS) {
    await inTransaction(container, (sql) => raise(sql, refund, 'refund_silent', {}))
    return false
  }
  const amount = toDong(refund.amount)
  const answer = await gateway.refund({
    requestId: refund.request_id,
    requestDate: refund.request_date,
    reference: refund.attempt_reference,
    createDate: refund.create_date,
    transactionNo: refund.transaction_no,
    amount,
    full: amount === toDong(refund.receipt_amount),
    by: 'saolang',
  })
  await inTransaction(container, (sql) => takeRefundAnswer(sql, refund, answer))
  return answer.kind === 'taken'
}

async function takeRefundAnswer(sql: Sql, refund: DueRefund, answer: RefundAnswer): Promise<void> {
  if (answer.kind === 'silent') return
  if (answer.kind === 'refused') {
    await refuse(sql, refund, answer.code, answer.content)
    return
  }
  await keepMessage(sql, {
    kind: 'refund',
    reference: refund.attempt_reference,
    content: answer.content,
    answer: answer.kind,
    alert: null,
  })
  if (answer.kind === 'later') return
  await sql.query(
    `UPDATE payment_refund SET response_code = ?, alert = NULL, attempts = 1, updated_at = now(),
       next_attempt_at = now() + interval '5 seconds' WHERE id = ? AND state = 'sent'`,
    [answer.code, refund.id],
  )
}

async function follow(container: MedusaContainer, gateway: PaymentGateway, refund: DueRefund): Promise<boolean> {
  const answer = await gateway.query({ reference: refund.attempt_reference, createDate: refund.create_date })
  return await inTransaction(container, (sql) => takeProgress(sql, refund, answer))
}

async function takeProgress(sql: Sql, refund: DueRefund, answer: QueryAnswer): Promise<boolean> {
  if (answer.kind === 'refund' && answer.amount === toDong(refund.amount)) {
    if (answer.state === 'done') return await finish(sql, refund, answer.content)
    if (answer.state === 'refused') {
      await refuse(sql, refund, answer.code, answer.content)
      return false
    }
  }
  if (refund.age_hours > POLL_HOURS) await raise(sql, refund, 'refund_silent', {})
  return false
}

async function finish(sql: Sql, refund: DueRefund, content: Readonly<Record<string, string>>): Promise<boolean> {
  const group = await lockGroup(sql, refund.group_id)
  const done = await sql.query(
    `UPDATE payment_refund SET state = 'done', done_at = now(), next_attempt_at = NULL, alert = NULL, updated_at = now(),
       response_code = '00', paid_reference = ? WHERE id = ? AND state = 'sent' RETURNING id`,
    [content.vnp_TransactionNo ?? null, refund.id],
  )
  if (done.length === 0) return false
  await postRefundDone(sql, { refundId: refund.id, asset: 'gateway:vnpay', at: new Date() })
  if (group) await tellRefund(sql, group, 'refund_done', { id: refund.id, amount: toDong(refund.amount) })
  await keepMessage(sql, {
    kind: 'querydr',
    reference: refund.attempt_reference,
    content,
    answer: 'refunded',
    alert: null,
  })
  return true
}

/** The buyer is still owed: the claim stays until a person sends it again or pays it another way. */
async function refuse(
  sql: Sql,
  refund: DueRefund,
  code: string,
  content: Readonly<Record<string, string>>,
): Promise<void> {
  const group = await lockGroup(sql, refund.group_id)
  const refused = await sql.query(
    `UPDATE payment_refund SET state = 'refused', next_attempt_at = NULL, response_code = ?, alert = 'refund_refused', updated_at = now()
     WHERE id = ? AND state = 'sent' RETURNING id`,
    [code, refund.id],
  )
  if (refused.length === 0) return
  if (group) await askForAccount(sql, group, { id: refund.id, amount: toDong(refund.amount) })
  await keepMessage(sql, {
    kind: 'refund',
    reference: refund.attempt_reference,
    content,
    answer: `refused ${code}`,
    alert: 'refund_refused',
  })
}

async function raise(
  sql: Sql,
  refund: DueRefund,
  alert: 'refund_silent',
  content: Readonly<Record<string, string>>,
): Promise<void> {
  await sql.query(
    `UPDATE payment_refund SET alert = ?, next_attempt_at = NULL, updated_at = now() WHERE id = ? AND state = 'sent'`,
    [alert, refund.id],
  )
  await keepMessage(sql, { kind: 'refund', reference: refund.attempt_reference, content, answer: 'silent', alert })
}
