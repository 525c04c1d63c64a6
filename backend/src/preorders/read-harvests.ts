import type { Sql } from '../money/in-transaction'

/** When what was ordered ahead is harvested; days at +07, yyyy-mm-dd. */
export interface Harvest {
  from: string
  to: string
}

/** The harvests of pack sizes, by variant; what is at hand has none. Pack sizes taken off sale since are read as well. */
export async function readHarvests(sql: Sql, variantIds: readonly string[]): Promise<Map<string, Harvest>> {
  if (variantIds.length === 0) return new Map()
  const rows = await sql.query<{ id: string; from: string; to: string }>(
    `SELECT v.id, p.harvest_from AS "from", p.harvest_to AS "to" FROM preorder p JOIN product_variant v ON v.sku = p.sku
     WHERE v.id = ANY(?)`,
    [[...variantIds]],
  )
  return new Map(rows.map(({ id, from, to }) => [id, { from, to }]))
}
