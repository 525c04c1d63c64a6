import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import type { BatchState, PayoutState } from '../modules/settlement/kinds'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { fourEyes } from '../officials/four-eyes'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import { payeeAccountIn, payeeHold } from '../sellers/bank-accounts'
import { allPayables, earnedBefore, payoutSettingOn } from './payable'
import { payeeOf } from './payee'
import { postPayoutConfirmed, postPayoutReversed, postPayoutSent } from './post-payouts'

const NOWHERE = { provinceCode: null, communeCode: null }

/**
 * Draws up a batch: one payout a producer or centre whose payable balance reaches the minimum and who has a verified bank account. Nothing is
 * posted yet. Out: its id. Throws ApiError 409 `payout_batch_open` while another batch is on its way, 422 `payout_nobody` when there is
 * nobody to pay.
 */
export async function draftBatch(container: MedusaContainer, actor: AuditActor, at: Date): Promise<string> {
  return await inTransaction(container, async (sql) => {
    const setting = await payoutSettingOn(sql, at)
    const before = earnedBefore(at, setting)
    const id = generateEntityId(undefined, 'pbat')
    await openBatch(sql, id, before, actor.id, at)
    const payouts: Record<string, string | number | null>[] = []
    for (const { payee, payable } of await allPayables(sql, before)) {
      if (payable <= 0 || payable < setting.minAmount || (await payeeHold(sql, payee)) !== null) continue
      const account = await payeeAccountIn(sql, payee)
      if (!account) continue
      payouts.push({
        id: generateEntityId(undefined, 'pout'),
        producer_id: payee.kind === 'producer' ? payee.id : null,
        centre_id: payee.kind === 'centre' ? payee.id : null,
        amount: payable,
        bank_account_id: account.id,
        bank_bin: account.bankBin,
        account_holder: account.holder,
        last_four: account.number.slice(-4),
      })
    }
    if (payouts.length === 0) throw new ApiError(422, 'payout_nobody')
    await sql.query(
      `INSERT INTO payout (id, batch_id, producer_id, centre_id, producer_name, amount, state, bank_account_id, bank_bin, account_holder, last_four)
       SELECT p.id, ?, p.producer_id, p.centre_id, coalesce(r.name, c.name, p.producer_id, p.centre_id), p.amount, 'draft', p.bank_account_id, p.bank_bin,
         p.account_holder, p.last_four
       FROM jsonb_to_recordset(?::jsonb) AS p(id text, producer_id text, centre_id text, amount bigint, bank_account_id text, bank_bin text,
         account_holder text, last_four text)
       LEFT JOIN producer r ON r.id = p.producer_id LEFT JOIN promotion_centre c ON c.id = p.centre_id`,
      [id, JSON.stringify(payouts)],
    )
    await audit(sql, actor, 'payout:draft', id, { payouts: payouts.length })
    return id
  })
}

/** Another person approves a draft. Throws ApiError 404, 409 `payout_state`, 409 `four_eyes`. */
export async function approveBatch(container: MedusaContainer, id: string, actor: AuditActor): Promise<void> {
  await inTransaction(container, async (sql) => {
    const batch = await lockBatch(sql, id)
    if (batch.state !== 'draft') throw new ApiError(409, 'payout_state')
    fourEyes(batch.created_by, actor.id)
    await sql.query(
      `UPDATE payout_batch SET state = 'approved', approved_by = ?, approved_at = now(), updated_at = now() WHERE id = ?`,
      [actor.id, id],
    )
    await audit(sql, actor, 'payout:approve', id)
  })
}

/**
 * Sends an approved batch: each payout is posted to its transit account, and from then on the bank's file can be had. A payout whose
 * payee may not be paid so much any more, or not to that account, is dropped and said so. Sending again changes nothing.
 * Throws ApiError 404, 409 `payout_state` for a batch that is not approved, 409 `four_eyes` never: one of the two may send.
 */
export async function sendBatch(container: MedusaContainer, id: string, actor: AuditActor, at: Date): Promise<void> {
  await inTransaction(container, async (sql) => {
    const batch = await lockBatch(sql, id)
    if (batch.state === 'sent' || batch.state === 'closed') return
    if (batch.state !== 'approved') throw new ApiError(409, 'payout_state')
    let sent = 0
    for (const payout of await lockPayouts(sql, id)) {
      const why = await whyNot(sql, payout, new Date(batch.earned_before))
      if (why !== null) {
        await sql.query(`UPDATE payout SET state = 'dropped', dropped_because = ?, updated_at = now() WHERE id = ?`, [
          why,
          payout.id,
        ])
        continue
      }
      await sql.query(`UPDATE payout SET state = 'sent', updated_at = now() WHERE id = ?`, [payout.id])
      await postPayoutSent(sql, {
        payoutId: payout.id,
        payee: payeeOf(payout),
        amount: toDong(payout.amount),
        at,
      })
      if (payout.producer_id !== null) {
        await dispatchIn(sql, {
          to: { producerId: payout.producer_id },
          kind: 'payout_sent',
          params: { period: `đợt ${batch.number}`, amount: toDong(payout.amount) },
          path: '/chu-the/doi-soat',
          dedupeKey: `payout_sent:${payout.id}`,
        })
      }
      sent += 1
    }
    await sql.query(
      `UPDATE payout_batch SET state = ?, sent_by = ?, sent_at = now(), closed_at = CASE WHEN ? = 0 THEN now() END, updated_at = now()
       WHERE id = ?`,
      [sent === 0 ? 'closed' : 'sent', actor.id, sent, id],
    )
    await audit(sql, actor, 'payout:send', id, { sent })
  })
}

/** Gives a batch up before it is sent. Throws ApiError 404, 409 `payout_state`. */
export async function cancelBatch(container: MedusaContainer, id: string, actor: AuditActor): Promise<void> {
  await inTransaction(container, async (sql) => {
    const batch = await lockBatch(sql, id)
    if (batch.state === 'canceled') return
    if (batch.state !== 'draft' && batch.state !== 'approved') throw new ApiError(409, 'payout_state')
    await sql.query(
      `UPDATE payout SET state = 'dropped', dropped_because = 'batch_canceled', updated_at = now() WHERE batch_id = ?`,
      [id],
    )
    await sql.query(
      `UPDATE payout_batch SET state = 'canceled', canceled_by = ?, closed_at = now(), updated_at = now() WHERE id = ?`,
      [actor.id, id],
    )
    await audit(sql, actor, 'payout:cancel', id)
  })
}

/**
 * The bank has paid one payout. In: the bank's own number. Confirming again with the same number changes nothing.
 * Throws ApiError 404, 409 `payout_state`, 409 `payout_reference_used` for a number that stands for another payout.
 */
export async function confirmPayout(
  container: MedusaContainer,
  { batchId, payoutId, bankReference, at }: { batchId: string; payoutId: string; bankReference: string; at: Date },
  actor: AuditActor,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockBatch(sql, batchId)
    const payout = await lockPayout(sql, batchId, payoutId)
    if (payout.state === 'confirmed' && payout.bank_reference === bankReference) return
    if (payout.state !== 'sent') throw new ApiError(409, 'payout_state')
    const [used] = await sql.query('SELECT 1 FROM payout WHERE bank_reference = ?', [bankReference])
    if (used) throw new ApiError(409, 'payout_reference_used', { field: 'bankReference' })
    await sql.query(
      `UPDATE payout SET state = 'confirmed', bank_reference = ?, confirmed_by = ?, confirmed_at = now(), updated_at = now() WHERE id = ?`,
      [bankReference, actor.id, payoutId],
    )
    await postPayoutConfirmed(sql, posting(payout, at))
    await closeWhenDone(sql, batchId)
    await audit(sql, actor, 'payout:confirm', batchId, { payout: payoutId })
  })
}

/**
 * A transfer that failed, or came back after the bank had paid: the balance is the payee's again and goes into the next batch.
 * Reversing again changes nothing. Throws ApiError 404, 409 `payout_state`.
 */
export async function reversePayout(
  container: MedusaContainer,
  { batchId, payoutId, reason, at }: { batchId: string; payoutId: string; reason: string; at: Date },
  actor: AuditActor,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockBatch(sql, batchId)
    const payout = await lockPayout(sql, batchId, payoutId)
    if (payout.state === 'reversed') return
    if (payout.state !== 'sent' && payout.state !== 'confirmed') throw new ApiError(409, 'payout_state')
    await sql.query(
      `UPDATE payout SET state = 'reversed', reversal_reason = ?, reversed_by = ?, reversed_at = now(), updated_at = now() WHERE id = ?`,
      [reason, actor.id, payoutId],
    )
    await postPayoutReversed(sql, posting(payout, at), payout.state === 'confirmed')
    await closeWhenDone(sql, batchId)
    await audit(sql, actor, 'payout:reverse', batchId, { payout: payoutId, reason })
  })
}

interface BatchRow {
  id: string
  number: string
  state: BatchState
  created_by: string
  earned_before: Date | string
}

interface PayoutRow {
  id: string
  producer_id: string | null
  centre_id: string | null
  amount: string
  state: PayoutState
  bank_account_id: string
  bank_reference: string | null
}

/** The unique index of open batches lets one through; of two at once the second is told. */
async function openBatch(sql: Sql, id: string, before: Date, userId: string, at: Date): Promise<void> {
  const day = vietnamDay(at).replaceAll('-', '')
  const [count] = await sql.query<{ made: number }>(
    'SELECT count(*)::int AS made FROM payout_batch WHERE number LIKE ?',
    [`CT-${day}-%`],
  )
  const made = await sql.query(
    `INSERT INTO payout_batch (id, number, state, earned_before, created_by) VALUES (?, ?, 'draft', ?, ?)
     ON CONFLICT DO NOTHING RETURNING id`,
    [id, `CT-${day}-${(count?.made ?? 0) + 1}`, before.toISOString(), userId],
  )
  if (made.length === 0) throw new ApiError(409, 'payout_batch_open')
}

async function lockBatch(sql: Sql, id: string): Promise<BatchRow> {
  const [batch] = await sql.query<BatchRow>(
    'SELECT id, number, state, created_by, earned_before FROM payout_batch WHERE id = ? FOR UPDATE',
    [id],
  )
  if (!batch) throw new ApiError(404, 'not_found')
  return batch
}

const PAYOUT = 'SELECT id, producer_id, centre_id, amount, state, bank_account_id, bank_reference FROM payout'

async function lockPayouts(sql: Sql, batchId: string): Promise<PayoutRow[]> {
  return await sql.query<PayoutRow>(`${PAYOUT} WHERE batch_id = ? AND state = 'draft' ORDER BY id FOR UPDATE`, [
    batchId,
  ])
}

async function lockPayout(sql: Sql, batchId: string, id: string): Promise<PayoutRow> {
  const [payout] = await sql.query<PayoutRow>(`${PAYOUT} WHERE batch_id = ? AND id = ? FOR UPDATE`, [batchId, id])
  if (!payout) throw new ApiError(404, 'not_found')
  return payout
}

async function whyNot(sql: Sql, payout: PayoutRow, before: Date): Promise<string | null> {
  const payee = payeeOf(payout)
  const hold = await payeeHold(sql, payee)
  if (hold !== null) return hold
  const account = await payeeAccountIn(sql, payee)
  if (account?.id !== payout.bank_account_id) return 'account_changed'
  const [now] = await allPayables(sql, before, payee)
  return (now?.payable ?? 0) < toDong(payout.amount) ? 'balance_fell' : null
}

function posting(payout: PayoutRow, at: Date) {
  return { payoutId: payout.id, payee: payeeOf(payout), amount: toDong(payout.amount), at }
}

async function closeWhenDone(sql: Sql, batchId: string): Promise<void> {
  await sql.query(
    `UPDATE payout_batch SET state = 'closed', closed_at = now(), updated_at = now()
     WHERE id = ? AND state = 'sent' AND NOT EXISTS (SELECT 1 FROM payout WHERE batch_id = ? AND state = 'sent')`,
    [batchId, batchId],
  )
}

async function audit(
  sql: Sql,
  actor: AuditActor,
  verb: `payout:${string}`,
  id: string,
  details: Record<string, string | number> = {},
): Promise<void> {
  await recordAuditIn(sql, { actor, verb, subject: { type: 'payout_batch', id }, place: NOWHERE, details })
}
