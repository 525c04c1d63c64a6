import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { enqueueIn } from '../outbox/enqueue'

/** A time in which a producer may not sell, as the operator and its people see it. */
export interface SuspensionView {
  reason: string
  /** UTC, ISO 8601. */
  since: string
  /** Last day at +07; null until it is lifted. */
  untilDay: string | null
}

/**
 * Stops a producer's selling: what it lists can be bought no more from this moment (carts and lists ask for the producer's status),
 * payouts wait (`payoutHold`), and its people still get in to finish the orders under way (`guardProducerRoutes`).
 * In: the last day (yyyy-mm-dd at +07), or null until it is lifted.
 * Throws ApiError 404, 409 `seller_suspended`, 422 `until_past`.
 */
export async function suspendSeller(
  container: MedusaContainer,
  given: { producerId: string; reason: string; untilDay: string | null; userId: string },
): Promise<void> {
  const { producerId, reason, untilDay, userId } = given
  if (untilDay !== null && untilDay < vietnamDay(new Date())) {
    throw new ApiError(422, 'until_past', { field: 'untilDay' })
  }
  await inTransaction(container, async (sql) => {
    const status = await lockProducer(sql, producerId)
    if (status !== 'open') throw new ApiError(409, 'seller_suspended')
    await sql.query(
      `INSERT INTO seller_suspension (id, producer_id, reason, since, until_day, suspended_by) VALUES (?, ?, ?, now(), ?, ?)`,
      [generateEntityId(undefined, 'ssus'), producerId, reason, untilDay, userId],
    )
    await setStatus(sql, producerId, 'suspended')
  })
}

/** Lets a producer sell again. In: a user's id, or `system`. Out: false when it was not suspended. */
export async function liftSuspension(
  container: MedusaContainer,
  { producerId, userId, note }: { producerId: string; userId: string; note: string | null },
): Promise<boolean> {
  return await inTransaction(container, async (sql) => {
    await lockProducer(sql, producerId)
    const lifted = await sql.query(
      `UPDATE seller_suspension SET lifted_at = now(), lifted_by = ?, lift_note = ?, updated_at = now()
       WHERE producer_id = ? AND lifted_at IS NULL AND deleted_at IS NULL RETURNING id`,
      [userId, note, producerId],
    )
    if (lifted.length === 0) return false
    await setStatus(sql, producerId, 'open')
    return true
  })
}

/** Lifts the suspensions whose last day (at +07) is over. Out: how many. */
export async function liftEndedSuspensions(container: MedusaContainer, now: Date): Promise<number> {
  const ended = await inTransaction(container, (sql) =>
    sql.query<{ producer_id: string }>(
      `SELECT producer_id FROM seller_suspension WHERE lifted_at IS NULL AND deleted_at IS NULL AND until_day < ?`,
      [vietnamDay(now)],
    ),
  )
  let lifted = 0
  for (const { producer_id: producerId } of ended) {
    if (await liftSuspension(container, { producerId, userId: 'system', note: null })) lifted += 1
  }
  return lifted
}

/** The suspension in force; null when there is none. */
export async function suspensionOf(container: MedusaContainer, producerId: string): Promise<SuspensionView | null> {
  return await inTransaction(container, async (sql) => {
    const [row] = await sql.query<{ reason: string; since: Date | string; until_day: string | null }>(
      `SELECT reason, since, until_day FROM seller_suspension
       WHERE producer_id = ? AND lifted_at IS NULL AND deleted_at IS NULL`,
      [producerId],
    )
    return row ? { reason: row.reason, since: new Date(row.since).toISOString(), untilDay: row.until_day } : null
  })
}

async function lockProducer(sql: Sql, id: string): Promise<'open' | 'suspended'> {
  const [row] = await sql.query<{ status: 'open' | 'suspended' }>(
    'SELECT status FROM producer WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  return row.status
}

async function setStatus(sql: Sql, id: string, status: 'open' | 'suspended'): Promise<void> {
  await sql.query('UPDATE producer SET status = ?, updated_at = now() WHERE id = ?', [status, id])
  await enqueueIn(sql, [{ topic: 'producer', key: id }])
}
