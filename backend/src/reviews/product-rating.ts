import type { MedusaContainer } from '@medusajs/framework/types'
import { POINTS } from '../modules/review/states'
import { inTransaction, type Sql } from '../money/in-transaction'

/** What buyers gave: how many reviews, their mean to one decimal (null without any), and how many gave 1 to 5 points. */
export interface Rating {
  count: number
  mean: number | null
  /** How many gave 1, 2, 3, 4, 5. */
  spread: number[]
}

export interface RatingCounts {
  ones: number
  twos: number
  threes: number
  fours: number
  fives: number
}

/** In: the stored counts, or none. Out: the rating; the mean is rounded half up to one decimal. */
export function ratingOf(counts: RatingCounts | undefined): Rating {
  const spread = counts ? [counts.ones, counts.twos, counts.threes, counts.fours, counts.fives] : [0, 0, 0, 0, 0]
  const count = spread.reduce((sum, each) => sum + each, 0)
  const points = spread.reduce((sum, each, index) => sum + each * (index + 1), 0)
  return { count, mean: count === 0 ? null : Math.round((points * 10) / count) / 10, spread }
}

/**
 * Moves a product's counts with a review, in the transaction that changes the review.
 * In: the points that counted before and that count after; null: the review is not shown.
 */
export async function countPoints(
  sql: Sql,
  of: { productId: string; producerId: string },
  before: number | null,
  after: number | null,
): Promise<void> {
  if (before === after) return
  await sql.query(
    'INSERT INTO product_rating (product_id, producer_id) VALUES (?, ?) ON CONFLICT (product_id) DO NOTHING',
    [of.productId, of.producerId],
  )
  await sql.query(
    `UPDATE product_rating SET ones = ones + ?, twos = twos + ?, threes = threes + ?, fours = fours + ?, fives = fives + ?, updated_at = now()
     WHERE product_id = ?`,
    [...POINTS.map((points) => Number(after === points) - Number(before === points)), of.productId],
  )
}

const RECOUNT = `
  UPDATE product_rating p SET ones = c.ones, twos = c.twos, threes = c.threes, fours = c.fours, fives = c.fives, updated_at = now()
  FROM (SELECT count(*) FILTER (WHERE points = 1)::int AS ones, count(*) FILTER (WHERE points = 2)::int AS twos,
    count(*) FILTER (WHERE points = 3)::int AS threes, count(*) FILTER (WHERE points = 4)::int AS fours,
    count(*) FILTER (WHERE points = 5)::int AS fives FROM review WHERE product_id = ? AND state = 'shown') c
  WHERE p.product_id = ? AND (p.ones, p.twos, p.threes, p.fours, p.fives) IS DISTINCT FROM (c.ones, c.twos, c.threes, c.fours, c.fives)
  RETURNING p.product_id`

/** Counts every product's shown reviews anew and mends what differs. Out: products whose counts were wrong, which nobody should ever see. */
export async function recountRatings(container: MedusaContainer): Promise<string[]> {
  const products = await inTransaction(container, (sql) =>
    sql.query<{ product_id: string; producer_id: string }>(
      'SELECT product_id, min(producer_id) AS producer_id FROM (SELECT product_id, producer_id FROM review UNION SELECT product_id, producer_id FROM product_rating) r GROUP BY product_id',
    ),
  )
  const mended: string[] = []
  for (const { product_id: productId, producer_id: producerId } of products) {
    const found = await inTransaction(container, async (sql) => {
      await sql.query(
        'INSERT INTO product_rating (product_id, producer_id) VALUES (?, ?) ON CONFLICT (product_id) DO NOTHING',
        [productId, producerId],
      )
      // Whoever changes a review of the product waits for this row, so nothing is counted twice or missed.
      await sql.query('SELECT 1 FROM product_rating WHERE product_id = ? FOR UPDATE', [productId])
      return sql.query<{ product_id: string }>(RECOUNT, [productId, productId])
    })
    mended.push(...found.map((row) => row.product_id))
  }
  return mended
}
