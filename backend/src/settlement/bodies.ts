import { z } from '@medusajs/framework/zod'
import {
  COMMISSION_BASES,
  COMMISSION_PAYEES,
  COMMISSION_SCOPES,
  ENTRY_KINDS,
  TAX_CATEGORIES,
  TAXES,
} from '../modules/settlement/kinds'

const day = z.iso.date()
const dong = z.number().int().min(0).max(1_000_000_000_000)
const limit = z.coerce.number().int().min(1).max(200).default(50)
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0)
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
const id = z.string().trim().min(1).max(100)
const person = z.string().trim().min(2).max(500)

/** `group`: a group's id or its number as people read it; days are at +07, both inclusive. */
const filters = {
  group: id.optional(),
  order: id.optional(),
  producer: id.optional(),
  account: id.optional(),
  kind: z.enum(ENTRY_KINDS).optional(),
  from: day.optional(),
  to: day.optional(),
}
export const EntriesQuerySchema = z.object({ ...filters, limit, offset })
export type EntriesQuery = z.infer<typeof EntriesQuerySchema>
export const EntriesFileQuerySchema = z.object(filters)
export type EntriesFileQuery = z.infer<typeof EntriesFileQuerySchema>

export const MonthQuerySchema = z.object({ month })
export type MonthQuery = z.infer<typeof MonthQuerySchema>

/** Shares are basis points (100 = 1 %), amounts whole đồng, days at +07 and inclusive. */
export const CommissionRuleBodySchema = z.object({
  name: z.string().trim().min(2).max(100),
  payee: z.enum(COMMISSION_PAYEES),
  basis: z.enum(COMMISSION_BASES),
  basisPoints: z.number().int().min(0).max(10_000).nullable().default(null),
  amount: dong.min(1).nullable().default(null),
  minAmount: dong.nullable().default(null),
  maxAmount: dong.nullable().default(null),
  shippingBasisPoints: z.number().int().min(0).max(10_000).default(0),
  scope: z.enum(COMMISSION_SCOPES),
  scopeId: id.nullable().default(null),
  position: z.number().int().min(0).max(1_000).default(100),
  exclusiveGroup: z.string().trim().min(1).max(50).nullable().default(null),
  from: day,
  to: day.nullable().default(null),
})
export type CommissionRuleBody = z.infer<typeof CommissionRuleBodySchema>

export const RulesPageQuerySchema = z.object({ limit, offset })
export type RulesPageQuery = z.infer<typeof RulesPageQuerySchema>

export const EndRuleBodySchema = z.object({ to: day })
export type EndRuleBody = z.infer<typeof EndRuleBodySchema>

export const RateBodySchema = z.object({
  tax: z.enum(TAXES),
  category: z.enum(TAX_CATEGORIES),
  basisPoints: z.number().int().min(0).max(10_000),
  from: day,
  source: person,
})
export type RateBody = z.infer<typeof RateBodySchema>

export const SettingBodySchema = z.object({
  from: day,
  holdDays: z.number().int().min(0).max(90),
  minAmount: dong,
  note: z.string().trim().max(500).nullable().default(null),
})
export type SettingBody = z.infer<typeof SettingBodySchema>

export const RemitTaxBodySchema = z.object({
  month,
  tax: z.enum(TAXES),
  amount: dong.min(1),
  reference: z.string().trim().min(3).max(50),
})
export type RemitTaxBody = z.infer<typeof RemitTaxBodySchema>

export const BatchesQuerySchema = z.object({ limit, offset })
export type BatchesQuery = z.infer<typeof BatchesQuerySchema>

export const ConfirmPayoutBodySchema = z.object({ bankReference: z.string().trim().min(3).max(50) })
export type ConfirmPayoutBody = z.infer<typeof ConfirmPayoutBodySchema>

export const ReversePayoutBodySchema = z.object({ reason: person })
export type ReversePayoutBody = z.infer<typeof ReversePayoutBodySchema>

export const BankFileQuerySchema = z.object({ format: z.enum(['csv', 'xlsx']).default('xlsx') })
export type BankFileQuery = z.infer<typeof BankFileQuerySchema>

export const NothingToSaySchema = z.object({})
