import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { messageOf } from '../logging/message-of'
import type { BankLineState } from '../modules/remittance/states'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { lockGroup } from '../order-groups/settle-group'
import { receivePaymentIn } from '../payments/receive-payment'
import { askRefund } from '../payments/refunds'
import { post } from '../settlement/post'
import { contentCodesIn, displayNosIn } from './content-code'

/** Above this, money without a code is given to a group by two people. Whole đồng. */
export const FOUR_EYES_ABOVE = 20_000_000

const AT_ONCE = 200

interface LineRow {
  id: string
  at: Date
  amount: string
  content: string
  bank_reference: string | null
  state: BankLineState
  group_id: string | null
  proposed_group_id: string | null
  proposed_by: string | null
  turns: number
}

/**
 * Looks at every line that was taken over and not looked at yet, the oldest first; each is done in a transaction of its own, so that a
 * process that dies leaves whole lines behind and the next call goes on. Safe to run in several processes at once.
 */
export async function matchNewLines(container: MedusaContainer): Promise<number> {
  const stuck = new Set<string>()
  let done = 0
  for (;;) {
    const lines = await inTransaction(container, (sql) =>
      sql.query<{ id: string }>(
        `SELECT id FROM bank_line WHERE state = 'new' AND NOT id = ANY(?) ORDER BY at, row_no, id LIMIT ?`,
        [[...stuck], AT_ONCE],
      ),
    )
    for (const { id } of lines) {
      try {
        await inTransaction(container, (sql) => matchIn(sql, id))
        done += 1
      } catch (error) {
        // One line that breaks holds up no other; it stays new, where the operator sees it, and is tried again later.
        stuck.add(id)
        container.resolve(ContainerRegistrationKeys.LOGGER).error(`Line ${id} is not settled: ${messageOf(error)}`)
      }
    }
    if (lines.length < AT_ONCE) return done
  }
}

/** Money whose content names one group is that group's; all else waits for a person, booked as owed to nobody known. */
async function matchIn(sql: Sql, id: string): Promise<void> {
  const [seen] = await sql.query<{ content: string }>(`SELECT content FROM bank_line WHERE id = ? AND state = 'new'`, [
    id,
  ])
  if (!seen) return
  const { groupId, attemptReference } = await namedGroup(sql, seen.content)
  // The group's row is the first lock of every transaction that moves money.
  if (groupId !== null) await lockGroup(sql, groupId)
  const sale = groupId === null ? await lockNamedSale(sql, seen.content) : null
  const line = await lockLine(sql, id)
  if (line.state !== 'new') return
  if (sale !== null && !sale.paid && toDong(sale.total) === toDong(line.amount)) {
    await giveToSale(sql, line.id, sale)
    return
  }
  if (groupId === null) {
    await bookUnmatched(sql, line)
    await sql.query(`UPDATE bank_line SET state = 'unmatched', updated_at = now() WHERE id = ?`, [id])
    return
  }
  await giveTo(sql, line, groupId, attemptReference)
}

async function namedGroup(
  sql: Sql,
  content: string,
): Promise<{ groupId: string | null; attemptReference: string | null }> {
  const attempts = await sql.query<{ reference: string; group_id: string }>(
    `SELECT reference, group_id FROM payment_attempt WHERE method = 'bank_transfer' AND reference = ANY(?)`,
    [contentCodesIn(content)],
  )
  const numbered = await sql.query<{ id: string }>(
    `SELECT id FROM order_group WHERE display_no = ANY(?) AND state <> 'placing' AND method <> 'cod'`,
    [displayNosIn(content)],
  )
  const groups = new Set([...attempts.map(({ group_id }) => group_id), ...numbered.map(({ id }) => id)])
  const [groupId = null] = groups
  if (groups.size !== 1) return { groupId: null, attemptReference: null }
  return { groupId, attemptReference: attempts.length === 1 ? (attempts[0]?.reference ?? null) : null }
}

async function giveTo(
  sql: Sql,
  line: LineRow,
  groupId: string,
  attemptReference: string | null,
): Promise<BankLineState> {
  const outcome = await receivePaymentIn(sql, {
    source: 'bank',
    reference: line.id,
    attemptReference,
    groupId,
    amount: toDong(line.amount),
    at: new Date(line.at),
    raw: { bankReference: line.bank_reference, content: line.content },
  })
  const state = outcome === 'already' || outcome === 'held' ? 'wrong_amount' : outcome
  await sql.query(`UPDATE bank_line SET state = ?, group_id = ?, updated_at = now() WHERE id = ?`, [
    state,
    groupId,
    line.id,
  ])
  return state
}

interface NamedSale {
  id: string
  number: string
  total: string
  /** A line of a statement is its money already. */
  paid: boolean
}

const SALE = `
  SELECT s.id, s.number, s.total, EXISTS (SELECT 1 FROM bank_line l WHERE l.sale_id = s.id) AS paid
  FROM counter_sale s WHERE s.method = 'transfer' AND s.state = 'booked'`

/** The only sale at a counter whose transfer has a code of this content. */
async function lockNamedSale(sql: Sql, content: string): Promise<NamedSale | null> {
  const sales = await sql.query<NamedSale>(`${SALE} AND s.bank_reference = ANY(?) ORDER BY s.id FOR UPDATE OF s`, [
    contentCodesIn(content),
  ])
  return sales.length === 1 ? (sales[0] ?? null) : null
}

/** The sale was booked to the bank when it was rung up: its money is known, and nothing is booked again. */
async function giveToSale(sql: Sql, lineId: string, sale: NamedSale): Promise<void> {
  await sql.query(
    `UPDATE bank_line SET state = 'counter_sale', sale_id = ?, note = ?, updated_at = now() WHERE id = ?`,
    [sale.id, sale.number, lineId],
  )
}

/** Money that is in the bank and belongs to nobody we know (yet). */
async function bookUnmatched(sql: Sql, line: LineRow): Promise<void> {
  await turn(sql, line, { debit: 'bank:main', credit: `unapplied:${line.id}`, kind: 'unapplied', memo: {} })
}

/** The money is for a group, not for an order, or has gone back: it is owed to nobody unknown any more. */
async function bookAway(
  sql: Sql,
  line: LineRow,
  kind: 'unapplied' | 'refund_done',
  memo: Record<string, string>,
): Promise<void> {
  await turn(sql, line, { debit: `unapplied:${line.id}`, credit: 'bank:main', kind, memo })
}

async function turn(
  sql: Sql,
  line: LineRow,
  entry: Pick<Parameters<typeof post>[1][number], 'debit' | 'credit' | 'kind' | 'memo'>,
): Promise<void> {
  await post(sql, [
    { ...entry, key: `bank_line:${line.id}:${line.turns}`, amount: toDong(line.amount), at: new Date() },
  ])
  await sql.query('UPDATE bank_line SET turns = turns + 1, updated_at = now() WHERE id = ?', [line.id])
}

async function lockLine(sql: Sql, id: string): Promise<LineRow> {
  const [line] = await sql.query<LineRow>('SELECT * FROM bank_line WHERE id = ? FOR UPDATE', [id])
  if (!line) throw new ApiError(404, 'not_found')
  return line
}

/** What a person decides about money that waits. */
export type LineDecision =
  | { action: 'match'; groupNo: string }
  /** It pays a sale at a counter, whose number is on its receipt. */
  | { action: 'sale'; saleNo: string }
  /** It is for no order: a carrier's or the gateway's remittance, the shop's own money. */
  | { action: 'not_ours'; note: string }
  /** Sent back from the bank account; `reference` is the bank's number of that transfer. */
  | { action: 'returned'; reference: string; note: string }
  /** A wrong amount goes back to its buyer. */
  | { action: 'refund'; note: string }
  /** Undoes `not_ours`. */
  | { action: 'reopen' }

/**
 * Carries out what an operator decides. Out: `proposed` when another person must choose the same group, because the amount is above
 * FOUR_EYES_ABOVE, else `done`. Throws ApiError 404 without such a line, 422 `group_unknown` and `sale_unknown` for a number of
 * no group or of no sale by transfer, 409 `sale_paid_before`, `sale_other_amount`, `bank_line_settled` when the line does not wait for this (any more).
 */
export async function settleLine(
  container: MedusaContainer,
  id: string,
  decision: LineDecision,
  by: string,
): Promise<'done' | 'proposed'> {
  return await inTransaction(container, async (sql) => {
    const groupId = await groupOfDecision(sql, id, decision)
    if (groupId !== null) await lockGroup(sql, groupId)
    const sale = decision.action === 'sale' ? await lockNumberedSale(sql, decision.saleNo) : null
    const line = await lockLine(sql, id)
    const waits =
      decision.action === 'refund' ? 'wrong_amount' : decision.action === 'reopen' ? 'not_ours' : 'unmatched'
    if (line.state !== waits) throw new ApiError(409, 'bank_line_settled')
    if (decision.action === 'match' && groupId !== null) {
      if (needsAnother(line, groupId, by)) {
        await sql.query(
          'UPDATE bank_line SET proposed_group_id = ?, proposed_by = ?, updated_at = now() WHERE id = ?',
          [groupId, by, id],
        )
        return 'proposed'
      }
      await bookAway(sql, line, 'unapplied', {})
      await giveTo(sql, line, groupId, null)
      await noteWho(sql, id, by, null)
      return 'done'
    }
    if (sale !== null) {
      if (sale.paid) throw new ApiError(409, 'sale_paid_before', { field: 'saleNo' })
      if (toDong(sale.total) !== toDong(line.amount)) throw new ApiError(409, 'sale_other_amount', { field: 'saleNo' })
      await bookAway(sql, line, 'unapplied', { by, sale: sale.id })
      await giveToSale(sql, id, sale)
      await noteWho(sql, id, by, sale.number)
      return 'done'
    }
    await decide(sql, line, decision, by)
    return 'done'
  })
}

async function lockNumberedSale(sql: Sql, number: string): Promise<NamedSale> {
  const [sale] = await sql.query<NamedSale>(`${SALE} AND s.number = ? FOR UPDATE OF s`, [number.trim().toUpperCase()])
  if (!sale) throw new ApiError(422, 'sale_unknown', { field: 'saleNo' })
  return sale
}

async function groupOfDecision(sql: Sql, id: string, decision: LineDecision): Promise<string | null> {
  if (decision.action === 'match') {
    const [group] = await sql.query<{ id: string }>(
      `SELECT id FROM order_group WHERE display_no = ? AND state <> 'placing' AND method <> 'cod'`,
      [decision.groupNo],
    )
    if (!group) throw new ApiError(422, 'group_unknown', { field: 'groupNo' })
    return group.id
  }
  const [line] = await sql.query<{ group_id: string | null }>('SELECT group_id FROM bank_line WHERE id = ?', [id])
  return line?.group_id ?? null
}

function needsAnother(line: LineRow, groupId: string, by: string): boolean {
  if (toDong(line.amount) <= FOUR_EYES_ABOVE) return false
  return line.proposed_group_id !== groupId || line.proposed_by === null || line.proposed_by === by
}

async function decide(sql: Sql, line: LineRow, decision: LineDecision, by: string): Promise<void> {
  const to = async (state: BankLineState, note: string | null) => {
    await sql.query('UPDATE bank_line SET state = ?, updated_at = now() WHERE id = ?', [state, line.id])
    await noteWho(sql, line.id, by, note)
  }
  if (decision.action === 'not_ours') {
    await bookAway(sql, line, 'unapplied', { by })
    await to('not_ours', decision.note)
  } else if (decision.action === 'returned') {
    await bookAway(sql, line, 'refund_done', { by, reference: decision.reference })
    await to('returned', `${decision.reference} · ${decision.note}`)
  } else if (decision.action === 'reopen') {
    await bookUnmatched(sql, line)
    await to('unmatched', null)
  } else if (decision.action === 'refund') {
    const [receipt] = await sql.query<{ id: string; outcome: string; refunded: string }>(
      `SELECT id, outcome, refunded FROM payment_receipt WHERE source = 'bank' AND reference = ? FOR UPDATE`,
      [line.id],
    )
    if (!receipt || line.group_id === null || receipt.outcome !== 'wrong_amount' || toDong(receipt.refunded) > 0) {
      throw new ApiError(409, 'bank_line_settled')
    }
    await askRefund(sql, {
      groupId: line.group_id,
      orderId: null,
      receiptId: receipt.id,
      amount: toDong(line.amount),
      reason: decision.note,
      key: `receipt:${receipt.id}`,
    })
    await to('refund_asked', decision.note)
  }
}

async function noteWho(sql: Sql, id: string, by: string, note: string | null): Promise<void> {
  await sql.query(
    'UPDATE bank_line SET note = ?, settled_by = ?, settled_at = now(), proposed_group_id = NULL, proposed_by = NULL, updated_at = now() WHERE id = ?',
    [note, by, id],
  )
}
