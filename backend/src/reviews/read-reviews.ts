import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { HideReason, ReviewState } from '../modules/review/states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { linesOfOrder } from '../parcels/order-lines'
import type { AdminReviewsQuery, ProductReviewsQuery } from './bodies'
import { type Rating, type RatingCounts, ratingOf } from './product-rating'
import { REVIEW_DAYS } from './write-review'

/** A review as the public reads it; moments are UTC, ISO 8601. */
export interface PublicReview {
  id: string
  points: number
  body: string
  displayName: string | null
  variant: string | null
  writtenAt: string
  /** The goods went back to the seller. */
  returned: boolean
  reply: string | null
  repliedAt: string | null
  sample: boolean
}

/** The same for its writer, the producer and the operator. */
export interface ReviewView extends PublicReview {
  state: ReviewState
  hideReason: HideReason | null
  product: string
  productHandle: string
  producer: string
  report: string | null
  reportedAt: string | null
}

interface Row {
  id: string
  line_id: string
  points: number
  body: string
  display_name: string | null
  state: ReviewState
  hide_reason: HideReason | null
  written_at: Date
  returned: boolean
  reply: string | null
  replied_at: Date | null
  report: string | null
  reported_at: Date | null
  sample: boolean
  variant: string | null
  product: string | null
  handle: string | null
  producer: string | null
}

const SELECT = `
  SELECT r.*, p.title AS product, p.handle, s.name AS producer, i.variant_title AS variant,
    coalesce((SELECT sum(l.quantity) FROM return_line l JOIN return_request q ON q.id = l.request_id
      WHERE l.line_id = r.line_id AND q.state = 'refunded'), 0) > 0 AS returned
  FROM review r LEFT JOIN product p ON p.id = r.product_id LEFT JOIN producer s ON s.id = r.producer_id
    LEFT JOIN order_line_item i ON i.id = r.line_id`

/** Shown reviews of a product, the latest first, with its rating. Throws ApiError 404 when there is no such product to be seen. */
export async function readProductReviews(
  container: MedusaContainer,
  handle: string,
  { limit, offset }: ProductReviewsQuery,
): Promise<{ rating: Rating; reviews: PublicReview[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const [product] = await sql.query<{ id: string }>(
      `SELECT id FROM product WHERE handle = ? AND status = 'published' AND deleted_at IS NULL`,
      [handle],
    )
    if (!product) throw new ApiError(404, 'not_found')
    const [counts] = await sql.query<RatingCounts>(
      'SELECT ones, twos, threes, fours, fives FROM product_rating WHERE product_id = ?',
      [product.id],
    )
    const rows = await sql.query<Row>(
      `${SELECT} WHERE r.product_id = ? AND r.state = 'shown' ORDER BY r.written_at DESC, r.id LIMIT ? OFFSET ?`,
      [product.id, limit, offset],
    )
    const rating = ratingOf(counts)
    return { rating, reviews: rows.map(publicView), count: rating.count }
  })
}

/** What buyers gave all products of a producer together. */
export async function producerRating(container: MedusaContainer, producerId: string): Promise<Rating> {
  const [counts] = await inTransaction(container, (sql) =>
    sql.query<RatingCounts>(
      `SELECT sum(ones)::int AS ones, sum(twos)::int AS twos, sum(threes)::int AS threes, sum(fours)::int AS fours, sum(fives)::int AS fives
       FROM product_rating WHERE producer_id = ? HAVING count(*) > 0`,
      [producerId],
    ),
  )
  return ratingOf(counts)
}

/** A line of an order with what its buyer said of it. */
export interface ReviewChoice {
  lineId: string
  title: string
  variant: string | null
  review: ReviewView | null
}

/** Lines of a delivered order that may be reviewed, and until when. In: a group the caller has proven to hold. Throws ApiError 404. */
export async function reviewChoices(
  container: MedusaContainer,
  groupId: string,
  orderId: string,
): Promise<{ state: 'open' | 'not_delivered' | 'over'; until: string | null; lines: ReviewChoice[] }> {
  const lines = await linesOfOrder(container, orderId)
  return await inTransaction(container, async (sql) => {
    const [order] = await sql.query<{ state: string; delivered_at: Date | null }>(
      'SELECT state, delivered_at FROM seller_order WHERE order_id = ? AND group_id = ?',
      [orderId, groupId],
    )
    if (!order) throw new ApiError(404, 'not_found')
    const arrived = order.state === 'delivered' ? order.delivered_at : null
    const until = arrived === null ? null : new Date(arrived.getTime() + REVIEW_DAYS * 86_400_000)
    const said = await sql.query<Row>(`${SELECT} WHERE r.order_id = ?`, [orderId])
    const byLine = new Map(said.map((row) => [row.line_id, view(row)]))
    return {
      state: until === null ? 'not_delivered' : until < new Date() ? 'over' : 'open',
      until: until?.toISOString() ?? null,
      lines: lines.map((line) => ({
        lineId: line.id,
        title: line.title,
        variant: line.variantTitle,
        review: byLine.get(line.id) ?? null,
      })),
    }
  })
}

/** Shown reviews of a producer's products, those without an answer first. */
export async function readProducerReviews(
  container: MedusaContainer,
  producerId: string,
  { limit, offset }: ProductReviewsQuery,
): Promise<{ reviews: ReviewView[]; count: number; rating: Rating }> {
  const rating = await producerRating(container, producerId)
  return await inTransaction(container, async (sql) => {
    const rows = await sql.query<Row>(
      `${SELECT} WHERE r.producer_id = ? AND r.state = 'shown' ORDER BY (r.reply IS NULL) DESC, r.written_at DESC, r.id LIMIT ? OFFSET ?`,
      [producerId, limit, offset],
    )
    return { reviews: rows.map(view), count: rating.count, rating }
  })
}

const DESK = {
  waiting: `r.state = 'waiting'`,
  reported: `r.state = 'shown' AND r.reported_at IS NOT NULL`,
  shown: `r.state = 'shown'`,
  hidden: `r.state = 'hidden'`,
} as const

/** A page of reviews for the operator: those that wait with the oldest first, others with the latest first. */
export async function readDeskReviews(
  container: MedusaContainer,
  { state, limit, offset }: AdminReviewsQuery,
): Promise<{ reviews: ReviewView[]; count: number }> {
  return await inTransaction(container, async (sql) => {
    const order = state === 'waiting' || state === 'reported' ? 'ASC' : 'DESC'
    const rows = await sql.query<Row>(
      `${SELECT} WHERE ${DESK[state]} ORDER BY r.written_at ${order}, r.id LIMIT ? OFFSET ?`,
      [limit, offset],
    )
    return { reviews: rows.map(view), count: await countOf(sql, DESK[state]) }
  })
}

async function countOf(sql: Sql, where: string): Promise<number> {
  const [row] = await sql.query<{ count: number }>(`SELECT count(*)::int AS count FROM review r WHERE ${where}`)
  return row?.count ?? 0
}

function publicView(row: Row): PublicReview {
  return {
    id: row.id,
    points: row.points,
    body: row.body,
    displayName: row.display_name,
    variant: row.variant,
    writtenAt: row.written_at.toISOString(),
    returned: row.returned,
    reply: row.reply,
    repliedAt: row.replied_at?.toISOString() ?? null,
    sample: row.sample,
  }
}

function view(row: Row): ReviewView {
  return {
    ...publicView(row),
    state: row.state,
    hideReason: row.hide_reason,
    product: row.product ?? '',
    productHandle: row.handle ?? '',
    producer: row.producer ?? '',
    report: row.report,
    reportedAt: row.reported_at?.toISOString() ?? null,
  }
}
