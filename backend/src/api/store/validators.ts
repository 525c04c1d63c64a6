import { z } from '@medusajs/framework/zod'
import { CURSOR } from '../../decisions/register'
import { PeriodKeySchema } from '../../figures/report-period'
import type { FieldCodes } from '../../http/validate'
import { SECTORS } from '../../modules/listing/sectors'
import { PAYMENT_METHODS } from '../../modules/order-group/states'
import { REGISTER_STATUSES } from '../../modules/recognition/register-sql'

const locale = z.enum(['vi', 'en']).optional()
const page = z.coerce.number().int().min(1).max(1000).default(1)

/** Routes that answer the same in every language take `locale` all the same, so that callers need not know. */
export const LocaleQuerySchema = z.object({ locale })
export type LocaleQuery = z.infer<typeof LocaleQuerySchema>

/** `period`: a month or a year, the running year without it; `province`: one province, the country without it. */
export const FiguresQuerySchema = z.object({
  period: PeriodKeySchema.optional(),
  province: z
    .string()
    .regex(/^[0-9]{2}$/)
    .optional(),
  locale,
})
export type FiguresQuery = z.infer<typeof FiguresQuerySchema>

export const ProducersQuerySchema = z.object({
  q: z.string().max(100).optional(),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  page,
  locale,
})
export type ProducersQuery = z.infer<typeof ProducersQuerySchema>

/** An empty value of a form's choice is no choice. */
const chosen = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

const RegisterFilterSchema = z.object({
  q: chosen(z.string().max(200)),
  province: chosen(z.string().regex(/^\d{2}$/)),
  stars: chosen(z.coerce.number().int().min(3).max(5)),
  status: chosen(z.enum(REGISTER_STATUSES)),
  sector: chosen(z.enum(SECTORS)),
  year: chosen(z.coerce.number().int().min(2018).max(2100)),
  locale,
})
export const RegisterQuerySchema = RegisterFilterSchema.extend({ after: chosen(z.string().regex(CURSOR)) })
/** A file is the whole of what matches. */
export const RegisterFileQuerySchema = RegisterFilterSchema
export const REGISTER_CODES: FieldCodes = {
  province: 'register_query',
  stars: 'register_query',
  status: 'register_query',
  sector: 'register_query',
  year: 'register_query',
  after: 'register_query',
}

/** Vietnamese subscriber numbers: 0 or +84, then nine digits; spaces, dots and hyphens between them do not count. */
const phone = z
  .string()
  .max(30)
  .transform((value) => value.replace(/[\s.\-()]/g, '').replace(/^(\+84|84)(?=\d{9}$)/, '0'))
  .pipe(z.string().regex(/^0[2-9]\d{8,9}$/))

/** One line of text: no line breaks, no control characters. */
const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)

const optionalText = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.nullish())

export const DeliveryBodySchema = z.object({
  name: line(2, 100),
  phone,
  email: optionalText(z.string().trim().max(254).pipe(z.email())),
  provinceCode: z.string().regex(/^\d{2}$/),
  communeCode: optionalText(z.string().regex(/^\d{5}$/)),
  legacyPlace: optionalText(line(2, 150)),
  street: line(2, 200),
  note: optionalText(z.string().trim().max(500)),
})
export type DeliveryBody = z.infer<typeof DeliveryBodySchema>

export const DELIVERY_CODES: FieldCodes = {
  name: 'name_required',
  phone: 'phone_invalid',
  email: 'email_invalid',
  provinceCode: 'province_unknown',
  communeCode: 'commune_not_in_province',
  legacyPlace: 'place_unknown',
  street: 'street_required',
  note: 'note_too_long',
}

export const PlaceBodySchema = z.object({
  expectedTotal: z.int().min(0),
  method: z.enum(PAYMENT_METHODS).default('cod'),
})
export type PlaceBody = z.infer<typeof PlaceBodySchema>

export const ChoiceBodySchema = z.object({ producerId: z.string().max(64), delivery: z.string().max(80) })
export type ChoiceBody = z.infer<typeof ChoiceBodySchema>
export const CHOICE_CODES: FieldCodes = { delivery: 'delivery_not_offered' }

/** What a person types: any case, with blanks around. */
export const CodeBodySchema = z.object({
  code: z
    .string()
    .trim()
    .max(40)
    .transform((code) => code.toUpperCase())
    .pipe(z.string().regex(/^[A-Z0-9_-]{2,40}$/)),
})
export type CodeBody = z.infer<typeof CodeBodySchema>
export const CODE_CODES: FieldCodes = { code: 'offer_unknown' }

export const CancelBodySchema = z.object({
  orderId: z.string().max(64).optional(),
  reason: optionalText(z.string().trim().max(500)),
})
export type CancelBody = z.infer<typeof CancelBodySchema>
export const CANCEL_CODES: FieldCodes = { reason: 'note_too_long' }

/** Where a refund that a person pays shall go. */
export const RefundAccountBodySchema = z.object({
  bankBin: z.string().regex(/^\d{6}$/),
  number: z
    .string()
    .max(40)
    .transform((text) => text.replace(/[\s.-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{6,19}$/)),
  holder: z
    .string()
    .max(200)
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
    .pipe(z.string().min(2).max(100)),
})
export type RefundAccountBody = z.infer<typeof RefundAccountBodySchema>
export const REFUND_ACCOUNT_CODES: FieldCodes = {
  bankBin: 'refund_bank_unknown',
  number: 'refund_account_invalid',
  holder: 'refund_holder_invalid',
}

export const MethodBodySchema = z.object({ method: z.enum(PAYMENT_METHODS) })
export type MethodBody = z.infer<typeof MethodBodySchema>
export const METHOD_CODES: FieldCodes = { method: 'method_not_offered' }

/** `day`: the record of a kind and key that was in force then; without it the one in force today, else the newest. */
export const RuleQuerySchema = z.object({ day: z.iso.date().optional(), locale })
export type RuleQuery = z.infer<typeof RuleQuerySchema>
export const RULE_CODES: FieldCodes = { day: 'day_invalid' }

/** `returnPath`: page of the storefront that VNPay sends the buyer back to, with its own query. */
export const PayBodySchema = z.object({
  returnPath: z
    .string()
    .max(400)
    .regex(/^\/(?!\/)[A-Za-z0-9/_.~-]*(\?[A-Za-z0-9=&_.~%-]*)?$/)
    .optional(),
  locale,
})
export type PayBody = z.infer<typeof PayBodySchema>

/** `returned=1`: the buyer has come back from the gateway. */
export const PaymentQuerySchema = z.object({ returned: z.literal('1').optional(), locale })
export type PaymentQuery = z.infer<typeof PaymentQuerySchema>
