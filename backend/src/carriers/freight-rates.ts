import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { z } from '@medusajs/framework/zod'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import { requireFutureDay } from '../settlement/dated'

/** `twoWay`: what a parcel that was not taken costs there and back, whole đồng, where the carrier's file names no fee. */
export const FreightRateBodySchema = z.object({
  carrier: z.string().trim().min(1).max(40),
  twoWay: z.number().int().min(0).max(10_000_000),
  from: z.iso.date(),
})
export type FreightRateBody = z.infer<typeof FreightRateBodySchema>

export interface FreightRateView extends FreightRateBody {
  id: string
  carrierName: string
  /** A sample: the contract with the carrier says otherwise. */
  sample: boolean
}

/** Every rate by carrier, the newest first, and the carriers there are. */
export async function listFreightRates(
  sql: Sql,
): Promise<{ rates: FreightRateView[]; carriers: { code: string; name: string }[] }> {
  const rows = await sql.query<{
    id: string
    carrier: string
    name: string
    from_day: string
    two_way: string
    sample: boolean
  }>(
    `SELECT r.id, r.carrier, c.name, r.from_day, r.two_way, r.sample FROM freight_rate r JOIN carrier c ON c.code = r.carrier
     WHERE r.deleted_at IS NULL ORDER BY c.name, r.from_day DESC`,
  )
  const carriers = await sql.query<{ code: string; name: string }>(
    'SELECT code, name FROM carrier WHERE active AND deleted_at IS NULL ORDER BY name',
  )
  return {
    rates: rows.map((row) => ({
      id: row.id,
      carrier: row.carrier,
      carrierName: row.name,
      from: row.from_day,
      twoWay: toDong(row.two_way),
      sample: row.sample,
    })),
    carriers,
  }
}

/**
 * Sets a carrier's rate from a day on; those before stay as they were, for the parcels of their days. `sample` rates may begin in the past.
 * Out: its id; null for a sample that is there already. Throws ApiError 422 `settlement_day_past`, 422 `carrier_unknown`, 409
 * `settlement_day_taken`.
 */
export async function addFreightRate(
  container: MedusaContainer,
  rate: FreightRateBody,
  actor: AuditActor,
  now: Date,
  sample = false,
): Promise<string | null> {
  if (!sample) requireFutureDay(rate.from, now, 'from')
  return await inTransaction(container, async (sql) => {
    const [carrier] = await sql.query('SELECT 1 FROM carrier WHERE code = ? AND deleted_at IS NULL', [rate.carrier])
    if (!carrier) throw new ApiError(422, 'carrier_unknown', { field: 'carrier' })
    const id = generateEntityId(undefined, 'frate')
    const made = await sql.query(
      `INSERT INTO freight_rate (id, carrier, from_day, two_way, sample)
       SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM freight_rate WHERE carrier = ? AND from_day >= ?)
       ON CONFLICT DO NOTHING RETURNING id`,
      [id, rate.carrier, rate.from, rate.twoWay, sample, rate.carrier, rate.from],
    )
    if (made.length === 0) {
      if (sample) return null
      throw new ApiError(409, 'settlement_day_taken', { field: 'from' })
    }
    const subject = { type: 'freight_rate', id }
    const place = { provinceCode: null, communeCode: null }
    const details = { carrier: rate.carrier, twoWay: rate.twoWay, from: rate.from }
    await recordAuditIn(sql, { actor, verb: 'freight_rate:add', subject, place, details })
    return id
  })
}
