import { MedusaError } from '@medusajs/framework/utils'
import { v7 as uuidv7 } from 'uuid'
import type { Account, EntryKind } from '../modules/settlement/kinds'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'

/** An entry before it is written. `key` says what it is about and never repeats; `at` is when it happened. */
export interface EntryDraft {
  key: string
  kind: EntryKind
  debit: Account
  credit: Account
  /** Whole đồng above 0. */
  amount: number
  at: Date
  groupId?: string | null
  orderId?: string | null
  lineId?: string | null
  producerId?: string | null
  centreId?: string | null
  receiptId?: string | null
  refundId?: string | null
  payoutId?: string | null
  memo?: Readonly<Record<string, string | number | boolean | null>>
}

const INSERT = `
  INSERT INTO ledger_entry (id, key, kind, debit, credit, amount, at, group_id, order_id, line_id, producer_id, centre_id,
    receipt_id, refund_id, payout_id, memo)
  SELECT e.id, e.key, e.kind, e.debit, e.credit, e.amount, e.at, e.group_id, e.order_id, e.line_id, e.producer_id, e.centre_id,
    e.receipt_id, e.refund_id, e.payout_id, e.memo
  FROM jsonb_to_recordset(?::jsonb) AS e(id text, key text, kind text, debit text, credit text, amount bigint, at timestamptz,
    group_id text, order_id text, line_id text, producer_id text, centre_id text, receipt_id text, refund_id text,
    payout_id text, memo jsonb)
  ORDER BY e.key
  ON CONFLICT (key) DO NOTHING
  RETURNING key`

const KNOWN = `
  SELECT key, kind, debit, credit, amount, group_id, order_id, line_id, producer_id, centre_id, receipt_id, refund_id, payout_id
  FROM ledger_entry WHERE key IN (SELECT jsonb_array_elements_text(?::jsonb))`

/**
 * Writes entries in the caller's transaction. An entry whose key is there already is left alone when it says the same (moment and
 * memo apart), so that doing a thing twice posts it once.
 * Throws INVALID_DATA for an amount that is not whole đồng above 0 or an account paid to itself, CONFLICT when a key is there with
 * other content, also within one call.
 */
export async function post(sql: Sql, entries: readonly EntryDraft[]): Promise<void> {
  if (entries.length === 0) return
  const rows = entries.map(rowOf)
  const contents = new Map<string, string>()
  for (const row of rows) {
    if ((contents.get(row.key) ?? contentOf(row)) !== contentOf(row)) throw keyReused(row.key)
    contents.set(row.key, contentOf(row))
  }
  // In the order of keys: two transactions that post the same entries wait for each other instead of locking each other out.
  const written = await sql.query<{ key: string }>(INSERT, [JSON.stringify(rows)])
  for (const { key } of written) contents.delete(key)
  if (contents.size === 0) return
  const known = await sql.query<LedgerRow>(KNOWN, [JSON.stringify([...contents.keys()])])
  for (const row of known) {
    if (contents.get(row.key) !== contentOf(row)) throw keyReused(row.key)
    contents.delete(row.key)
  }
  const [missing] = contents.keys()
  if (missing !== undefined) throw keyReused(missing)
}

interface LedgerRow {
  key: string
  kind: string
  debit: string
  credit: string
  amount: number | string
  group_id: string | null
  order_id: string | null
  line_id: string | null
  producer_id: string | null
  centre_id: string | null
  receipt_id: string | null
  refund_id: string | null
  payout_id: string | null
}

function rowOf(entry: EntryDraft): LedgerRow & { id: string; at: string; memo: EntryDraft['memo'] | null } {
  if (!Number.isSafeInteger(entry.amount) || entry.amount <= 0 || entry.debit === entry.credit) {
    throw new MedusaError(
      MedusaError.Types.INVALID_DATA,
      `The entry ${entry.key} must move whole đồng above 0 from one account to another.`,
    )
  }
  return {
    id: uuidv7(),
    key: entry.key,
    kind: entry.kind,
    debit: entry.debit,
    credit: entry.credit,
    amount: entry.amount,
    at: entry.at.toISOString(),
    group_id: entry.groupId ?? null,
    order_id: entry.orderId ?? null,
    line_id: entry.lineId ?? null,
    producer_id: entry.producerId ?? null,
    centre_id: entry.centreId ?? null,
    receipt_id: entry.receiptId ?? null,
    refund_id: entry.refundId ?? null,
    payout_id: entry.payoutId ?? null,
    memo: entry.memo ?? null,
  }
}

function contentOf(row: LedgerRow): string {
  return JSON.stringify([
    row.kind,
    row.debit,
    row.credit,
    toDong(row.amount),
    row.group_id,
    row.order_id,
    row.line_id,
    row.producer_id,
    row.centre_id,
    row.receipt_id,
    row.refund_id,
    row.payout_id,
  ])
}

function keyReused(key: string): MedusaError {
  return new MedusaError(MedusaError.Types.CONFLICT, `The ledger has ${key} with other content.`)
}
