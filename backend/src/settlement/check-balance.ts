import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { shopLogger } from '../logging/shop-logger'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'

/** Something in the books that cannot be: what it is called, about what, and by how many đồng. */
export interface BalanceFault {
  fault: BalanceFaultKind
  subject: string
  /** Whole đồng: what is there less what should be. */
  difference: number
}

export type BalanceFaultKind =
  | 'trial_balance'
  | 'negative_advance'
  | 'advance_left'
  | 'receipt'
  | 'refund'
  | 'transit'
  | 'negative_unapplied'

const KEPT_FAULTS = 200

/** One statement a rule; each answers the subjects that break it. */
const RULES: Readonly<Record<BalanceFaultKind, string>> = {
  trial_balance: `
    SELECT 'ledger' AS subject, sum(amount)::text AS difference
    FROM (SELECT amount FROM ledger_entry UNION ALL SELECT -amount FROM ledger_entry) AS sides HAVING sum(amount) <> 0`,
  negative_advance: `
    SELECT account AS subject, sum(amount)::text AS difference FROM (
      SELECT credit AS account, amount FROM ledger_entry WHERE credit LIKE 'advance:%'
      UNION ALL SELECT debit, -amount FROM ledger_entry WHERE debit LIKE 'advance:%') AS sides
    GROUP BY account HAVING sum(amount) < 0`,
  advance_left: `
    SELECT s.order_id AS subject, sum(CASE WHEN e.credit = 'advance:' || s.order_id THEN e.amount ELSE -e.amount END)::text AS difference
    FROM seller_order s JOIN ledger_entry e ON e.order_id = s.order_id
      AND (e.credit = 'advance:' || s.order_id OR e.debit = 'advance:' || s.order_id)
    WHERE s.state IN ('delivered', 'canceled', 'refused')
    GROUP BY s.order_id HAVING sum(CASE WHEN e.credit = 'advance:' || s.order_id THEN e.amount ELSE -e.amount END) <> 0`,
  receipt: `
    SELECT r.id AS subject, (coalesce(sum(e.amount), 0) - r.amount)::text AS difference
    FROM payment_receipt r LEFT JOIN ledger_entry e ON e.receipt_id = r.id AND e.kind IN ('paid', 'unapplied')
    WHERE r.deleted_at IS NULL GROUP BY r.id, r.amount HAVING coalesce(sum(e.amount), 0) <> r.amount`,
  refund: `
    SELECT r.id AS subject, (coalesce(c.claim, 0) - CASE WHEN r.state IN ('done', 'refused') THEN 0 ELSE r.amount END)::text AS difference
    FROM payment_refund r LEFT JOIN (
      SELECT refund_id, sum(CASE WHEN credit = 'claim:' || refund_id THEN amount WHEN debit = 'claim:' || refund_id THEN -amount ELSE 0 END) AS claim
      FROM ledger_entry WHERE refund_id IS NOT NULL GROUP BY refund_id) AS c ON c.refund_id = r.id
    WHERE r.deleted_at IS NULL
      AND CASE r.state WHEN 'done' THEN coalesce(c.claim, 0) <> 0 WHEN 'refused' THEN coalesce(c.claim, 0) NOT IN (0, r.amount)
        ELSE coalesce(c.claim, 0) <> r.amount END`,
  transit: `
    SELECT p.id AS subject, (coalesce(t.held, 0) - CASE WHEN p.state = 'sent' THEN p.amount ELSE 0 END)::text AS difference
    FROM payout p LEFT JOIN (
      SELECT payout_id, sum(CASE WHEN credit = 'transit:' || payout_id THEN amount WHEN debit = 'transit:' || payout_id THEN -amount ELSE 0 END) AS held
      FROM ledger_entry WHERE payout_id IS NOT NULL GROUP BY payout_id) AS t ON t.payout_id = p.id
    WHERE coalesce(t.held, 0) <> CASE WHEN p.state = 'sent' THEN p.amount ELSE 0 END`,
  negative_unapplied: `
    SELECT account AS subject, sum(amount)::text AS difference FROM (
      SELECT credit AS account, amount FROM ledger_entry WHERE credit LIKE 'unapplied:%' OR credit LIKE 'claim:%' OR credit LIKE 'transit:%'
      UNION ALL SELECT debit, -amount FROM ledger_entry WHERE debit LIKE 'unapplied:%' OR debit LIKE 'claim:%' OR debit LIKE 'transit:%'
    ) AS sides GROUP BY account HAVING sum(amount) < 0`,
}

/**
 * Looks through the whole ledger for what cannot be: sides that differ, advances below 0 or left over at closed orders, receipts,
 * refunds and payouts that are not what was posted for them. Out: the faults, none when the books are right.
 */
export async function findFaults(sql: Sql): Promise<BalanceFault[]> {
  const faults: BalanceFault[] = []
  for (const [fault, statement] of Object.entries(RULES) as [BalanceFaultKind, string][]) {
    const rows = await sql.query<{ subject: string; difference: string }>(`${statement} LIMIT ${KEPT_FAULTS}`)
    faults.push(...rows.map(({ subject, difference }) => ({ fault, subject, difference: toDong(difference) })))
  }
  return faults.slice(0, KEPT_FAULTS)
}

/** One look at the books, kept: the operator's page and /health show the newest. */
export interface BalanceCheck {
  at: string
  ok: boolean
  entries: number
  faults: BalanceFault[]
}

/**
 * Checks the ledger in one snapshot and keeps what was found; a fault is also said to the log, which wakes the operator.
 * Out: the check. Throws what the database throws.
 */
export async function checkBalance(container: MedusaContainer, at: Date = new Date()): Promise<BalanceCheck> {
  const check = await inTransaction(container, async (sql) => {
    await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ')
    const faults = await findFaults(sql)
    const [count] = await sql.query<{ entries: number }>('SELECT count(*)::int AS entries FROM ledger_entry')
    const made = { at: at.toISOString(), ok: faults.length === 0, entries: count?.entries ?? 0, faults }
    await sql.query('INSERT INTO balance_check (id, at, ok, entries, faults) VALUES (?, ?, ?, ?, ?::jsonb)', [
      generateEntityId(undefined, 'bchk'),
      made.at,
      made.ok,
      made.entries,
      JSON.stringify(faults),
    ])
    return made
  })
  if (!check.ok) {
    shopLogger.event('error', 'the ledger does not balance', {
      faults: check.faults.length,
      first: check.faults.slice(0, 5).map(({ fault, subject }) => `${fault} ${subject}`),
    })
  }
  return check
}

/** The newest check; null before the first. */
export async function lastCheck(sql: Sql): Promise<BalanceCheck | null> {
  const [row] = await sql.query<Omit<BalanceCheck, 'at'> & { at: Date | string }>(
    'SELECT at, ok, entries, faults FROM balance_check ORDER BY at DESC LIMIT 1',
  )
  return row ? { ...row, at: new Date(row.at).toISOString() } : null
}
