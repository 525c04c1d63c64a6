import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../http/api-error'
import { inTransaction, type Sql } from '../../money/in-transaction'
import { recordAuditIn } from '../../officials/record-audit'
import { dayWithoutAgreement } from '../agreement-days'
import type { AtCentre } from '../at-centre'
import { goodsFacts } from '../goods-facts'
import type { EntryBody, EntryChange } from './bodies'
import { daysLeft, isUnderWay } from './fair-rules'
import { type FairRow, lockFair } from './lock-fair'

/**
 * Puts goods of a producer on a booth of the fair. The producer lets the centre sell them on every day of the fair that is left.
 * Out: the entry's id. Throws ApiError 404, 409 `fair_state`, `fair_entry_twice`, 422 `goods_unknown`, `fair_no_agreement`.
 */
export async function addEntry(
  container: MedusaContainer,
  at: AtCentre,
  fairId: string,
  entry: EntryBody,
): Promise<string> {
  const today = vietnamDay(new Date())
  const goods = (await goodsFacts(container, [entry.productId], today)).get(entry.variantId)
  if (!goods || goods.productId !== entry.productId) {
    throw new ApiError(422, 'goods_unknown', { field: 'variantId' })
  }
  return await inTransaction(container, async (sql) => {
    const fair = await lockUnderWay(sql, at, fairId)
    const [booth] = await sql.query<{ name: string }>('SELECT name FROM fair_booth WHERE id = ? AND fair_id = ?', [
      entry.boothId,
      fairId,
    ])
    if (!booth) throw new ApiError(404, 'not_found')
    const days = daysLeft(today, fair.first_day, fair.last_day)
    const { producerId, productId } = goods
    const missing = await dayWithoutAgreement(sql, { centreId: at.centreId, producerId, productId, ...days })
    if (missing !== null) throw new ApiError(422, 'fair_no_agreement', { field: 'variantId', extra: { day: missing } })
    const [last] = await sql.query<{ last: number }>(
      'SELECT coalesce(max(position), 0)::int AS last FROM fair_entry WHERE fair_id = ?',
      [fairId],
    )
    const id = generateEntityId(undefined, 'fent')
    const made = await sql.query(
      `INSERT INTO fair_entry (id, centre_id, fair_id, booth_id, producer_id, product_id, variant_id, price, note, position)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (booth_id, variant_id) DO NOTHING RETURNING id`,
      [
        ...[id, at.centreId, fairId, entry.boothId, producerId, productId, entry.variantId, entry.price, entry.note],
        entry.position ?? (last?.last ?? 0) + 1,
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'fair_entry_twice', { field: 'variantId' })
    await audit(sql, at, fairId, 'centre:add_entry', `${goods.productTitle}, ${goods.variantTitle}`)
    return id
  })
}

/** Changes price, note and place in the order. Throws ApiError 404, 409 `fair_state`. */
export async function changeEntry(
  container: MedusaContainer,
  at: AtCentre,
  { fairId, entryId }: { fairId: string; entryId: string },
  { price, note, position }: EntryChange,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockUnderWay(sql, at, fairId)
    const done = await sql.query<{ variant_id: string }>(
      'UPDATE fair_entry SET price = ?, note = ?, position = ? WHERE id = ? AND fair_id = ? RETURNING variant_id',
      [price, note, position, entryId, fairId],
    )
    if (done.length === 0) throw new ApiError(404, 'not_found')
    await audit(sql, at, fairId, 'centre:change_entry', await titleOf(sql, done[0]?.variant_id))
  })
}

/** Takes goods off the fair. Throws ApiError 404, 409 `fair_state`. */
export async function removeEntry(
  container: MedusaContainer,
  at: AtCentre,
  { fairId, entryId }: { fairId: string; entryId: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await lockUnderWay(sql, at, fairId)
    const done = await sql.query<{ variant_id: string }>(
      'DELETE FROM fair_entry WHERE id = ? AND fair_id = ? RETURNING variant_id',
      [entryId, fairId],
    )
    if (done.length === 0) throw new ApiError(404, 'not_found')
    await audit(sql, at, fairId, 'centre:remove_entry', await titleOf(sql, done[0]?.variant_id))
  })
}

async function lockUnderWay(sql: Sql, at: AtCentre, fairId: string): Promise<FairRow> {
  const fair = await lockFair(sql, at.centreId, fairId)
  if (!isUnderWay(fair.state)) throw new ApiError(409, 'fair_state')
  return fair
}

async function titleOf(sql: Sql, variantId: string | undefined): Promise<string> {
  const [row] = await sql.query<{ title: string }>(
    `SELECT p.title || ', ' || v.title AS title FROM product_variant v JOIN product p ON p.id = v.product_id WHERE v.id = ?`,
    [variantId ?? ''],
  )
  return row?.title ?? ''
}

async function audit(sql: Sql, at: AtCentre, fairId: string, verb: `centre:${string}`, name: string): Promise<void> {
  await recordAuditIn(sql, {
    ...{ actor: at.actor, verb, subject: { type: 'centre_fair', id: fairId }, place: at.place },
    details: { name },
  })
}
