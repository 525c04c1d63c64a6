import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'

export const id = z.string().trim().min(1).max(100)
export const requestKey = z.string().trim().min(8).max(100)
const dong = z.number().int().min(0).max(10_000_000_000)
const quantity = z.number().int().min(1).max(1_000_000)
const lotNo = z.string().trim().max(60)
export const optionalText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((given) => given || null)
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const NoQuerySchema = z.object({})

export const GoodsQuerySchema = z.object({ all: z.enum(['true', 'false']).default('false') })
export type GoodsQuery = z.infer<typeof GoodsQuerySchema>

export const ShopBodySchema = z.object({
  name: z.string().trim().min(2).max(200),
  kind: z.enum(['ocop_shop', 'ocop_centre', 'showroom', 'fair_booth']),
  status: z.enum(['operating', 'planned', 'closed']),
  provinceCode: z.string().regex(/^[0-9]{2}$/),
  communeCode: z
    .string()
    .regex(/^[0-9]{5}$/)
    .nullable(),
  address: z.string().trim().min(2).max(200),
  phone: optionalText(30),
  openingHours: z
    .array(z.object({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), from: time, to: time }))
    .max(7)
    .nullable(),
  latitude: z.number().min(8).max(24).nullable(),
  longitude: z.number().min(102).max(118).nullable(),
  pickUp: z.boolean(),
  signNote: optionalText(500),
  note: optionalText(500),
})
export type ShopBody = z.infer<typeof ShopBodySchema>
export const SHOP_CODES: FieldCodes = {
  name: 'name_required',
  provinceCode: 'province_unknown',
  communeCode: 'commune_not_in_province',
  address: 'street_required',
}

export const PaperBodySchema = z.object({
  kind: z.enum(['receipt', 'return', 'loss', 'move']),
  requestKey,
  toShopId: id.nullable().default(null),
  handedBy: optionalText(200),
  note: optionalText(500),
  lines: z
    .array(
      z.object({
        productId: id,
        variantId: id,
        lotNo: lotNo.default(''),
        quantity,
        unitPrice: z.number().int().min(1).max(1_000_000_000).nullable().default(null),
        expiresOn: z.iso.date().nullable().default(null),
      }),
    )
    .min(1)
    .max(200),
})
export type PaperBody = z.infer<typeof PaperBodySchema>

export const ReasonBodySchema = z.object({ reason: z.string().trim().min(3).max(500) })
export type ReasonBody = z.infer<typeof ReasonBodySchema>

export const SaleBodySchema = z.object({
  clientId: z.uuid(),
  method: z.enum(['cash', 'transfer']),
  total: z.number().int().min(1).max(10_000_000_000),
  tendered: dong.nullable().default(null),
  bankReference: optionalText(60),
  offline: z.boolean().default(false),
  deviceAt: z.iso.datetime({ offset: true }),
  lines: z
    .array(
      z.object({
        productId: id,
        variantId: id,
        lotNo: lotNo.nullable().default(null),
        quantity,
        unitPrice: z.number().int().min(1).max(1_000_000_000),
        unitCodes: z.array(z.string().trim().min(4).max(100)).max(200).default([]),
      }),
    )
    .min(1)
    .max(100),
})
export type SaleBody = z.infer<typeof SaleBodySchema>

export const SalesQuerySchema = z.object({ day: z.iso.date().optional() })
export type SalesQuery = z.infer<typeof SalesQuerySchema>

export const ScanQuerySchema = z.object({ code: z.string().trim().min(1).max(200) })
export type ScanQuery = z.infer<typeof ScanQuerySchema>

export const TransferQuerySchema = z.object({ amount: z.coerce.number().int().min(1).max(10_000_000_000) })
export type TransferQuery = z.infer<typeof TransferQuerySchema>

export const CloseBodySchema = z.object({ requestKey, countedCash: dong, note: optionalText(500) })
export type CloseBody = z.infer<typeof CloseBodySchema>

export const DepositBodySchema = z.object({
  amount: z.number().int().min(1).max(10_000_000_000),
  bankReference: z.string().trim().min(2).max(60),
})
export type DepositBody = z.infer<typeof DepositBodySchema>

export const QueryBodySchema = z.object({
  action: z.enum(['book', 'settle']),
  returned: z.boolean().default(false),
  note: optionalText(500),
})
export type QueryBody = z.infer<typeof QueryBodySchema>

export const TakeBodySchema = z.object({ blind: z.boolean().default(true) })
export type TakeBody = z.infer<typeof TakeBodySchema>

export const CountBodySchema = z.object({
  done: z.boolean().default(false),
  counts: z.array(z.object({ variantId: id, lotNo, counted: z.number().int().min(0).max(1_000_000) })).max(2_000),
})
export type CountBody = z.infer<typeof CountBodySchema>

export const ReportQuerySchema = z.object({ from: z.iso.date(), to: z.iso.date() })
export type ReportQuery = z.infer<typeof ReportQuerySchema>
