import type { MedusaRequestHandler } from '@medusajs/framework/http'
import { z } from '@medusajs/framework/zod'
import { type FieldCodes, validateBody, validateQuery } from '../../http/validate'

const page = {
  limit: z.coerce.number().int().min(1).max(200).default(20),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
}
const day = z.iso.date()

export const ReconciliationsQuerySchema = z.object(page)
export type PageQuery = z.infer<typeof ReconciliationsQuerySchema>
export const ReconcileBodySchema = z.object({ day })
export type ReconcileBody = z.infer<typeof ReconcileBodySchema>
export const SettlementFileBodySchema = z.object({
  day,
  fileName: z.string().trim().min(1).max(200),
  content: z.string().min(1).max(2_000_000),
})
export type SettlementFileBody = z.infer<typeof SettlementFileBodySchema>

/** `person`: those that a person must deal with. */
export const RefundsQuerySchema = z.object({
  ...page,
  state: z.enum(['person', 'under_way', 'done', 'all']).default('person'),
})
export type RefundsQuery = z.infer<typeof RefundsQuerySchema>
export const ConfirmRefundBodySchema = z.object({ paidReference: z.string().trim().min(3).max(64) })
export type ConfirmRefundBody = z.infer<typeof ConfirmRefundBodySchema>
export const SettleReceiptBodySchema = z.object({ decision: z.enum(['apply', 'return']) })
export type SettleReceiptBody = z.infer<typeof SettleReceiptBodySchema>

const DAY: FieldCodes = { day: 'settlement_day', content: 'settlement_file_wrong' }

/** What the operator does about money that came in and goes back. */
export const PAYMENT_ROUTES: { matcher: string; methods: ('GET' | 'POST')[]; middlewares: MedusaRequestHandler[] }[] = [
  { matcher: '/admin/reconciliations', methods: ['GET'], middlewares: [validateQuery(ReconciliationsQuerySchema)] },
  { matcher: '/admin/reconciliations', methods: ['POST'], middlewares: [validateBody(ReconcileBodySchema, DAY)] },
  {
    matcher: '/admin/reconciliations/file',
    methods: ['POST'],
    middlewares: [validateBody(SettlementFileBodySchema, DAY)],
  },
  { matcher: '/admin/refunds', methods: ['GET'], middlewares: [validateQuery(RefundsQuerySchema)] },
  {
    matcher: '/admin/refunds/:id/confirm',
    methods: ['POST'],
    middlewares: [validateBody(ConfirmRefundBodySchema, { paidReference: 'paid_reference_needed' })],
  },
  { matcher: '/admin/refunds/:id/account', methods: ['POST'], middlewares: [validateBody(z.object({}))] },
  { matcher: '/admin/refunds/:id/retry', methods: ['POST'], middlewares: [validateBody(z.object({}))] },
  { matcher: '/admin/waiting-receipts', methods: ['GET'], middlewares: [validateQuery(ReconciliationsQuerySchema)] },
  { matcher: '/admin/waiting-receipts/:id', methods: ['POST'], middlewares: [validateBody(SettleReceiptBodySchema)] },
]
