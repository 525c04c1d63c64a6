import { ApiError } from '../http/api-error'
import type { Sql } from '../money/in-transaction'

/** A homestay or tour that can be asked for. */
export interface StayProduct {
  id: string
  title: string
  handle: string
  producerId: string
  producer: string
  producerHandle: string
}

/** Products of the group tourism are services: asked for, never put into a cart. An alias `p` stands for the product. */
export const IS_STAY = `EXISTS (SELECT 1 FROM listing_detail d WHERE d.product_id = p.id AND d.sector = 'tourism' AND d.deleted_at IS NULL)`

/** A homestay or tour that is shown and whose producer may sell. Throws ApiError 404 for every other. */
export async function requireStayProduct(sql: Sql, handle: string): Promise<StayProduct> {
  const [product] = await sql.query<StayProduct>(
    `SELECT p.id, p.title, p.handle, s.id AS "producerId", s.name AS producer, s.handle AS "producerHandle"
     FROM product p JOIN product_product_producer_producer l ON l.product_id = p.id AND l.deleted_at IS NULL
       JOIN producer s ON s.id = l.producer_id AND s.status = 'open' AND s.deleted_at IS NULL
     WHERE p.handle = ? AND p.status = 'published' AND p.deleted_at IS NULL AND ${IS_STAY}`,
    [handle],
  )
  if (!product) throw new ApiError(404, 'not_found')
  return product
}
