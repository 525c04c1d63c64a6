import { ACCOUNT_FAMILIES, type AccountFamily } from '../modules/settlement/kinds'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import type { EntriesFileQuery } from './bodies'

/** One line of the trial balance: a family of accounts, or an account there is once. Whole đồng. */
export interface TrialLine {
  account: string
  debit: number
  credit: number
  /** On the side where the family's balances stand. */
  balance: number
  side: 'debit' | 'credit'
  /** Accounts of the family that do not stand at 0. */
  open: number
}

export interface LedgerEntryView {
  id: string
  key: string
  kind: string
  debit: string
  credit: string
  amount: number
  /** UTC. */
  at: string
  groupId: string | null
  /** `SL-…`, when the group is known. */
  groupNo: string | null
  orderId: string | null
  lineId: string | null
  producerId: string | null
  producerName: string | null
  refundId: string | null
  payoutId: string | null
}

const TRIAL = `
  WITH sides AS (
    SELECT debit AS account, amount AS debit, 0::bigint AS credit FROM ledger_entry
    UNION ALL SELECT credit, 0, amount FROM ledger_entry
  ), accounts AS (
    SELECT account, sum(debit) AS debit, sum(credit) AS credit FROM sides GROUP BY account
  )
  SELECT CASE WHEN split_part(account, ':', 1) IN ('gateway', 'bank', 'tax', 'income', 'cost', 'carrier', 'till') THEN account
      ELSE split_part(account, ':', 1) END AS account,
    sum(debit)::text AS debit, sum(credit)::text AS credit, (count(*) FILTER (WHERE debit <> credit))::int AS open
  FROM accounts GROUP BY 1 ORDER BY 1`

/** The trial balance of the whole ledger: the sums of both columns are the same. */
export async function trialBalance(sql: Sql): Promise<TrialLine[]> {
  const rows = await sql.query<{ account: string; debit: string; credit: string; open: number }>(TRIAL)
  return rows.map((row) => {
    const [debit, credit] = [toDong(row.debit), toDong(row.credit)]
    const side = ACCOUNT_FAMILIES[row.account.split(':')[0] as AccountFamily]
    return {
      account: row.account,
      debit,
      credit,
      side,
      balance: side === 'debit' ? debit - credit : credit - debit,
      open: row.open,
    }
  })
}

const ENTRIES = `
  FROM ledger_entry e LEFT JOIN order_group g ON g.id = e.group_id LEFT JOIN producer p ON p.id = e.producer_id
  WHERE (?::text IS NULL OR e.group_id = ? OR g.display_no = upper(?))
    AND (?::text IS NULL OR e.order_id = ?) AND (?::text IS NULL OR e.producer_id = ?)
    AND (?::text IS NULL OR e.debit = ? OR e.credit = ? OR split_part(e.debit, ':', 1) = ? OR split_part(e.credit, ':', 1) = ?)
    AND (?::text IS NULL OR e.kind = ?)
    AND (?::text IS NULL OR e.at >= (?::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh'))
    AND (?::text IS NULL OR e.at < ((?::timestamp + interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'))`

/** Entries that fit, newest first; of one group or order oldest first, as its story. Out: the page and how many there are. */
export async function ledgerEntries(
  sql: Sql,
  query: EntriesFileQuery,
  limit: number,
  offset: number,
): Promise<{ entries: LedgerEntryView[]; count: number }> {
  const { group = null, order = null, producer = null, account = null, kind = null, from = null, to = null } = query
  const values = [
    ...[group, group, group, order, order, producer, producer],
    ...[account, account, account, account, account, kind, kind, from, from, to, to],
  ]
  const direction = group !== null || order !== null ? 'ASC' : 'DESC'
  const rows = await sql.query<EntryRow>(
    `SELECT e.id, e.key, e.kind, e.debit, e.credit, e.amount, e.at, e.group_id, g.display_no, e.order_id, e.line_id, e.producer_id,
       p.name AS producer_name, e.refund_id, e.payout_id
     ${ENTRIES} ORDER BY e.id ${direction} LIMIT ? OFFSET ?`,
    [...values, limit, offset],
  )
  const [all] = await sql.query<{ count: number }>(`SELECT count(*)::int AS count ${ENTRIES}`, values)
  return { entries: rows.map(entryView), count: all?.count ?? 0 }
}

/** Tax withheld from one seller for a month's sales, less what was offset by refunds. Whole đồng. */
export interface WithheldTax {
  producerId: string
  producerName: string
  /** Of goods sold, what tax was reckoned on. */
  base: number
  vat: number
  pit: number
}

const WITHHELD = `
  SELECT e.producer_id, coalesce(p.name, e.producer_id) AS name,
    sum(CASE WHEN e.credit = 'tax:vat' THEN e.amount WHEN e.debit = 'tax:vat' THEN -e.amount ELSE 0 END)::text AS vat,
    sum(CASE WHEN e.credit = 'tax:pit' THEN e.amount WHEN e.debit = 'tax:pit' THEN -e.amount ELSE 0 END)::text AS pit,
    coalesce((SELECT sum(CASE WHEN s.credit LIKE 'seller:%' THEN s.amount ELSE -s.amount END) FROM ledger_entry s
      JOIN line_terms t ON t.line_id = s.line_id AND t.kind = 'goods'
      WHERE s.producer_id = e.producer_id AND s.at >= min(b.from_at) AND s.at < min(b.to_at)
        AND (s.credit = 'seller:' || s.producer_id OR s.debit = 'seller:' || s.producer_id)
        AND (s.memo->>'component' IN ('sale', 'platform_discount', 'centre_discount', 'refund'))), 0)::text AS base
  FROM ledger_entry e LEFT JOIN producer p ON p.id = e.producer_id,
    (SELECT (?::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh') AS from_at,
      ((?::timestamp + interval '1 month') AT TIME ZONE 'Asia/Ho_Chi_Minh') AS to_at) AS b
  WHERE e.kind = 'terms' AND e.memo->>'component' LIKE 'tax:%' AND e.at >= b.from_at AND e.at < b.to_at
  GROUP BY e.producer_id, p.name ORDER BY name`

/** What was withheld in a month yyyy-mm (+07), by seller: the figures of the operator's declaration and of the sellers' certificates. */
export async function withheldIn(sql: Sql, month: string): Promise<WithheldTax[]> {
  const rows = await sql.query<Record<'producer_id' | 'name' | 'vat' | 'pit' | 'base', string>>(WITHHELD, [
    `${month}-01`,
    `${month}-01`,
  ])
  return rows.map((row) => ({
    producerId: row.producer_id,
    producerName: row.name,
    base: toDong(row.base),
    vat: toDong(row.vat),
    pit: toDong(row.pit),
  }))
}

interface EntryRow {
  id: string
  key: string
  kind: string
  debit: string
  credit: string
  amount: string
  at: Date | string
  group_id: string | null
  display_no: string | null
  order_id: string | null
  line_id: string | null
  producer_id: string | null
  producer_name: string | null
  refund_id: string | null
  payout_id: string | null
}

function entryView(row: EntryRow): LedgerEntryView {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind,
    debit: row.debit,
    credit: row.credit,
    amount: toDong(row.amount),
    at: new Date(row.at).toISOString(),
    groupId: row.group_id,
    groupNo: row.display_no,
    orderId: row.order_id,
    lineId: row.line_id,
    producerId: row.producer_id,
    producerName: row.producer_name,
    refundId: row.refund_id,
    payoutId: row.payout_id,
  }
}
