import { z } from '@medusajs/framework/zod'
import { DELIVERY_CODES, DeliveryBodySchema } from '../api/store/validators'
import type { FieldCodes } from '../http/validate'
import { CONSENT_PURPOSES } from '../modules/customer-account/purposes'

const line = (least: number, most: number) =>
  z
    .string()
    .trim()
    .min(least)
    .max(most)
    .regex(/^[^\p{Cc}]*$/u)
const email = z.string().trim().toLowerCase().max(200).pipe(z.email())
const password = z.string().min(10).max(128)
/** Each purpose once. */
const consents = z
  .array(z.object({ purpose: z.enum(CONSENT_PURPOSES), given: z.boolean() }))
  .max(CONSENT_PURPOSES.length)
  .refine((given) => new Set(given.map(({ purpose }) => purpose)).size === given.length)

export const NewAccountBodySchema = z.object({
  name: line(2, 100),
  email,
  password,
  consents: consents.refine((given) => given.some((each) => each.purpose === 'account' && each.given)),
})
export type NewAccountBody = z.infer<typeof NewAccountBodySchema>

export const ForgotBodySchema = z.object({ email })
export type ForgotBody = z.infer<typeof ForgotBodySchema>

export const ResetBodySchema = z.object({ token: z.string().regex(/^[\w-]{32}$/), password })
export type ResetBody = z.infer<typeof ResetBodySchema>

export const ACCOUNT_CODES: FieldCodes = {
  name: 'account_name',
  email: 'email_invalid',
  password: 'account_password',
  consents: 'account_consent',
  token: 'reset_link',
  phone: 'phone_invalid',
}

export const CustomerChangeBodySchema = z.object({
  name: line(2, 100),
  phone: DeliveryBodySchema.shape.phone.nullish(),
})
export type CustomerChangeBody = z.infer<typeof CustomerChangeBodySchema>

/** Needed consents cannot be taken back here: that is deleting the account. */
export const ConsentsBodySchema = z.object({
  consents: consents.refine((given) => given.length > 0 && given.every(({ purpose }) => purpose !== 'account')),
})
export type ConsentsBody = z.infer<typeof ConsentsBodySchema>

export const FollowBodySchema = z.object({
  type: z.enum(['product', 'producer']),
  handle: z.string().regex(/^[a-z0-9-]{1,200}$/),
})
export type FollowBody = z.infer<typeof FollowBodySchema>

export const AddressBodySchema = z.object({
  name: DeliveryBodySchema.shape.name,
  phone: DeliveryBodySchema.shape.phone,
  provinceCode: z.string().regex(/^\d{2}$/),
  communeCode: z.string().regex(/^\d{5}$/),
  street: DeliveryBodySchema.shape.street,
  isDefault: z.boolean().default(false),
})
export type AddressBody = z.infer<typeof AddressBodySchema>
export const ADDRESS_CODES: FieldCodes = DELIVERY_CODES

export const OrdersQuerySchema = z.object({
  state: z.enum(['all', 'to_pay', 'under_way', 'done', 'canceled']).default('all'),
  page: z.coerce.number().int().min(1).max(1_000).default(1),
})
export type OrdersQuery = z.infer<typeof OrdersQuerySchema>

export const DeletionBodySchema = z.object({ password: z.string().min(1).max(128) })
export type DeletionBody = z.infer<typeof DeletionBodySchema>

/** A body of nothing. */
export const EmptyBodySchema = z.object({})

/** With an order only what belongs to it can be asked, and the needed one has to be there. */
export const CartConsentsBodySchema = z.object({
  consents: consents
    .refine((given) => given.some((each) => each.purpose === 'order' && each.given))
    .refine((given) => given.every(({ purpose }) => ['order', 'order_messages', 'offers'].includes(purpose))),
})
export type CartConsentsBody = z.infer<typeof CartConsentsBodySchema>
