import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { inTransaction } from '../money/in-transaction'
import { recordAuditIn } from '../officials/record-audit'
import { enqueueIn, productChanged } from '../outbox/enqueue'
import { requireOwnListing } from './own-listings'

/**
 * Takes a listing off sale, or puts it back, at once and without review: it says nothing new. Orders that were placed go on. What the
 * operator took off sale its producer cannot put back. Done twice it is as done once.
 * In: the product, and true to take it off. Throws ApiError 404, 409 `listing_hidden`.
 */
export async function pauseListing(
  container: MedusaContainer,
  tenant: Tenant,
  productId: string,
  pause: boolean,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    await requireOwnListing(sql, tenant, productId)
    const [now] = await sql.query<{ status: string; paused: boolean }>(
      `SELECT p.status, d.paused_at IS NOT NULL AS paused FROM product p
       JOIN listing_detail d ON d.product_id = p.id AND d.deleted_at IS NULL
       WHERE p.id = ? AND p.deleted_at IS NULL FOR UPDATE OF p, d`,
      [productId],
    )
    if (!now) throw new ApiError(404, 'not_found')
    if (now.paused === pause) return
    if (pause && now.status !== 'published') throw new ApiError(409, 'listing_hidden')
    await sql.query('UPDATE product SET status = ?, updated_at = now() WHERE id = ?', [
      ...[pause ? 'draft' : 'published', productId],
    ])
    await sql.query(
      `UPDATE listing_detail SET paused_at = CASE WHEN ? THEN now() END, updated_at = now() WHERE product_id = ? AND deleted_at IS NULL`,
      [pause, productId],
    )
    await recordAuditIn(sql, {
      actor: { type: 'producer', id: tenant.memberId, name: tenant.memberId, post: null },
      verb: pause ? 'listing:pause' : 'listing:resume',
      subject: { type: 'product', id: productId },
      place: { provinceCode: null, communeCode: null },
      details: {},
    })
    await enqueueIn(sql, productChanged([productId]))
  })
}
