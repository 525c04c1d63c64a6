import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { z } from '@medusajs/framework/zod'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import { dayBefore, requireFutureDay } from '../settlement/dated'

const day = z.iso.date()
const fee = z.number().int().min(0).max(10_000_000)
const grams = z.number().int().min(1).max(1_000_000)

/** Fees are whole đồng, weights grams. A flat rate is `firstFee` alone. */
export const DeliveryRateBodySchema = z.object({
  /** Null: for every producer without a rate of its own. */
  producerId: z.string().trim().min(1).max(100).nullable().default(null),
  method: z.enum(['flat', 'by_weight']),
  firstGrams: grams.nullable().default(null),
  firstFee: fee,
  stepGrams: grams.nullable().default(null),
  stepFee: fee.nullable().default(null),
  maxGrams: grams.nullable().default(null),
  from: day,
  source: z.string().trim().min(2).max(500),
})
export type DeliveryRateBody = z.infer<typeof DeliveryRateBodySchema>

export const EndDeliveryRateBodySchema = z.object({ to: day })
export type EndDeliveryRateBody = z.infer<typeof EndDeliveryRateBodySchema>

export interface DeliveryRateView extends DeliveryRateBody {
  id: string
  producerName: string | null
  to: string | null
}

const NOWHERE = { provinceCode: null, communeCode: null }

interface RateRow {
  id: string
  producer_id: string | null
  name: string | null
  method: DeliveryRateBody['method']
  first_grams: number | null
  first_fee: number
  step_grams: number | null
  step_fee: number | null
  max_grams: number | null
  valid_from: string
  valid_to: string | null
  source: string
}

/** Every rate that holds today or later, the platform's first, and those that are over after them. */
export async function listDeliveryRates(sql: Sql, now: Date): Promise<DeliveryRateView[]> {
  const rows = await sql.query<RateRow>(
    `SELECT r.*, p.name FROM delivery_rate r LEFT JOIN producer p ON p.id = r.producer_id WHERE r.deleted_at IS NULL
     ORDER BY (coalesce(r.valid_to, '9999') < ?), (r.producer_id IS NOT NULL), p.name, r.method, r.valid_from DESC LIMIT 500`,
    [vietnamDay(now)],
  )
  return rows.map((row) => ({
    id: row.id,
    producerId: row.producer_id,
    producerName: row.name,
    method: row.method,
    firstGrams: row.first_grams,
    firstFee: row.first_fee,
    stepGrams: row.step_grams,
    stepFee: row.step_fee,
    maxGrams: row.max_grams,
    from: row.valid_from,
    to: row.valid_to,
    source: row.source,
  }))
}

/**
 * Sets a rate from a day on; the one before ends the day before and stays as it was. Out: its id. Throws ApiError 422
 * `delivery_rate_invalid` for one that contradicts itself or is for whom there is not, 422 `settlement_day_past`, and 409
 * `settlement_day_taken` when one of the same kind begins then or later.
 */
export async function addDeliveryRate(
  container: MedusaContainer,
  rate: DeliveryRateBody,
  actor: AuditActor,
  now: Date,
): Promise<string> {
  const byWeight = rate.method === 'by_weight'
  for (const field of ['firstGrams', 'stepGrams', 'stepFee'] as const) {
    if ((rate[field] !== null) !== byWeight) throw new ApiError(422, 'delivery_rate_invalid', { field })
  }
  if (rate.maxGrams !== null && rate.maxGrams < (rate.firstGrams ?? 1)) {
    throw new ApiError(422, 'delivery_rate_invalid', { field: 'maxGrams' })
  }
  requireFutureDay(rate.from, now, 'from')
  return await inTransaction(container, async (sql) => {
    if (rate.producerId !== null) {
      const found = await sql.query('SELECT 1 FROM producer WHERE id = ? AND deleted_at IS NULL', [rate.producerId])
      if (found.length === 0) throw new ApiError(422, 'delivery_rate_invalid', { field: 'producerId' })
    }
    const known = await sql.query<{ id: string; valid_from: string; valid_to: string | null }>(
      `SELECT id, valid_from, valid_to FROM delivery_rate
       WHERE producer_id IS NOT DISTINCT FROM ? AND method = ? AND deleted_at IS NULL ORDER BY valid_from DESC FOR UPDATE`,
      [rate.producerId, rate.method],
    )
    if (known.some((each) => each.valid_from >= rate.from || (each.valid_to !== null && each.valid_to >= rate.from))) {
      throw new ApiError(409, 'settlement_day_taken', { field: 'from' })
    }
    await sql.query(
      `UPDATE delivery_rate SET valid_to = ?, updated_at = now() WHERE id = ANY(?) AND valid_to IS NULL`,
      [dayBefore(rate.from), known.map(({ id }) => id)],
    )
    const id = generateEntityId(undefined, 'drate')
    const made = await sql.query(
      `INSERT INTO delivery_rate (id, producer_id, method, first_grams, first_fee, step_grams, step_fee, max_grams, valid_from, source)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
      [
        ...[id, rate.producerId, rate.method, rate.firstGrams, rate.firstFee, rate.stepGrams, rate.stepFee],
        ...[rate.maxGrams, rate.from, rate.source],
      ],
    )
    if (made.length === 0) throw new ApiError(409, 'settlement_day_taken', { field: 'from' })
    const subject = { type: 'delivery_rate', id }
    const details = { method: rate.method, from: rate.from, firstFee: rate.firstFee }
    await recordAuditIn(sql, { actor, verb: 'delivery_rate:add', subject, place: NOWHERE, details })
    return id
  })
}

/**
 * Ends a producer's own rate after a day, today at the earliest: the platform's holds then. Throws ApiError 404, 422 `settlement_day_past`, and
 * 422 `delivery_rate_invalid` for a rate that has an end, or for the platform's: without one nobody could order.
 */
export async function endDeliveryRate(
  container: MedusaContainer,
  id: string,
  to: string,
  actor: AuditActor,
  now: Date,
): Promise<void> {
  if (to < vietnamDay(now)) throw new ApiError(422, 'settlement_day_past', { field: 'to' })
  await inTransaction(container, async (sql) => {
    const [rate] = await sql.query<RateRow>(
      'SELECT * FROM delivery_rate WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
      [id],
    )
    if (!rate) throw new ApiError(404, 'not_found')
    if (rate.producer_id === null || rate.valid_to !== null || to < rate.valid_from) {
      throw new ApiError(422, 'delivery_rate_invalid', { field: 'to' })
    }
    await sql.query('UPDATE delivery_rate SET valid_to = ?, updated_at = now() WHERE id = ?', [to, id])
    const subject = { type: 'delivery_rate', id }
    await recordAuditIn(sql, { actor, verb: 'delivery_rate:end', subject, place: NOWHERE, details: { to } })
  })
}
