import { vietnamDay } from '@sao-lang/traceability/verify'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import type { Payee } from './payee'

const DAY_MS = 86_400_000

/** How long a delivered order waits for its payout, and what is too little to send. */
export interface PayoutSetting {
  holdDays: number
  /** Whole đồng. */
  minAmount: number
}

/** What a producer may be paid: `balance` is all the ledger owes them, `payable` what has waited long enough. */
export interface Payable {
  producerId: string
  balance: number
  payable: number
}

const SETTING = `
  SELECT hold_days, min_amount FROM payout_setting WHERE deleted_at IS NULL AND from_day <= ? ORDER BY from_day DESC LIMIT 1`

/**
 * By order: what the seller's account holds of it. An order counts once it was earned before the given moment and nobody asks it back;
 * what it costs the seller (a refund, freight) counts at once, and so does what belongs to no order (payouts, their reversals).
 */
const PAYABLE = `
  WITH per_order AS (
    SELECT producer_id, order_id, sum(CASE WHEN credit = 'seller:' || producer_id THEN amount ELSE -amount END) AS net,
      min(at) FILTER (WHERE kind IN ('earned', 'terms')) AS earned_at
    FROM ledger_entry
    WHERE producer_id IS NOT NULL AND (credit = 'seller:' || producer_id OR debit = 'seller:' || producer_id)
      AND (?::text IS NULL OR producer_id = ?)
    GROUP BY producer_id, order_id
  )
  SELECT producer_id, sum(net)::text AS balance,
    sum(CASE WHEN order_id IS NULL OR (earned_at < ?::timestamptz AND NOT EXISTS (
      SELECT 1 FROM return_request r WHERE r.order_id = o.order_id AND r.state IN ('asked', 'goods_awaited', 'disputed')
        AND r.deleted_at IS NULL
    )) THEN net ELSE least(net, 0) END)::text AS payable
  FROM per_order o GROUP BY producer_id ORDER BY producer_id`

/** The setting in force on the day (+07) of a moment. */
export async function payoutSettingOn(sql: Sql, at: Date): Promise<PayoutSetting> {
  const [row] = await sql.query<{ hold_days: number; min_amount: string }>(SETTING, [vietnamDay(at)])
  return { holdDays: row?.hold_days ?? 7, minAmount: toDong(row?.min_amount ?? 0) }
}

/** Orders earned before this moment have waited long enough at `at`. */
export function earnedBefore(at: Date, { holdDays }: PayoutSetting): Date {
  return new Date(at.getTime() - holdDays * DAY_MS)
}

/** What each producer with entries (or the one named) is owed and may be paid. Whole đồng; negative when the producer owes. */
export async function payables(sql: Sql, before: Date, producerId: string | null = null): Promise<Payable[]> {
  const rows = await sql.query<{ producer_id: string; balance: string; payable: string }>(PAYABLE, [
    producerId,
    producerId,
    before.toISOString(),
  ])
  return rows.map((row) => ({
    producerId: row.producer_id,
    balance: toDong(row.balance),
    payable: toDong(row.payable),
  }))
}

/** What a centre may be paid: as `Payable`, less the cash in its tills, which is not its own. */
export interface CentrePayable {
  centreId: string
  balance: number
  payable: number
}

const CENTRE_PAYABLE = `
  WITH sides AS (
    SELECT substr(credit, 8) AS centre_id, order_id, amount AS net, kind, at FROM ledger_entry WHERE credit LIKE 'centre:%'
    UNION ALL SELECT substr(debit, 8), order_id, -amount, kind, at FROM ledger_entry WHERE debit LIKE 'centre:%'
  ), per_order AS (
    SELECT centre_id, order_id, sum(net) AS net, min(at) FILTER (WHERE kind IN ('earned', 'terms')) AS earned_at
    FROM sides WHERE ?::text IS NULL OR centre_id = ? GROUP BY centre_id, order_id
  ), tills AS (
    SELECT s.centre_id, sum(CASE WHEN e.debit = 'till:' || s.id THEN e.amount ELSE -e.amount END) AS held
    FROM shop s JOIN ledger_entry e ON e.debit = 'till:' || s.id OR e.credit = 'till:' || s.id
    WHERE s.centre_id IS NOT NULL GROUP BY s.centre_id
  )
  SELECT o.centre_id, sum(o.net)::text AS balance,
    (sum(CASE WHEN o.order_id IS NULL OR (o.earned_at < ?::timestamptz AND NOT EXISTS (
      SELECT 1 FROM return_request r WHERE r.order_id = o.order_id AND r.state IN ('asked', 'goods_awaited', 'disputed')
        AND r.deleted_at IS NULL
    )) THEN o.net ELSE least(o.net, 0) END) - greatest(coalesce(max(t.held), 0), 0))::text AS payable
  FROM per_order o JOIN promotion_centre c ON c.id = o.centre_id LEFT JOIN tills t ON t.centre_id = o.centre_id
  GROUP BY o.centre_id ORDER BY o.centre_id`

/** What each centre with entries (or the one named) is owed and may be paid. Whole đồng; negative when the centre owes. */
export async function centrePayables(sql: Sql, before: Date, centreId: string | null = null): Promise<CentrePayable[]> {
  const rows = await sql.query<{ centre_id: string; balance: string; payable: string }>(CENTRE_PAYABLE, [
    centreId,
    centreId,
    before.toISOString(),
  ])
  return rows.map((row) => ({
    centreId: row.centre_id,
    balance: toDong(row.balance),
    payable: toDong(row.payable),
  }))
}

/** What every payee with entries (or the one named) is owed and may be paid, producers first. */
export async function allPayables(
  sql: Sql,
  before: Date,
  payee: Payee | null = null,
): Promise<{ payee: Payee; balance: number; payable: number }[]> {
  const producers = payee?.kind === 'centre' ? [] : await payables(sql, before, payee?.id ?? null)
  const centres = payee?.kind === 'producer' ? [] : await centrePayables(sql, before, payee?.id ?? null)
  return [
    ...producers.map(({ producerId: id, ...sums }) => ({ payee: { kind: 'producer' as const, id }, ...sums })),
    ...centres.map(({ centreId: id, ...sums }) => ({ payee: { kind: 'centre' as const, id }, ...sums })),
  ]
}
