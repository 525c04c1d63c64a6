import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../http/api-error'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'

/** A promotion centre as the operator sees it. */
export interface CentreView {
  id: string
  name: string
  /** The office it belongs to. */
  unit: string
  provinceCode: string
  province: string
  phone: string | null
  email: string | null
  status: 'active' | 'suspended'
  sample: boolean
  /** Names of its shops. */
  shops: string[]
  /** Agreements with producers that hold today. */
  agreements: number
  /** People whose posts at it count today. */
  people: number
  /** Packages it keeps for producers. */
  kept: number
  /** Sales at its counters in the last 30 days; money in whole đồng. */
  sales: { count: number; total: number }
}

interface Row {
  id: string
  name: string
  unit: string
  province_code: string
  province: string | null
  phone: string | null
  email: string | null
  status: 'active' | 'suspended'
  sample: boolean
  shops: string[]
  agreements: number
  people: number
  kept: number
  sales: number
  total: string
}

/** All centres by province, with what goes on at each. */
export async function listCentres(container: MedusaContainer): Promise<CentreView[]> {
  const today = vietnamDay(new Date())
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(
      `SELECT c.id, c.name, c.unit, c.province_code, p.name AS province, c.phone, c.email, c.status, c.sample,
         array(SELECT s.name FROM shop s WHERE s.centre_id = c.id AND s.deleted_at IS NULL ORDER BY s.name) AS shops,
         (SELECT count(*)::int FROM centre_agreement a WHERE a.centre_id = c.id AND a.state = 'accepted' AND a.deleted_at IS NULL
           AND a.first_day <= ? AND coalesce(a.last_day, ?) >= ?) AS agreements,
         (SELECT count(DISTINCT o.official_id)::int FROM official_post o WHERE o.centre_id = c.id AND o.deleted_at IS NULL
           AND coalesce(o.last_day, ?) >= ?) AS people,
         (SELECT coalesce(sum(k.quantity), 0)::int FROM consignment_stock k WHERE k.centre_id = c.id) AS kept,
         sold.sales, sold.total
       FROM promotion_centre c LEFT JOIN province p ON p.code = c.province_code
       CROSS JOIN LATERAL (SELECT count(*)::int AS sales, coalesce(sum(total), 0)::text AS total FROM counter_sale s
         WHERE s.centre_id = c.id AND s.state = 'booked' AND s.sold_at > now() - interval '30 days') sold
       WHERE c.deleted_at IS NULL ORDER BY c.province_code, c.name, c.id`,
      [today, today, today, today, today],
    ),
  )
  return rows.map(({ province_code, province, sales, total, ...row }) => ({
    ...row,
    provinceCode: province_code,
    province: province ?? '',
    sales: { count: sales, total: toDong(total) },
  }))
}

/**
 * Stops or lifts a centre. A stopped one makes no agreements and is paid nothing; its counters go on booking, since what was sold must stand
 * in the books. The journal keeps the reason. Done twice it is as done once. Throws ApiError 404.
 */
export async function setCentreStatus(
  container: MedusaContainer,
  id: string,
  by: AuditActor,
  { status, reason }: { status: CentreView['status']; reason: string },
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const [centre] = await sql.query<{ status: string; province_code: string }>(
      'SELECT status, province_code FROM promotion_centre WHERE id = ? AND deleted_at IS NULL FOR UPDATE',
      [id],
    )
    if (!centre) throw new ApiError(404, 'not_found')
    if (centre.status === status) return
    await sql.query('UPDATE promotion_centre SET status = ?, updated_at = now() WHERE id = ?', [status, id])
    await recordAuditIn(sql, {
      actor: by,
      verb: status === 'active' ? 'centre:lift' : 'centre:suspend',
      subject: { type: 'promotion_centre', id },
      place: { provinceCode: centre.province_code, communeCode: null },
      details: { reason },
    })
  })
}
