import type { Sql } from '../money/in-transaction'

/** One thing that a gift set holds. */
export interface HeldGoods {
  quantity: number
  /** Product and pack size. */
  title: string
  /** Address of the product's page. */
  handle: string
}

/** What gift sets hold, by variant; anything else has no entry. */
export async function readSets(sql: Sql, variantIds: readonly string[]): Promise<Map<string, HeldGoods[]>> {
  const rows = await sql.query<{ id: string; quantity: number; title: string; handle: string }>(
    `SELECT s.variant_id AS id, s.required_quantity::int AS quantity, p.title || ' (' || v.title || ')' AS title, p.handle
     FROM product_variant_inventory_item s
     JOIN product_variant_inventory_item i ON i.inventory_item_id = s.inventory_item_id AND i.variant_id <> s.variant_id
       AND i.required_quantity = 1 AND i.deleted_at IS NULL
     JOIN product_variant v ON v.id = i.variant_id AND v.deleted_at IS NULL
     JOIN product p ON p.id = v.product_id AND p.deleted_at IS NULL
     WHERE s.variant_id = ANY(?) AND s.deleted_at IS NULL
       AND (s.required_quantity > 1 OR (SELECT count(*) FROM product_variant_inventory_item o
         WHERE o.variant_id = s.variant_id AND o.deleted_at IS NULL) > 1)
       AND (SELECT count(*) FROM product_variant_inventory_item o WHERE o.variant_id = i.variant_id AND o.deleted_at IS NULL) = 1
     ORDER BY p.title, v.title`,
    [[...variantIds]],
  )
  const sets = new Map<string, HeldGoods[]>()
  for (const { id, ...held } of rows) sets.set(id, [...(sets.get(id) ?? []), held])
  return sets
}
