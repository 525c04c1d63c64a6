import type { MedusaContainer } from '@medusajs/framework/types'
import { toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'
import { type GoodsFacts, goodsFacts } from './goods-facts'

/** One variant at a shop with its lots. */
export interface ShopGoods extends GoodsFacts {
  /** On the shelf; null for goods that were never received with a price. */
  price: number | null
  quantity: number
  lots: { lotNo: string; quantity: number; expiresOn: string | null }[]
}

interface StockRow {
  variant_id: string
  product_id: string
  lot_no: string
  quantity: number
  expires_on: string | null
  price: string | null
}

const STOCK = `
  SELECT s.variant_id, s.product_id, s.lot_no, s.quantity, s.expires_on, p.price
  FROM consignment_stock s LEFT JOIN consignment_price p ON p.shop_id = s.shop_id AND p.variant_id = s.variant_id
  WHERE s.shop_id = ? ORDER BY s.expires_on NULLS LAST, s.first_at, s.lot_no`

/** What a shop has, by producer and product; lots that are used up only where another of the variant is left, or when `all`. */
export async function shopGoods(
  container: MedusaContainer,
  shopId: string,
  day: string,
  { all = false } = {},
): Promise<ShopGoods[]> {
  const rows = await inTransaction(container, (sql) => sql.query<StockRow>(STOCK, [shopId]))
  const facts = await goodsFacts(
    container,
    rows.map(({ product_id }) => product_id),
    day,
  )
  const byVariant = new Map<string, ShopGoods>()
  for (const row of rows) {
    const known = facts.get(row.variant_id)
    if (!known) continue
    const goods = byVariant.get(row.variant_id) ?? {
      ...known,
      price: row.price === null ? null : toDong(row.price),
      quantity: 0,
      lots: [],
    }
    goods.quantity += row.quantity
    if (row.quantity > 0) goods.lots.push({ lotNo: row.lot_no, quantity: row.quantity, expiresOn: row.expires_on })
    byVariant.set(row.variant_id, goods)
  }
  return [...byVariant.values()]
    .filter(({ quantity }) => all || quantity > 0)
    .sort(
      (one, other) =>
        one.producerName.localeCompare(other.producerName, 'vi') ||
        one.productTitle.localeCompare(other.productTitle, 'vi'),
    )
}

/**
 * Shops at which buyers may fetch goods themselves: of the centre (or of any, without one), open, with every item on the shelf and not
 * reserved. In: variants with how many of each.
 */
export async function pickUpShops(
  container: MedusaContainer,
  items: readonly { variantId: string; quantity: number }[],
  centreId?: string,
): Promise<{ id: string; handle: string; name: string; address: string | null; stockLocationId: string }[]> {
  if (items.length === 0) return []
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ id: string; handle: string; name: string; address: string | null; stock_location_id: string }>(
      `SELECT s.id, s.handle, s.name, s.address, s.stock_location_id FROM shop s
       WHERE s.deleted_at IS NULL AND s.pick_up AND s.status = 'operating' AND s.stock_location_id IS NOT NULL
         AND s.centre_id IS NOT NULL AND (?::text IS NULL OR s.centre_id = ?)
         AND NOT EXISTS (
           SELECT 1 FROM jsonb_to_recordset(?::jsonb) AS i("variantId" text, quantity int)
           WHERE i.quantity > coalesce((
             SELECT sum(l.stocked_quantity - l.reserved_quantity) FROM inventory_level l
             JOIN product_variant_inventory_item v ON v.inventory_item_id = l.inventory_item_id AND v.deleted_at IS NULL
             WHERE v.variant_id = i."variantId" AND l.location_id = s.stock_location_id AND l.deleted_at IS NULL), 0))
       ORDER BY s.name`,
      [centreId ?? null, centreId ?? null, JSON.stringify(items)],
    ),
  )
  return rows.map(({ stock_location_id: stockLocationId, ...shop }) => ({ ...shop, stockLocationId }))
}
