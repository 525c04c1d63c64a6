import { z } from '@medusajs/framework/zod'
import { CARRIERS } from './move-parcel'
import { ORDER_FILTERS } from './read-orders'

const id = z.string().min(1).max(100)
const key = z.string().min(8).max(100)
const reason = z.string().trim().min(5).max(500)
const quantity = z.int().min(1).max(10_000)
const day = z.iso.date()

export const OrdersQuerySchema = z.object({
  filter: z.enum(ORDER_FILTERS).default('to_confirm'),
  after: z.string().max(100).optional(),
})
export type OrdersQuery = z.infer<typeof OrdersQuerySchema>

export const ConfirmOrdersBodySchema = z.strictObject({ orderIds: z.array(id).min(1).max(100) })
export type ConfirmOrdersBody = z.infer<typeof ConfirmOrdersBodySchema>

export const RefusalBodySchema = z.strictObject({ reason })
export type RefusalBody = z.infer<typeof RefusalBodySchema>
/** Told when the field fails; see `validateBody`. */
export const REFUSAL_CODES = { reason: 'reason_short' } as const

export const PackBodySchema = z.strictObject({
  key,
  lines: z
    .array(z.strictObject({ lineId: id, quantity }))
    .min(1)
    .max(100),
  lots: z
    .array(
      z.strictObject({
        lineId: id,
        lotRef: z.string().min(1).max(200),
        quantity,
        reason: z.string().trim().min(3).max(300).nullable().default(null),
      }),
    )
    .max(300)
    .nullable()
    .default(null),
  codes: z.array(z.string().trim().min(1).max(512)).max(500).default([]),
})
export type PackBody = z.infer<typeof PackBodySchema>

export const ScannedBodySchema = z.strictObject({ code: z.string().trim().min(1).max(512) })
export type ScannedBody = z.infer<typeof ScannedBodySchema>

export const ShipBodySchema = z.strictObject({
  carrier: z.enum(CARRIERS),
  trackingNo: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9./-]{3,40}$/)
    .nullable()
    .default(null),
  jointInspection: z.boolean().default(false),
})
export type ShipBody = z.infer<typeof ShipBodySchema>
export const SHIP_CODES = { trackingNo: 'tracking_no' } as const

export const TakenBackBodySchema = z.strictObject({ sellable: z.boolean() })
export type TakenBackBody = z.infer<typeof TakenBackBodySchema>

export const PapersPrintQuerySchema = z.object({
  kind: z.enum(['packing', 'delivery']),
  orders: z
    .string()
    .max(4_000)
    .transform((text) => text.split(',').filter(Boolean))
    .pipe(z.array(id).min(1).max(50)),
})
export type PapersPrintQuery = z.infer<typeof PapersPrintQuerySchema>

const MOST_DAYS = 366
export const InvoicePeriodQuerySchema = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000, { path: ['to'] })
export type InvoicePeriodQuery = z.infer<typeof InvoicePeriodQuerySchema>
