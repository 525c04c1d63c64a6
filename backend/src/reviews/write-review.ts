import type { MedusaContainer } from '@medusajs/framework/types'
import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { ReviewState } from '../modules/review/states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { linesOfOrder } from '../parcels/order-lines'
import { lockOrder } from '../parcels/own-order'
import type { ReviewBody } from './bodies'
import { countPoints } from './product-rating'

/** So long after the goods arrived they may be reviewed. */
export const REVIEW_DAYS = 90

/**
 * Takes what a buyer says of a delivered line. Said again, it takes the place of the first and waits for the operator anew; the seller's
 * reply to the old words goes with them.
 * In: the group the caller has proven to hold, Medusa's order. Out: the review's id.
 * Throws ApiError 404 for a line that is not of the order, 409 `review_not_delivered`, `review_over` (90 days after it arrived),
 * `review_own` when the buyer is one of the producer's people.
 */
export async function writeReview(
  container: MedusaContainer,
  groupId: string,
  orderId: string,
  said: ReviewBody,
): Promise<string> {
  const line = (await linesOfOrder(container, orderId)).find((each) => each.id === said.lineId)
  const now = new Date()
  return await inTransaction(container, async (sql) => {
    const { group, order } = await lockOrder(sql, orderId, null)
    if (group.id !== groupId || !line) throw new ApiError(404, 'not_found')
    const [arrived] = await sql.query<{ delivered_at: Date | null }>(
      `SELECT delivered_at FROM seller_order WHERE order_id = ? AND state = 'delivered'`,
      [orderId],
    )
    if (!arrived?.delivered_at) throw new ApiError(409, 'review_not_delivered')
    if (now.getTime() > arrived.delivered_at.getTime() + REVIEW_DAYS * 86_400_000) {
      throw new ApiError(409, 'review_over')
    }
    const [own] = await sql.query(
      `SELECT 1 FROM producer_member m JOIN order_group g ON lower(g.email) = lower(m.email)
       WHERE g.id = ? AND m.producer_id = ? AND m.deleted_at IS NULL`,
      [groupId, order.producerId],
    )
    if (own) throw new ApiError(409, 'review_own')
    const of = { productId: line.productId, producerId: order.producerId }
    const known = await lockReviewOfLine(sql, said.lineId)
    if (known) {
      await countPoints(sql, of, known.state === 'shown' ? known.points : null, null)
      await sql.query(
        `UPDATE review SET points = ?, body = ?, display_name = ?, state = 'waiting', hide_reason = NULL, written_at = ?, decided_at = NULL,
           decided_by = NULL, reply = NULL, replied_at = NULL, report = NULL, reported_at = NULL, updated_at = now() WHERE id = ?`,
        [said.points, said.body, said.displayName ?? null, now, known.id],
      )
      return known.id
    }
    const id = generateEntityId(undefined, 'rvw')
    await sql.query(
      `INSERT INTO review (id, line_id, order_id, group_id, product_id, producer_id, points, body, display_name, written_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[id, said.lineId, orderId, groupId, of.productId, of.producerId],
        ...[said.points, said.body, said.displayName ?? null, now],
      ],
    )
    return id
  })
}

/** The buyer takes a review back; taking it back twice changes nothing. Throws ApiError 404 when the line has none. */
export async function withdrawReview(
  container: MedusaContainer,
  groupId: string,
  orderId: string,
  lineId: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const { group } = await lockOrder(sql, orderId, null)
    const review = await lockReviewOfLine(sql, lineId)
    if (group.id !== groupId || review?.order_id !== orderId) throw new ApiError(404, 'not_found')
    const of = { productId: review.product_id, producerId: review.producer_id }
    await countPoints(sql, of, review.state === 'shown' ? review.points : null, null)
    await sql.query(
      `UPDATE review SET state = 'withdrawn', hide_reason = NULL, updated_at = now() WHERE id = ? AND state <> 'withdrawn'`,
      [review.id],
    )
  })
}

interface LockedReview {
  id: string
  order_id: string
  product_id: string
  producer_id: string
  points: number
  state: ReviewState
}

async function lockReviewOfLine(sql: Sql, lineId: string): Promise<LockedReview | undefined> {
  const [row] = await sql.query<LockedReview>(
    'SELECT id, order_id, product_id, producer_id, points, state FROM review WHERE line_id = ? FOR UPDATE',
    [lineId],
  )
  return row
}
