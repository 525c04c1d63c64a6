import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import { decimal } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { recordAuditIn } from '../officials/record-audit'
import { enqueueIn, productChanged } from '../outbox/enqueue'
import { IS_STAY } from '../stays/stay-product'
import type { StockBody } from './bodies'

/** What a producer has of a pack size at its own place; goods at shops are the centres' to count. */
export interface OwnStock {
  variantId: string
  productId: string
  product: string
  variant: string
  sku: string | null
  /** Packages on hand, those that are ordered and not yet packed among them. */
  stocked: number
  /** Ordered and not yet packed. */
  reserved: number
}

interface Row {
  variant_id: string
  product_id: string
  product: string
  variant: string
  sku: string | null
  level_id: string
  stocked: unknown
  reserved: unknown
  producer_id: string
}

/** A pack size that is one package of one stock; sets of several are counted by their parts, guests of homestays by the day (src/stays). */
const SELECT = `
  SELECT v.id AS variant_id, p.id AS product_id, p.title AS product, v.title AS variant, v.sku, l.producer_id,
    n.id AS level_id, n.stocked_quantity AS stocked, n.reserved_quantity AS reserved
  FROM product_product_producer_producer l
  JOIN product p ON p.id = l.product_id AND p.deleted_at IS NULL
  JOIN product_variant v ON v.product_id = p.id AND v.deleted_at IS NULL AND v.manage_inventory
  JOIN LATERAL (SELECT min(i.inventory_item_id) AS item FROM product_variant_inventory_item i
    WHERE i.variant_id = v.id AND i.deleted_at IS NULL HAVING count(*) = 1 AND min(i.required_quantity) = 1) one ON true
  JOIN LATERAL (SELECT n.* FROM inventory_level n WHERE n.inventory_item_id = one.item AND n.deleted_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM shop s WHERE s.stock_location_id = n.location_id) ORDER BY n.id LIMIT 1) n ON true
  WHERE l.deleted_at IS NULL AND NOT ${IS_STAY}`

/** All that a producer may count, by product and pack size. */
export async function readOwnStock(container: MedusaContainer, producerId: string): Promise<OwnStock[]> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(`${SELECT} AND l.producer_id = ? ORDER BY p.title, v.variant_rank, v.id`, [producerId]),
  )
  return rows.map(view)
}

/**
 * Sets what the producer has counted; it counts at once, without review, and stands in the journal with what it was before.
 * In: what was counted, and the number the form had shown, so that a sale in between is not undone.
 * Throws ApiError 404, as a security event for another producer's; 409 `stock_moved` when the number has changed since, `stock_reserved`
 * when more is ordered than was counted, each with the number in `extra`.
 */
export async function countStock(
  container: MedusaContainer,
  tenant: Pick<Tenant, 'memberId' | 'producerId'>,
  variantId: string,
  { stocked, seen }: StockBody,
): Promise<OwnStock> {
  return await inTransaction(container, (sql) => countStockIn(sql, tenant, variantId, { stocked, seen }))
}

/** As `countStock`, in the caller's transaction. */
export async function countStockIn(
  sql: Sql,
  tenant: Pick<Tenant, 'memberId' | 'producerId'>,
  variantId: string,
  { stocked, seen }: StockBody,
): Promise<OwnStock> {
  const before = await requireOwn(sql, tenant, variantId)
  const [level] = await sql.query<{ stocked: unknown; reserved: unknown }>(
    'SELECT stocked_quantity AS stocked, reserved_quantity AS reserved FROM inventory_level WHERE id = ? FOR UPDATE',
    [before.level_id],
  )
  const [held, reserved] = [decimal(level?.stocked), decimal(level?.reserved)]
  if (held !== seen) throw new ApiError(409, 'stock_moved', { field: 'stocked', extra: { stocked: held } })
  if (stocked < reserved) throw new ApiError(409, 'stock_reserved', { field: 'stocked', extra: { reserved } })
  if (stocked !== held) {
    await sql.query(
      `UPDATE inventory_level SET stocked_quantity = ?, raw_stocked_quantity = jsonb_build_object('value', ?::text, 'precision', 20),
         updated_at = now() WHERE id = ?`,
      [stocked, String(stocked), before.level_id],
    )
    await recordAuditIn(sql, {
      actor: { type: 'producer', id: tenant.memberId, name: tenant.memberId, post: null },
      verb: 'stock:count',
      subject: { type: 'product_variant', id: variantId },
      place: { provinceCode: null, communeCode: null },
      details: { before: held, after: stocked },
    })
    await enqueueIn(sql, productChanged([before.product_id]))
  }
  return view({ ...before, stocked, reserved })
}

async function requireOwn(
  sql: Sql,
  { memberId, producerId }: Pick<Tenant, 'memberId' | 'producerId'>,
  variantId: string,
): Promise<Row> {
  const [row] = await sql.query<Row>(`${SELECT} AND v.id = ?`, [variantId])
  if (!row) throw new ApiError(404, 'not_found')
  if (row.producer_id !== producerId) {
    throw foreignRow({ actor: 'producer', id: memberId }, { type: 'product_variant', id: variantId })
  }
  return row
}

function view(row: Row): OwnStock {
  return {
    variantId: row.variant_id,
    productId: row.product_id,
    product: row.product,
    variant: row.variant,
    sku: row.sku,
    stocked: decimal(row.stocked),
    reserved: decimal(row.reserved),
  }
}
