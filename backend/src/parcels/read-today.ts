import type { MedusaContainer } from '@medusajs/framework/types'
import { inTransaction } from '../money/in-transaction'
import { storeSummary } from '../papers/read-papers'
import { countStays } from '../stays/read-stays'
import { readOwnPlaces } from '../stays/stay-calendar'
import { IS_STAY } from '../stays/stay-product'
import { countOrders, type OrderCounts } from './read-orders'

/** Goods of which few packages are left to sell. */
export interface LowStock {
  productId: string
  title: string
  variant: string
  available: number
}

/** What a producer has to do today. */
export interface Today {
  orders: OrderCounts
  papers: { expiring: number; expired: number }
  low: LowStock[]
  /** Enquiries to answer, stays that are over and wait for a word; `host`: the producer has homestays or tours. */
  stays: { asked: number; toClose: number; host: boolean }
}

/** From this many packages on a product is not short. */
const ENOUGH = 6

/** Gathers today's work. In: the day, yyyy-mm-dd at +07. */
export async function readToday(container: MedusaContainer, producerId: string, day: string): Promise<Today> {
  const [orders, papers, low, stays, places] = await Promise.all([
    countOrders(container, producerId),
    storeSummary(container, producerId, day),
    lowStock(container, producerId),
    inTransaction(container, (sql) => countStays(sql, producerId, day)),
    readOwnPlaces(container, producerId),
  ])
  return {
    ...{ orders, papers: papers.counts, low },
    stays: { asked: stays.asked, toClose: stays.to_close, host: places.length > 0 },
  }
}

async function lowStock(container: MedusaContainer, producerId: string): Promise<LowStock[]> {
  return inTransaction(container, (sql) =>
    sql.query<LowStock>(
      `SELECT p.id AS "productId", p.title, v.title AS variant,
         floor(min(s.available / nullif(i.required_quantity, 0)))::int AS available
       FROM product_product_producer_producer l
       JOIN product p ON p.id = l.product_id AND p.deleted_at IS NULL AND p.status = 'published'
       JOIN product_variant v ON v.product_id = p.id AND v.deleted_at IS NULL AND v.manage_inventory
       JOIN product_variant_inventory_item i ON i.variant_id = v.id AND i.deleted_at IS NULL
       JOIN LATERAL (
         SELECT coalesce(sum(n.stocked_quantity - n.reserved_quantity), 0) AS available FROM inventory_level n
         WHERE n.inventory_item_id = i.inventory_item_id AND n.deleted_at IS NULL) s ON true
       WHERE l.producer_id = ? AND l.deleted_at IS NULL AND NOT ${IS_STAY}
       GROUP BY p.id, p.title, v.id, v.title
       HAVING floor(min(s.available / nullif(i.required_quantity, 0))) < ?
       ORDER BY available, p.title LIMIT 20`,
      [producerId, ENOUGH],
    ),
  )
}
