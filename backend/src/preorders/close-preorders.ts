import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction } from '../money/in-transaction'
import { enqueueIn, productChanged } from '../outbox/enqueue'

/**
 * Ends ordering ahead for harvests that are over: what nobody ordered is no longer counted as stock, so that nothing more is sold of it.
 * Orders that were placed stay reserved. A producer who has goods left counts them like any stock. Run again it does nothing.
 * In: the day at +07. Out: the codes of the pack sizes that were closed.
 */
export async function closePreorders(container: MedusaContainer, today: string): Promise<string[]> {
  return await inTransaction(container, async (sql) => {
    const closed = await sql.query<{ sku: string }>(
      'UPDATE preorder SET closed_at = now(), updated_at = now() WHERE harvest_to < ? AND closed_at IS NULL RETURNING sku',
      [today],
    )
    if (closed.length === 0) return []
    const codes = closed.map(({ sku }) => sku)
    await sql.query(
      `UPDATE inventory_level n SET stocked_quantity = n.reserved_quantity,
         raw_stocked_quantity = jsonb_build_object('value', n.reserved_quantity::bigint::text, 'precision', 20), updated_at = now()
       FROM product_variant v JOIN product_variant_inventory_item i ON i.variant_id = v.id AND i.deleted_at IS NULL
       WHERE v.sku = ANY(?) AND v.deleted_at IS NULL AND n.inventory_item_id = i.inventory_item_id
         AND n.stocked_quantity > n.reserved_quantity`,
      [codes],
    )
    const products = await sql.query<{ id: string }>(
      'SELECT DISTINCT product_id AS id FROM product_variant WHERE sku = ANY(?) AND deleted_at IS NULL',
      [codes],
    )
    await enqueueIn(sql, productChanged(products.map(({ id }) => id)))
    return codes
  })
}
