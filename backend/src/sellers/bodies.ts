import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../http/validate'
import { APPLICATION_FIELDS, APPLICATION_STATES } from '../modules/seller-account/application-fields'
import { MEMBER_ROLES } from '../producers/member-verbs'

/** What is typed may be half a word: it is kept as it is, and judged when it is handed in. */
const typed = (most: number) =>
  z
    .string()
    .max(most)
    .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
const name = typed(160).pipe(z.string().min(2))
const reason = z.string().trim().min(5).max(1_000)
const email = z.string().trim().toLowerCase().max(254).pipe(z.email())
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const NewApplicationBodySchema = z.object({ name })
export type NewApplicationBody = z.infer<typeof NewApplicationBodySchema>

/** All of a form, or the part of it that was changed; an account number that is left out stays. */
export const ApplicationBodySchema = z.object({
  legalForm: typed(40).optional(),
  name: name.optional(),
  taxCode: typed(40).optional(),
  registrationNumber: typed(60).optional(),
  provinceCode: z
    .string()
    .regex(/^(\d{2})?$/)
    .optional(),
  communeCode: z
    .string()
    .regex(/^(\d{5})?$/)
    .optional(),
  street: typed(200).optional(),
  representative: typed(100).optional(),
  phone: typed(30).optional(),
  email: typed(254).optional(),
  goods: z.string().trim().max(2_000).optional(),
  bankBin: z
    .string()
    .regex(/^(\d{6})?$/)
    .optional(),
  bankHolder: typed(100).optional(),
  bankNumber: z
    .string()
    .max(40)
    .transform((text) => text.replace(/[\s.-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^([0-9A-Z]{6,19})?$/))
    .optional(),
  terms: z.boolean().optional(),
  privacy: z.boolean().optional(),
})
export type ApplicationBody = z.infer<typeof ApplicationBodySchema>
export const APPLICATION_CODES: FieldCodes = { name: 'seller_name', bankNumber: 'bank_number' }

/** `state`: which applications; `limit` at most 200. */
export const ApplicationsQuerySchema = z.object({
  state: z.enum([...APPLICATION_STATES, 'all']).default('submitted'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type ApplicationsQuery = z.infer<typeof ApplicationsQuerySchema>

/** `q`: words of the name; `limit` at most 200. */
export const SellersQuerySchema = z.object({
  q: z.string().max(100).default(''),
  state: z.enum(['all', 'suspended', 'unverified']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type SellersQuery = z.infer<typeof SellersQuerySchema>

/** `producerId`: an existing producer that the applicant turned out to be. */
export const ApproveApplicationBodySchema = z.object({
  producerId: z.string().max(100).nullable().default(null),
  /** The number was compared with the papers: payouts may go there. */
  bankVerified: z.boolean(),
})
export type ApproveApplicationBody = z.infer<typeof ApproveApplicationBodySchema>

export const SendBackApplicationBodySchema = z.object({
  reasons: z
    .array(z.object({ field: z.enum([...APPLICATION_FIELDS, 'papers']), reason }).strict())
    .min(1)
    .max(30),
})
export type SendBackApplicationBody = z.infer<typeof SendBackApplicationBodySchema>

export const RefuseApplicationBodySchema = z.object({ reason })
export type RefuseApplicationBody = z.infer<typeof RefuseApplicationBodySchema>

/** `untilDay`: the last day, yyyy-mm-dd; without it until it is lifted. */
export const SuspendBodySchema = z.object({ reason, untilDay: day.nullable().default(null) })
export type SuspendBody = z.infer<typeof SuspendBodySchema>
export const LiftSuspensionBodySchema = z.object({ note: z.string().trim().max(1_000).nullable().default(null) })
export type LiftSuspensionBody = z.infer<typeof LiftSuspensionBodySchema>

export const NewInvitationBodySchema = z.object({
  name: typed(100).pipe(z.string().min(2)),
  role: z.enum(MEMBER_ROLES),
  /** An e-mail address or a Vietnamese phone number. */
  contact: z.string().trim().min(3).max(254),
})
export type NewInvitationBody = z.infer<typeof NewInvitationBodySchema>

export const AcceptInvitationBodySchema = z.object({
  name: typed(100).pipe(z.string().min(2)),
  email,
  password: z.string().min(12).max(128),
})
export type AcceptInvitationBody = z.infer<typeof AcceptInvitationBodySchema>
export const ACCEPT_CODES: FieldCodes = { name: 'member_name', email: 'email_invalid', password: 'password_invalid' }

export const MemberRoleBodySchema = z.object({ role: z.enum(MEMBER_ROLES) })
export type MemberRoleBody = z.infer<typeof MemberRoleBodySchema>

export const BankAccountBodySchema = z.object({
  bankBin: z.string().regex(/^\d{6}$/),
  number: z
    .string()
    .max(40)
    .transform((text) => text.replace(/[\s.-]/g, '').toUpperCase())
    .pipe(z.string().regex(/^[0-9A-Z]{6,19}$/)),
  holder: typed(100).pipe(z.string().min(2)),
  /** The owner's own, once more. */
  password: z.string().min(1).max(128),
})
export type BankAccountBody = z.infer<typeof BankAccountBodySchema>
export const BANK_CODES: FieldCodes = { bankBin: 'bank_unknown', number: 'bank_number', holder: 'bank_holder' }

export const PasswordBodySchema = z.object({
  current: z.string().min(1).max(128),
  password: z.string().min(12).max(128),
})
export type PasswordBody = z.infer<typeof PasswordBodySchema>

export const ForgotMemberBodySchema = z.object({ email })
export type ForgotMemberBody = z.infer<typeof ForgotMemberBodySchema>

export const ResetMemberBodySchema = z.object({
  token: z.string().regex(/^[\w-]{32}$/),
  password: z.string().min(12).max(128),
})
export type ResetMemberBody = z.infer<typeof ResetMemberBodySchema>
export const RESET_MEMBER_CODES: FieldCodes = {
  email: 'email_invalid',
  token: 'reset_link',
  password: 'password_invalid',
}
