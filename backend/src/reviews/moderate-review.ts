import type { MedusaContainer } from '@medusajs/framework/types'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import { foreignRow } from '../http/foreign-row'
import type { Tenant } from '../http/tenant'
import type { HideReason, ReviewState } from '../modules/review/states'
import { inTransaction, type Sql } from '../money/in-transaction'
import { type AuditActor, recordAuditIn } from '../officials/record-audit'
import type { DecideReviewBody } from './bodies'
import { countPoints } from './product-rating'

const NOWHERE = { provinceCode: null, communeCode: null }

/** Why a review is not shown, as its writer reads it. */
export const HIDE_WORDS: Record<HideReason, string> = {
  insult: 'có lời xúc phạm',
  personal_data: 'có thông tin riêng của người khác',
  off_topic: 'không nói về sản phẩm hay việc bán hàng',
  advertising: 'là lời quảng cáo',
  unlawful: 'trái pháp luật',
}

interface ReviewRow {
  id: string
  order_id: string
  group_id: string
  product_id: string
  producer_id: string
  points: number
  state: ReviewState
  hide_reason: HideReason | null
  reply: string | null
}

async function lockReview(sql: Sql, id: string): Promise<ReviewRow> {
  const [row] = await sql.query<ReviewRow>(
    'SELECT id, order_id, group_id, product_id, producer_id, points, state, hide_reason, reply FROM review WHERE id = ? FOR UPDATE',
    [id],
  )
  if (!row) throw new ApiError(404, 'not_found')
  return row
}

/**
 * The operator shows a review, or hides it on one of the fixed grounds; the count of its product, the journal's entry and the word to its
 * writer are kept with it. What is decided the same way again changes nothing.
 * Throws ApiError 404, 409 `review_withdrawn` for one that its writer took back, 422 `review_ground` when no ground is given for hiding.
 */
export async function decideReview(
  container: MedusaContainer,
  actor: AuditActor,
  id: string,
  decision: DecideReviewBody,
): Promise<void> {
  const reason = decision.state === 'hidden' ? (decision.reason ?? null) : null
  if (decision.state === 'hidden' && reason === null) throw new ApiError(422, 'review_ground', { field: 'reason' })
  await inTransaction(container, async (sql) => {
    const review = await lockReview(sql, id)
    if (review.state === 'withdrawn') throw new ApiError(409, 'review_withdrawn')
    const settled = review.state === decision.state && review.hide_reason === reason
    if (!settled) {
      const of = { productId: review.product_id, producerId: review.producer_id }
      const shown = (state: ReviewState) => (state === 'shown' ? review.points : null)
      await countPoints(sql, of, shown(review.state), shown(decision.state))
      await recordAuditIn(sql, {
        ...{ actor, verb: `review:${decision.state === 'shown' ? 'show' : 'hide'}`, place: NOWHERE },
        ...{ subject: { type: 'review', id }, details: { reason } },
      })
    }
    await sql.query(
      `UPDATE review SET state = ?, hide_reason = ?, decided_at = now(), decided_by = ?, reported_at = NULL, updated_at = now() WHERE id = ?`,
      [decision.state, reason, actor.id, id],
    )
    if (!settled && reason !== null) {
      await dispatchIn(sql, {
        to: { groupId: review.group_id },
        kind: 'review_hidden',
        params: { ...(await namesOf(sql, review)), reason: HIDE_WORDS[reason] },
        dedupeKey: `review_hidden:${id}:${reason}`,
      })
    }
  })
}

/**
 * The producer answers a review; said again it takes the place of the first answer. The writer is told once.
 * Throws ApiError 404, as a security event for one of another producer's, and 409 `review_not_shown`.
 */
export async function replyToReview(
  container: MedusaContainer,
  tenant: Pick<Tenant, 'memberId' | 'producerId'>,
  id: string,
  reply: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const review = await lockOwnReview(sql, tenant, id)
    if (review.state !== 'shown') throw new ApiError(409, 'review_not_shown')
    await sql.query('UPDATE review SET reply = ?, replied_at = now(), updated_at = now() WHERE id = ?', [reply, id])
    await dispatchIn(sql, {
      to: { groupId: review.group_id },
      kind: 'review_answered',
      params: await namesOf(sql, review),
      dedupeKey: `review_answered:${id}`,
    })
  })
}

/** The producer asks the operator to look at a review. Throws as `replyToReview`. */
export async function reportReview(
  container: MedusaContainer,
  tenant: Pick<Tenant, 'memberId' | 'producerId'>,
  id: string,
  report: string,
): Promise<void> {
  await inTransaction(container, async (sql) => {
    const review = await lockOwnReview(sql, tenant, id)
    if (review.state !== 'shown') throw new ApiError(409, 'review_not_shown')
    await sql.query('UPDATE review SET report = ?, reported_at = now(), updated_at = now() WHERE id = ?', [report, id])
  })
}

async function lockOwnReview(
  sql: Sql,
  { memberId, producerId }: Pick<Tenant, 'memberId' | 'producerId'>,
  id: string,
): Promise<ReviewRow> {
  const review = await lockReview(sql, id)
  if (review.producer_id !== producerId) throw foreignRow({ actor: 'producer', id: memberId }, { type: 'review', id })
  return review
}

async function namesOf(sql: Sql, review: ReviewRow): Promise<{ product: string; producer: string }> {
  const [row] = await sql.query<{ product: string; producer: string }>(
    'SELECT p.title AS product, s.name AS producer FROM product p, producer s WHERE p.id = ? AND s.id = ?',
    [review.product_id, review.producer_id],
  )
  return row ?? { product: '', producer: '' }
}
