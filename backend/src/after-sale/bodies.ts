import { z } from '@medusajs/framework/zod'
import { REQUEST_KINDS, RETURN_REASONS } from '../modules/after-sale/states'

const id = z.string().min(1).max(100)
const words = (least: number, most: number) => z.string().trim().min(least).max(most)

/** What a buyer asks back, as the page sends it beside its photos. */
export const ReturnFieldsSchema = z.strictObject({
  key: z.string().min(8).max(100),
  kind: z.enum(REQUEST_KINDS),
  reason: z.enum(RETURN_REASONS),
  note: z.string().trim().max(2_000).nullable().default(null),
  lines: z
    .array(z.strictObject({ lineId: id, quantity: z.int().min(1).max(10_000) }))
    .min(1)
    .max(100),
})
export type ReturnFields = z.infer<typeof ReturnFieldsSchema>

export const AcceptBodySchema = z.strictObject({
  answer: z.string().trim().max(1_000).nullable().default(null),
  /** The goods are back already, and can be sold again; null when they stay with the buyer. */
  sellable: z.boolean().nullable().default(null),
})
export type AcceptBody = z.infer<typeof AcceptBodySchema>

export const AnswerRequestBodySchema = z.strictObject({ answer: words(10, 1_000) })
export type AnswerRequestBody = z.infer<typeof AnswerRequestBodySchema>
export const ANSWER_CODES = { answer: 'answer_short', statement: 'answer_short', decision: 'answer_short' } as const

export const DisputeBodySchema = z.strictObject({ statement: words(10, 2_000) })
export type DisputeBody = z.infer<typeof DisputeBodySchema>

export const DecideBodySchema = z.strictObject({
  outcome: z.enum(['refund', 'partial', 'refuse']),
  /** Whole đồng; for `partial` alone. */
  amount: z.int().min(1).nullable().default(null),
  decision: words(10, 2_000),
})
export type DecideBody = z.infer<typeof DecideBodySchema>

export const DisputesQuerySchema = z.object({
  state: z.enum(['open', 'decided', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type DisputesQuery = z.infer<typeof DisputesQuerySchema>
