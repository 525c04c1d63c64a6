import { csvText } from '@sao-lang/traceability/exports/csv'
import { plainXlsx } from '@sao-lang/traceability/exports/plain-xlsx'
import { ApiError } from '../http/api-error'
import type { BatchState, PayoutState } from '../modules/settlement/kinds'
import { bankName } from '../money/banks'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { openBankNumber, payeeHold } from '../sellers/bank-accounts'
import { foldText } from '../text/fold-text'
import { allPayables, earnedBefore, payoutSettingOn } from './payable'
import type { Payee } from './payee'

export interface PayoutView {
  id: string
  /** Of one of the two. */
  producerId: string | null
  centreId: string | null
  /** Of the producer or centre. */
  producerName: string
  amount: number
  state: PayoutState
  bankBin: string
  holder: string
  lastFour: string
  droppedBecause: string | null
  bankReference: string | null
  reversalReason: string | null
}

export interface BatchView {
  id: string
  number: string
  state: BatchState
  /** UTC. */
  createdAt: string
  earnedBefore: string
  createdBy: string
  approvedBy: string | null
  sentBy: string | null
  sentAt: string | null
  total: number
  count: number
  sample: boolean
}

/** A producer or centre with a balance: whether it is in a batch drawn up now, and why not. */
export interface Unpaid {
  payee: Payee
  name: string
  /** A centre's current account; producers' are in the list of sellers. */
  account: { id: string; bankName: string; holder: string; lastFour: string; state: 'unverified' | 'verified' } | null
  balance: number
  payable: number
  why: 'suspended' | 'account_unverified' | 'too_little' | 'waiting' | 'owes' | 'ready'
}

const BATCHES = `
  SELECT b.id, b.number, b.state, b.created_at, b.earned_before, b.created_by, b.approved_by, b.sent_by, b.sent_at, b.sample,
    coalesce(sum(p.amount) FILTER (WHERE p.state <> 'dropped'), 0)::text AS total,
    (count(p.id) FILTER (WHERE p.state <> 'dropped'))::int AS payouts
  FROM payout_batch b LEFT JOIN payout p ON p.batch_id = b.id`

/** Batches, the newest first, with how many there are. */
export async function listBatches(
  sql: Sql,
  limit: number,
  offset: number,
): Promise<{ batches: BatchView[]; count: number }> {
  const rows = await sql.query<BatchRow>(`${BATCHES} GROUP BY b.id ORDER BY b.created_at DESC, b.id LIMIT ? OFFSET ?`, [
    limit,
    offset,
  ])
  const [all] = await sql.query<{ count: number }>('SELECT count(*)::int AS count FROM payout_batch')
  return { batches: rows.map(batchView), count: all?.count ?? 0 }
}

/** A batch with its payouts. Throws ApiError 404. */
export async function readBatch(sql: Sql, id: string): Promise<{ batch: BatchView; payouts: PayoutView[] }> {
  const [row] = await sql.query<BatchRow>(`${BATCHES} WHERE b.id = ? GROUP BY b.id`, [id])
  if (!row) throw new ApiError(404, 'not_found')
  const payouts = await sql.query<PayoutRow>(
    `SELECT id, producer_id, centre_id, producer_name, amount, state, bank_bin, account_holder, last_four, dropped_because, bank_reference,
       reversal_reason FROM payout WHERE batch_id = ? ORDER BY producer_name, id`,
    [id],
  )
  return { batch: batchView(row), payouts: payouts.map(payoutView) }
}

/** Every producer and centre with a balance, and whether a batch drawn up at `at` would pay them. */
export async function whoIsPaid(sql: Sql, at: Date): Promise<Unpaid[]> {
  const setting = await payoutSettingOn(sql, at)
  const all = (await allPayables(sql, earnedBefore(at, setting))).filter(({ balance }) => balance !== 0)
  const named = await sql.query<{
    id: string
    name: string
    account_id: string | null
    bank_bin: string
    holder: string
    last_four: string
    state: 'unverified' | 'verified'
  }>(
    `SELECT o.id, o.name, b.id AS account_id, b.bank_bin, b.holder, b.last_four, b.state
     FROM (SELECT id, name FROM producer UNION ALL SELECT id, name FROM promotion_centre) o
     LEFT JOIN bank_account b ON b.centre_id = o.id AND b.replaced_at IS NULL AND b.deleted_at IS NULL
     WHERE o.id IN (SELECT jsonb_array_elements_text(?::jsonb))`,
    [JSON.stringify(all.map(({ payee }) => payee.id))],
  )
  const known = new Map(named.map((row) => [row.id, row]))
  const unpaid: Unpaid[] = []
  for (const each of all) {
    const hold = await payeeHold(sql, each.payee)
    const why =
      each.balance < 0
        ? 'owes'
        : each.payable <= 0
          ? 'waiting'
          : each.payable < setting.minAmount
            ? 'too_little'
            : (hold ?? 'ready')
    const row = known.get(each.payee.id)
    const account =
      row?.account_id == null
        ? null
        : {
            id: row.account_id,
            bankName: bankName(row.bank_bin),
            holder: row.holder,
            lastFour: row.last_four,
            state: row.state,
          }
    unpaid.push({ ...each, name: row?.name ?? each.payee.id, account, why })
  }
  return unpaid
}

const HEAD = ['STT', 'Số tài khoản', 'Tên người thụ hưởng', 'Mã ngân hàng (BIN)', 'Số tiền', 'Nội dung']

/**
 * The file the operator gives the bank for a sent batch, in the columns of Vietnamese bulk transfers; names and contents without
 * accents, since banks refuse them. The same batch gives the same file. Throws ApiError 404, 409 `payout_state` before it is sent.
 */
export async function bankFile(sql: Sql, id: string, format: 'csv' | 'xlsx'): Promise<{ name: string; bytes: Buffer }> {
  const { batch } = await readBatch(sql, id)
  if (batch.state !== 'sent' && batch.state !== 'closed') throw new ApiError(409, 'payout_state')
  const payouts = await sql.query<PayoutRow & { ciphertext: string; nonce: string; key_id: string }>(
    `SELECT p.id, p.producer_id, p.centre_id, p.amount, p.bank_bin, p.account_holder, a.ciphertext, a.nonce, a.key_id
     FROM payout p JOIN bank_account a ON a.id = p.bank_account_id
     WHERE p.batch_id = ? AND p.state <> 'dropped' ORDER BY p.producer_name, p.id`,
    [id],
  )
  const rows = payouts.map(({ producer_id, centre_id, ciphertext, nonce, key_id: keyId, ...payout }, index) => [
    String(index + 1),
    openBankNumber(producer_id ?? centre_id ?? '', { ciphertext, nonce, keyId }),
    bankText(payout.account_holder),
    payout.bank_bin,
    payout.amount,
    bankText(`SAO LANG ${batch.number} ${payout.id.slice(-8)}`),
  ])
  const name = `chi-tra-${batch.number}.${format}`
  if (format === 'csv') return { name, bytes: Buffer.from(csvText(HEAD, rows)) }
  return { name, bytes: await plainXlsx('Chi tra', HEAD, rows, [6, 22, 36, 18, 16, 44]) }
}

/** Capitals without accents: all that every bank takes. */
export function bankText(text: string): string {
  return foldText(text)
    .toUpperCase()
    .replace(/[^A-Z0-9 ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

interface BatchRow {
  id: string
  number: string
  state: BatchState
  created_at: Date | string
  earned_before: Date | string
  created_by: string
  approved_by: string | null
  sent_by: string | null
  sent_at: Date | string | null
  sample: boolean
  total: string
  payouts: number
}

interface PayoutRow {
  id: string
  producer_id: string | null
  centre_id: string | null
  producer_name: string
  amount: string
  state: PayoutState
  bank_bin: string
  account_holder: string
  last_four: string
  dropped_because: string | null
  bank_reference: string | null
  reversal_reason: string | null
}

function batchView(row: BatchRow): BatchView {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    createdAt: new Date(row.created_at).toISOString(),
    earnedBefore: new Date(row.earned_before).toISOString(),
    createdBy: row.created_by,
    approvedBy: row.approved_by,
    sentBy: row.sent_by,
    sentAt: row.sent_at === null ? null : new Date(row.sent_at).toISOString(),
    total: toDong(row.total),
    count: row.payouts,
    sample: row.sample,
  }
}

function payoutView(row: PayoutRow): PayoutView {
  return {
    id: row.id,
    producerId: row.producer_id,
    centreId: row.centre_id,
    producerName: row.producer_name,
    amount: toDong(row.amount),
    state: row.state,
    bankBin: row.bank_bin,
    holder: row.account_holder,
    lastFour: row.last_four,
    droppedBecause: row.dropped_because,
    bankReference: row.bank_reference,
    reversalReason: row.reversal_reason,
  }
}
