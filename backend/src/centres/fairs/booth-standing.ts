import { toDong } from '../../money/dong'
import type { Sql } from '../../money/in-transaction'
import type { BoothStanding } from './fair-rules'

/** A booth with what it holds. */
export interface FairBooth extends BoothStanding {
  id: string
  name: string
  shopId: string
  shopHandle: string
}

/** Money of a settled sale that was kept, or given back after a close, belongs to a close as well. */
const STANDING = `
  SELECT b.id, b.name, b.shop_id, s.handle,
    (SELECT coalesce(sum(quantity), 0) FROM consignment_stock WHERE shop_id = s.id) AS pieces,
    (SELECT count(*) FROM counter_sale WHERE shop_id = s.id AND close_id IS NULL AND state = 'booked')
      + (SELECT count(*) FROM counter_query WHERE shop_id = s.id AND ((state = 'settled' AND NOT returned AND close_id IS NULL)
          OR (returned AND close_id IS NOT NULL AND returned_close_id IS NULL))) AS open_sales,
    (SELECT count(*) FROM counter_query WHERE shop_id = s.id AND state = 'waiting') AS waiting
  FROM fair_booth b JOIN shop s ON s.id = b.shop_id WHERE b.fair_id = ? ORDER BY b.name, b.id`

/** The booths of a fair by name, with what each still holds: one look at all of it, so that nothing moves in between. */
export async function boothsOf(sql: Sql, fairId: string): Promise<FairBooth[]> {
  const rows = await sql.query<
    Record<'id' | 'name' | 'shop_id' | 'handle' | 'pieces' | 'open_sales' | 'waiting', string>
  >(STANDING, [fairId])
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    shopId: row.shop_id,
    shopHandle: row.handle,
    pieces: toDong(row.pieces),
    openSales: toDong(row.open_sales),
    waiting: toDong(row.waiting),
  }))
}
