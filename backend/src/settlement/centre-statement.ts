import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { payeeHold } from '../sellers/bank-accounts'
import { centrePayables, earnedBefore, payoutSettingOn } from './payable'
import type { ComingPayout, StatementOf, StatementRowOf, StatementSummary } from './statement'

/** What a centre's statement tells apart; each is what it added to the centre's balance, so what is taken off is negative. */
export const CENTRE_PARTS = ['commission', 'discount', 'refund', 'till', 'payout', 'payout_back'] as const
export type CentrePart = (typeof CENTRE_PARTS)[number]
export type CentreStatement = StatementOf<CentrePart>

const PART = `
  CASE
    WHEN e.kind = 'payout_sent' THEN 'payout'
    WHEN e.kind = 'payout_reversed' THEN 'payout_back'
    WHEN e.kind IN ('refund_asked', 'refund_refused') THEN 'refund'
    WHEN e.memo->>'component' = 'till_difference' THEN 'till'
    WHEN e.memo->>'component' = 'centre_discount' THEN 'discount'
    ELSE 'commission'
  END`
const MINE = `(e.credit = 'centre:' || ?::text OR e.debit = 'centre:' || ?::text)`
const SIGNED = `CASE WHEN e.credit LIKE 'centre:%' THEN e.amount ELSE -e.amount END`
const MONTH = `to_char(e.at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY-MM')`

/** The months (yyyy-mm, +07) in which anything of the centre moved, the newest first. `sold` is what it earned. */
export async function listCentreStatements(sql: Sql, centreId: string): Promise<StatementSummary[]> {
  const rows = await sql.query<{ month: string; part: CentrePart; amount: string }>(
    `SELECT ${MONTH} AS month, ${PART} AS part, sum(${SIGNED})::text AS amount
     FROM ledger_entry e WHERE ${MINE} GROUP BY 1, 2 ORDER BY 1 DESC`,
    [centreId, centreId],
  )
  const months = new Map<string, StatementSummary>()
  for (const { month, part, amount } of rows) {
    const known = months.get(month) ?? { month, sold: 0, takenOff: 0, paidOut: 0 }
    const sum = toDong(amount)
    if (part === 'commission') known.sold += sum
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

/** A centre's statement of a month yyyy-mm (+07): online orders and counter sales by order, the rest by what it is. */
export async function readCentreStatement(sql: Sql, centreId: string, month: string): Promise<CentreStatement> {
  const [before] = await sql.query<{ opening: string }>(
    `SELECT coalesce(sum(${SIGNED}), 0)::text AS opening FROM ledger_entry e WHERE ${MINE} AND ${MONTH} < ?`,
    [centreId, centreId, month],
  )
  const sums = await sql.query<{
    order_id: string | null
    order_no: string | null
    payout_id: string | null
    part: CentrePart
    amount: string
    at: Date | string
  }>(
    `SELECT e.order_id, e.payout_id, min(coalesce(g.display_no || '/' || s.position, c.number)) AS order_no, ${PART} AS part,
       sum(${SIGNED})::text AS amount, min(e.at) AS at
     FROM ledger_entry e LEFT JOIN seller_order s ON s.order_id = e.order_id LEFT JOIN order_group g ON g.id = e.group_id
     LEFT JOIN counter_sale c ON c.id = e.group_id
     WHERE ${MINE} AND ${MONTH} = ? GROUP BY e.order_id, e.payout_id, 4 ORDER BY min(e.at), e.order_id`,
    [centreId, centreId, month],
  )
  const opening = toDong(before?.opening ?? 0)
  const totals = Object.fromEntries(CENTRE_PARTS.map((part) => [part, 0])) as Record<CentrePart, number>
  const rows = new Map<string, StatementRowOf<CentrePart>>()
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

/** What a centre has, what of it would be paid now, and what stands in the way. */
export async function comingCentrePayout(sql: Sql, centreId: string, at: Date): Promise<ComingPayout> {
  const setting = await payoutSettingOn(sql, at)
  const [mine] = await centrePayables(sql, earnedBefore(at, setting), centreId)
  const hold = await payeeHold(sql, { kind: 'centre', id: centreId })
  return { balance: mine?.balance ?? 0, payable: Math.max(0, mine?.payable ?? 0), ...setting, hold }
}
