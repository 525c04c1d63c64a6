import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import type { AttemptState, Difference, RefundState } from '../modules/payments/kinds'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { type DueAttempt, takeAnswer } from './ask-gateway'
import type { PaymentGateway } from './gateway'
import type { SettledLine } from './settlement-file'

/** What is compared for a day, on our side. */
interface OurPayment {
  reference: string
  group_id: string
  state: AttemptState
  expires_at: Date
  data: { createDate: string }
  received: string | null
  transaction_no: string | null
}
interface OurRefund {
  attempt_reference: string
  group_id: string
  amount: string
  state: RefundState
}

const PAYMENTS = `
  SELECT a.reference, a.group_id, a.state, a.expires_at, a.data, p.amount AS received, p.reference AS transaction_no
  FROM payment_attempt a LEFT JOIN payment_receipt p ON p.attempt_reference = a.reference AND p.source = 'vnpay'
  WHERE a.method = 'vnpay'
    AND (coalesce(p.received_at, a.created_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = ?::date
  ORDER BY a.reference`
const REFUNDS = `
  SELECT p.attempt_reference, r.group_id, r.amount, r.state
  FROM payment_refund r JOIN payment_receipt p ON p.id = r.receipt_id AND p.source = 'vnpay'
  WHERE r.state IN ('sent', 'done', 'refused')
    AND (coalesce(r.done_at, r.sent_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date = ?::date
  ORDER BY p.attempt_reference, r.id`

/**
 * Compares our receipts and refunds of a day with what the gateway says of each attempt (querydr), and keeps the report. An attempt
 * that turns out to be paid is taken as by the sweeper, so that its money is on the books; the report still names it.
 * In: a calendar day at +07. Out: the report's id; a second report of a day replaces the first.
 */
export async function reconcileByQuery(
  container: MedusaContainer,
  gateway: PaymentGateway,
  day: string,
): Promise<string> {
  const { payments, refunds } = await readDay(container, day)
  const differences: Difference[] = []
  for (const payment of payments) {
    const answer = await gateway.query({ reference: payment.reference, createDate: payment.data.createDate })
    const ours = payment.received === null ? null : toDong(payment.received)
    const differ = (kind: Difference['kind'], theirs: number | null, note: string) =>
      differences.push({
        kind,
        what: 'receipt',
        reference: payment.reference,
        groupId: payment.group_id,
        ours,
        theirs,
        note,
      })
    if (answer.kind === 'silent') differ('unreachable', null, answer.reason)
    else if (answer.kind === 'not_found') {
      if (ours !== null) differ('only_ours', null, 'not_found')
    } else if (answer.kind === 'refund') {
      const ownRefund = refunds.some((refund) => refund.attempt_reference === payment.reference)
      const anyRefund = ownRefund || (await hasRefund(container, payment.reference))
      if (!anyRefund) differences.push(foreignRefund(payment, answer.amount))
    } else if (answer.state === 'paid' || answer.state === 'suspected') {
      if (ours === null) {
        differ('only_theirs', answer.amount, answer.state)
        await takeAnswer(container, asDue(payment), answer)
      } else if (answer.amount !== ours) differ('amount', answer.amount, answer.state)
    } else if (answer.state === 'reversed') differ('state', answer.amount, 'reversed')
    else if (ours !== null) differ('only_ours', null, answer.state)
  }
  for (const refund of refunds) {
    if (refund.state === 'done') continue
    differences.push({
      kind: 'state',
      what: 'refund',
      reference: refund.attempt_reference,
      groupId: refund.group_id,
      ours: toDong(refund.amount),
      theirs: null,
      note: refund.state,
    })
  }
  return await keepReport(container, day, 'query', null, payments, refunds, differences)
}

/** Compares our receipts and refunds of a day with the lines of a settlement file, both ways, and keeps the report. */
export async function reconcileByFile(
  container: MedusaContainer,
  day: string,
  fileName: string,
  lines: readonly SettledLine[],
): Promise<string> {
  const { payments, refunds } = await readDay(container, day)
  const differences: Difference[] = []
  const left = [...lines]
  const compare = (what: Difference['what'], reference: string, groupId: string, ours: number) => {
    const same = left.findIndex((line) => line.what === what && line.reference === reference && line.amount === ours)
    const at = same >= 0 ? same : left.findIndex((line) => line.what === what && line.reference === reference)
    const [theirs] = at >= 0 ? left.splice(at, 1) : []
    if (!theirs) differences.push({ kind: 'only_ours', what, reference, groupId, ours, theirs: null, note: 'file' })
    else if (theirs.amount !== ours) {
      differences.push({ kind: 'amount', what, reference, groupId, ours, theirs: theirs.amount, note: 'file' })
    }
  }
  for (const payment of payments) {
    if (payment.received !== null) compare('receipt', payment.reference, payment.group_id, toDong(payment.received))
  }
  for (const refund of refunds) {
    if (refund.state === 'done') compare('refund', refund.attempt_reference, refund.group_id, toDong(refund.amount))
  }
  for (const line of left) {
    const { what, reference, amount } = line
    differences.push({ kind: 'only_theirs', what, reference, groupId: null, ours: null, theirs: amount, note: 'file' })
  }
  return await keepReport(container, day, 'file', fileName, payments, refunds, differences)
}

async function readDay(
  container: MedusaContainer,
  day: string,
): Promise<{ payments: OurPayment[]; refunds: OurRefund[] }> {
  return await inTransaction(container, async (sql) => ({
    payments: await sql.query<OurPayment>(PAYMENTS, [day]),
    refunds: await sql.query<OurRefund>(REFUNDS, [day]),
  }))
}

async function hasRefund(container: MedusaContainer, reference: string): Promise<boolean> {
  const rows = await inTransaction(container, (sql) =>
    sql.query(
      `SELECT r.id FROM payment_refund r JOIN payment_receipt p ON p.id = r.receipt_id
       WHERE p.attempt_reference = ? AND r.state IN ('sent', 'done', 'refused') LIMIT 1`,
      [reference],
    ),
  )
  return rows.length > 0
}

function foreignRefund(payment: OurPayment, theirs: number | null): Difference {
  return {
    kind: 'only_theirs',
    what: 'refund',
    reference: payment.reference,
    groupId: payment.group_id,
    ours: null,
    theirs,
    note: 'foreign_refund',
  }
}

function asDue({ reference, group_id, expires_at, data }: OurPayment): DueAttempt {
  return { reference, group_id, expires_at, data }
}

async function keepReport(
  container: MedusaContainer,
  day: string,
  basis: 'query' | 'file',
  fileName: string | null,
  payments: readonly OurPayment[],
  refunds: readonly OurRefund[],
  differences: readonly Difference[],
): Promise<string> {
  const received = payments.filter((payment) => payment.received !== null)
  const done = refunds.filter((refund) => refund.state === 'done')
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ id: string }>(
      `INSERT INTO reconciliation (id, gateway, day, basis, file_name, receipts, received, refunds, refunded, differences, made_at)
       VALUES (?, 'vnpay', ?, ?, ?, ?, ?, ?, ?, ?::jsonb, now())
       ON CONFLICT (gateway, day, basis) DO UPDATE SET file_name = excluded.file_name, receipts = excluded.receipts,
         received = excluded.received, refunds = excluded.refunds, refunded = excluded.refunded,
         differences = excluded.differences, made_at = now(), updated_at = now()
       RETURNING id`,
      [
        generateEntityId(undefined, 'recn'),
        day,
        basis,
        fileName,
        received.length,
        received.reduce((sum, payment) => sum + toDong(payment.received), 0),
        done.length,
        done.reduce((sum, refund) => sum + toDong(refund.amount), 0),
        JSON.stringify(differences),
      ],
    ),
  )
  return rows[0]?.id ?? ''
}
