import type { ListingLabel } from '../modules/listing/label'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import type { ListingContent } from './listing-content'

/** A listing as it is shown, with the rows its prices lie in. */
export interface ShownListing extends ListingContent {
  productId: string
  published: boolean
  /** Taken off sale by its producer. */
  paused: boolean
  /** Id of the price row by pack size. */
  priceRows: Map<string, string>
}

interface ProductRow extends ListingLabel {
  id: string
  title: string
  description: string | null
  status: string
  paused: boolean
}

/**
 * What is shown of products now; pack sizes without a price of their own in đồng are left out. In: ids, and whether their rows are
 * kept from changing until the transaction ends. Out: by product id, without those there are not.
 */
export async function readContents(
  sql: Sql,
  productIds: readonly string[],
  lock = false,
): Promise<Map<string, ShownListing>> {
  const products = await sql.query<ProductRow>(
    `SELECT p.id, p.title, p.description, p.status, d.net_content AS "netContent", d.ingredients, d.allergens, d.storage, d.usage,
       d.warning, d.standard, coalesce(d.perishable, false) AS perishable, d.paused_at IS NOT NULL AS paused
     FROM product p LEFT JOIN listing_detail d ON d.product_id = p.id AND d.deleted_at IS NULL
     WHERE p.id = ANY(?) AND p.deleted_at IS NULL ORDER BY p.id ${lock ? 'FOR UPDATE OF p' : ''}`,
    [productIds],
  )
  const packs = await sql.query<{
    id: string
    product_id: string
    title: string
    sku: string | null
    weight: string | number | null
    price_id: string
    amount: string
  }>(
    `SELECT v.id, v.product_id, v.title, v.sku, v.weight, price.id AS price_id, price.amount::bigint AS amount
     FROM product_variant v
     JOIN product_variant_price_set s ON s.variant_id = v.id AND s.deleted_at IS NULL
     JOIN price ON price.price_set_id = s.price_set_id AND price.deleted_at IS NULL AND price.currency_code = 'vnd'
       AND price.price_list_id IS NULL AND price.min_quantity IS NULL AND price.max_quantity IS NULL
       AND coalesce(price.rules_count, 0) = 0
     WHERE v.product_id = ANY(?) AND v.deleted_at IS NULL
     ORDER BY v.variant_rank, v.id, price.id ${lock ? 'FOR UPDATE OF v, price' : ''}`,
    [productIds],
  )
  const shown = new Map<string, ShownListing>()
  for (const { id, title, description, status, paused, ...label } of products) {
    const listing: ShownListing = {
      ...{ productId: id, published: status === 'published', paused, title, description: description ?? '', label },
      packs: [],
      priceRows: new Map(),
    }
    for (const pack of packs) {
      if (pack.product_id !== id || listing.priceRows.has(pack.id)) continue
      listing.priceRows.set(pack.id, pack.price_id)
      listing.packs.push({
        ...{ id: pack.id, title: pack.title, sku: pack.sku, price: toDong(pack.amount) },
        weightGrams: pack.weight === null ? null : Number(pack.weight),
      })
    }
    shown.set(id, listing)
  }
  return shown
}
