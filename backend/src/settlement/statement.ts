import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { payoutHold } from '../sellers/bank-accounts'
import { earnedBefore, payables, payoutSettingOn } from './payable'

/** What a statement tells apart; each is what it added to the seller's balance, so what is taken off is negative. */
export const STATEMENT_PARTS = [
  'goods',
  'shipping',
  'made_up',
  'commission',
  'centre_commission',
  'vat',
  'pit',
  'refund',
  'freight',
  'payout',
  'payout_back',
] as const
export type StatementPart = (typeof STATEMENT_PARTS)[number]

export interface StatementRowOf<Part extends string> {
  /** `SL-…/1`, null for what belongs to no order. */
  orderNo: string | null
  orderId: string | null
  /** UTC, of the row's first entry in the month. */
  at: string
  parts: Partial<Record<Part, number>>
  /** Sum of the parts. */
  net: number
}

/** A payee's month: whole đồng, `closing = opening + Σ rows`, both as the ledger has them. */
export interface StatementOf<Part extends string> {
  month: string
  opening: number
  closing: number
  totals: Record<Part, number>
  rows: StatementRowOf<Part>[]
}
export type Statement = StatementOf<StatementPart>
type StatementRow = StatementRowOf<StatementPart>

export interface StatementSummary {
  month: string
  sold: number
  takenOff: number
  paidOut: number
}

/** What comes next for a producer. */
export interface ComingPayout {
  balance: number
  /** Would be in a batch drawn up now. */
  payable: number
  holdDays: number
  minAmount: number
  hold: 'suspended' | 'account_unverified' | null
}

const PART = `
  CASE
    WHEN e.kind IN ('payout_sent') THEN 'payout'
    WHEN e.kind = 'payout_reversed' THEN 'payout_back'
    WHEN e.kind IN ('refund_asked', 'refund_refused') THEN 'refund'
    WHEN e.kind IN ('freight', 'fee') THEN 'freight'
    WHEN e.memo->>'component' = 'sale' THEN CASE WHEN e.line_id LIKE 'freight\\_%' THEN 'shipping' ELSE 'goods' END
    WHEN e.memo->>'component' IN ('platform_discount', 'centre_discount') THEN 'made_up'
    WHEN e.memo->>'component' = 'tax:vat' THEN 'vat'
    WHEN e.memo->>'component' = 'tax:pit' THEN 'pit'
    WHEN e.debit LIKE 'centre:%' OR e.credit LIKE 'centre:%' THEN 'centre_commission'
    ELSE 'commission'
  END`
const MINE = `(e.credit = 'seller:' || e.producer_id OR e.debit = 'seller:' || e.producer_id) AND e.producer_id = ?`
const SIGNED = `CASE WHEN e.credit = 'seller:' || e.producer_id THEN e.amount ELSE -e.amount END`
const MONTH = `to_char(e.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM')`

/** The months (yyyy-mm, +07) in which anything moved, the newest first. */
export async function listStatements(sql: Sql, producerId: string): Promise<StatementSummary[]> {
  const rows = await sql.query<{ month: string; part: StatementPart; amount: string }>(
    `SELECT ${MONTH} AS month, ${PART} AS part, sum(${SIGNED})::text AS amount
     FROM ledger_entry e WHERE ${MINE} GROUP BY 1, 2 ORDER BY 1 DESC`,
    [producerId],
  )
  const months = new Map<string, StatementSummary>()
  for (const { month, part, amount } of rows) {
    const known = months.get(month) ?? { month, sold: 0, takenOff: 0, paidOut: 0 }
    const sum = toDong(amount)
    if (part === 'goods' || part === 'shipping' || part === 'made_up') known.sold += sum
    else if (part === 'payout' || part === 'payout_back') known.paidOut -= sum
    else known.takenOff -= sum
    months.set(month, known)
  }
  return [...months.values()].map(({ month, sold, takenOff, paidOut }) => ({
    month,
    sold,
    takenOff: takenOff === 0 ? 0 : takenOff,
    paidOut: paidOut === 0 ? 0 : paidOut,
  }))
}

/** A producer's statement of a month yyyy-mm (+07); a month in which nothing moved has no rows. */
export async function readStatement(sql: Sql, producerId: string, month: string): Promise<Statement> {
  const [before] = await sql.query<{ opening: string }>(
    `SELECT coalesce(sum(${SIGNED}), 0)::text AS opening FROM ledger_entry e WHERE ${MINE} AND ${MONTH} < ?`,
    [producerId, month],
  )
  const sums = await sql.query<{
    order_id: string | null
    order_no: string | null
    payout_id: string | null
    part: StatementPart
    amount: string
    at: Date | string
  }>(
    `SELECT e.order_id, e.payout_id, min(coalesce(g.display_no || '/' || s.position, e.order_id)) AS order_no, ${PART} AS part,
       sum(${SIGNED})::text AS amount, min(e.at) AS at
     FROM ledger_entry e LEFT JOIN seller_order s ON s.order_id = e.order_id LEFT JOIN order_group g ON g.id = e.group_id
     WHERE ${MINE} AND ${MONTH} = ? GROUP BY e.order_id, e.payout_id, 4 ORDER BY min(e.at), e.order_id`,
    [producerId, month],
  )
  const opening = toDong(before?.opening ?? 0)
  const totals = Object.fromEntries(STATEMENT_PARTS.map((part) => [part, 0])) as Record<StatementPart, number>
  const rows = new Map<string, StatementRow>()
  for (const { order_id: orderId, payout_id: payoutId, order_no: orderNo, part, amount, at } of sums) {
    const key = orderId ?? payoutId ?? 'other'
    const row = rows.get(key) ?? { orderNo, orderId, at: new Date(at).toISOString(), parts: {}, net: 0 }
    const sum = toDong(amount)
    row.parts[part] = (row.parts[part] ?? 0) + sum
    row.net += sum
    totals[part] += sum
    rows.set(key, row)
  }
  const all = [...rows.values()]
  return { month, opening, closing: opening + all.reduce((sum, { net }) => sum + net, 0), totals, rows: all }
}

/** What a producer has, what of it would be paid now, and what stands in the way. */
export async function comingPayout(sql: Sql, producerId: string, at: Date): Promise<ComingPayout> {
  const setting = await payoutSettingOn(sql, at)
  const [mine] = await payables(sql, earnedBefore(at, setting), producerId)
  const hold = await payoutHold(sql, producerId)
  return { balance: mine?.balance ?? 0, payable: Math.max(0, mine?.payable ?? 0), ...setting, hold }
}
