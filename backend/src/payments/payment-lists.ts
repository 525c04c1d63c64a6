import type { MedusaContainer } from '@medusajs/framework/types'
import type { Difference, ReceiptOutcome, ReceiptSource, RefundState } from '../modules/payments/kinds'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'

/** Amounts in the views below are whole đồng, moments UTC in ISO 8601. */
export interface ReconciliationView {
  id: string
  day: string
  basis: 'query' | 'file'
  fileName: string | null
  receipts: number
  received: number
  refunds: number
  refunded: number
  differences: Difference[]
  madeAt: string
}
export interface RefundRowView {
  id: string
  displayNo: string
  orderId: string | null
  amount: number
  reason: string
  state: RefundState
  /** True when it came through VNPay and can be sent that way again. */
  byGateway: boolean
  /** True when a person must deal with it. */
  forPerson: boolean
  responseCode: string | null
  /** The buyer's account, masked; null while they gave none, or once it was erased. */
  account: string | null
  paidReference: string | null
  askedAt: string
  doneAt: string | null
}
export interface WaitingReceiptView {
  id: string
  displayNo: string
  source: ReceiptSource
  reference: string
  outcome: ReceiptOutcome
  amount: number
  groupTotal: number
  receivedAt: string
}
interface Page {
  limit: number
  offset: number
}
const iso = (moment: Date) => new Date(moment).toISOString()

/** Reports of reconciliation, the latest day first. */
export async function listReconciliations(
  container: MedusaContainer,
  { limit, offset }: Page,
): Promise<{ reconciliations: ReconciliationView[]; count: number }> {
  interface Row {
    id: string
    day: string
    basis: 'query' | 'file'
    file_name: string | null
    receipts: number
    received: string
    refunds: number
    refunded: string
    differences: Difference[]
    made_at: Date
    all_rows: string
  }
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(
      `SELECT id, day, basis, file_name, receipts, received, refunds, refunded, differences, made_at, count(*) OVER () AS all_rows
       FROM reconciliation ORDER BY day DESC, basis LIMIT ? OFFSET ?`,
      [limit, offset],
    ),
  )
  return {
    count: Number(rows[0]?.all_rows ?? 0),
    reconciliations: rows.map((row) => ({
      id: row.id,
      day: row.day,
      basis: row.basis,
      fileName: row.file_name,
      receipts: row.receipts,
      received: toDong(row.received),
      refunds: row.refunds,
      refunded: toDong(row.refunded),
      differences: row.differences,
      madeAt: iso(row.made_at),
    })),
  }
}

const PERSON = `(r.state IN ('manual', 'refused') OR (r.state = 'sent' AND r.alert IS NOT NULL))`
const REFUND_FILTERS = {
  person: PERSON,
  under_way: `r.state IN ('asked', 'sent')`,
  done: `r.state = 'done'`,
  all: 'true',
} as const

/** Refunds by where they stand, the oldest first while somebody waits for them. */
export async function listRefunds(
  container: MedusaContainer,
  { state, limit, offset }: Page & { state: keyof typeof REFUND_FILTERS },
): Promise<{ refunds: RefundRowView[]; count: number }> {
  interface Row {
    id: string
    display_no: string
    order_id: string | null
    amount: string
    reason: string
    state: RefundState
    source: ReceiptSource | null
    for_person: boolean
    response_code: string | null
    hint: string | null
    paid_reference: string | null
    created_at: Date
    done_at: Date | null
    all_rows: string
  }
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(
      `SELECT r.id, g.display_no, r.order_id, r.amount, r.reason, r.state, p.source, ${PERSON} AS for_person, r.response_code,
         CASE WHEN a.sealed IS NOT NULL THEN a.hint END AS hint, r.paid_reference, r.created_at, r.done_at, count(*) OVER () AS all_rows
       FROM payment_refund r JOIN order_group g ON g.id = r.group_id LEFT JOIN refund_account a ON a.refund_id = r.id LEFT JOIN payment_receipt p ON p.id = r.receipt_id
       WHERE ${REFUND_FILTERS[state]} ORDER BY r.created_at ${state === 'done' || state === 'all' ? 'DESC' : 'ASC'}, r.id
       LIMIT ? OFFSET ?`,
      [limit, offset],
    ),
  )
  return {
    count: Number(rows[0]?.all_rows ?? 0),
    refunds: rows.map((row) => ({
      id: row.id,
      displayNo: row.display_no,
      orderId: row.order_id,
      amount: toDong(row.amount),
      reason: row.reason,
      state: row.state,
      byGateway: row.source === 'vnpay',
      forPerson: row.for_person,
      responseCode: row.response_code,
      account: row.hint,
      paidReference: row.paid_reference,
      askedAt: iso(row.created_at),
      doneAt: row.done_at === null ? null : iso(row.done_at),
    })),
  }
}

/** Money that waits for a person's decision, the oldest first. */
export async function listWaitingReceipts(
  container: MedusaContainer,
  { limit, offset }: Page,
): Promise<{ receipts: WaitingReceiptView[]; count: number }> {
  interface Row {
    id: string
    display_no: string
    source: ReceiptSource
    reference: string
    outcome: ReceiptOutcome
    amount: string
    total: string
    received_at: Date
    all_rows: string
  }
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(
      `SELECT p.id, g.display_no, p.source, p.reference, p.outcome, p.amount, g.total, p.received_at, count(*) OVER () AS all_rows
       FROM payment_receipt p JOIN order_group g ON g.id = p.group_id
       WHERE p.outcome IN ('held', 'wrong_amount') AND p.refunded = 0 ORDER BY p.received_at, p.id LIMIT ? OFFSET ?`,
      [limit, offset],
    ),
  )
  return {
    count: Number(rows[0]?.all_rows ?? 0),
    receipts: rows.map((row) => ({
      id: row.id,
      displayNo: row.display_no,
      source: row.source,
      reference: row.reference,
      outcome: row.outcome,
      amount: toDong(row.amount),
      groupTotal: toDong(row.total),
      receivedAt: iso(row.received_at),
    })),
  }
}
