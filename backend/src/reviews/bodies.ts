import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'
import { HIDE_REASONS } from '../modules/review/states'

const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const page = {
  limit: z.coerce.number().int().min(1).max(50).default(10),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
}

/** What a buyer says of a line; said again it takes the place of what was said. */
export const ReviewBodySchema = z.object({
  lineId: z.string().min(1).max(64),
  points: z.number().int().min(1).max(5),
  body: text(10, 2_000),
  displayName: z.preprocess(
    (value) => (value === '' ? null : value),
    text(2, 60)
      .regex(/^[^\p{Cc}]*$/u)
      .nullish(),
  ),
})
export type ReviewBody = z.infer<typeof ReviewBodySchema>
export const REVIEW_CODES: FieldCodes = {
  points: 'review_points',
  body: 'review_body',
  displayName: 'review_name',
}

export const WithdrawReviewSchema = z.object({ lineId: z.string().min(1).max(64) })
export type WithdrawReviewBody = z.infer<typeof WithdrawReviewSchema>

export const ProductReviewsQuerySchema = z.object(page)
export type ProductReviewsQuery = z.infer<typeof ProductReviewsQuerySchema>

export const ReplyBodySchema = z.object({ reply: text(2, 1_000) })
export type ReplyBody = z.infer<typeof ReplyBodySchema>
export const REPLY_CODES: FieldCodes = { reply: 'review_reply' }

export const ReportReviewSchema = z.object({ report: text(10, 1_000) })
export type ReportReviewBody = z.infer<typeof ReportReviewSchema>
export const REPORT_REVIEW_CODES: FieldCodes = { report: 'review_report' }

/** An operator shows a review, or hides it on one of the fixed grounds. */
export const DecideReviewSchema = z.object({
  state: z.enum(['shown', 'hidden']),
  reason: z.enum(HIDE_REASONS).nullish(),
})
export type DecideReviewBody = z.infer<typeof DecideReviewSchema>

export const AdminReviewsQuerySchema = z.object({
  state: z.enum(['waiting', 'reported', 'shown', 'hidden']).default('waiting'),
  ...page,
})
export type AdminReviewsQuery = z.infer<typeof AdminReviewsQuerySchema>
