import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../../http/validate'
import { OFFICIAL_ROLES, POST_LEVELS } from '../../modules/official/roles'
import { MEMBER_ROLES } from '../../producers/member-verbs'

const name = z.string().trim().min(2).max(100)
const phone = z.string().trim().max(30).nullable().optional()
const password = z.string().min(12).max(128)
const role = z.enum(MEMBER_ROLES)

export const NewMemberBodySchema = z.object({
  name,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  password,
  phone,
  role: role.default('manager'),
})
export type NewMemberBody = z.infer<typeof NewMemberBodySchema>

export const MemberChangeBodySchema = z.object({
  name: name.optional(),
  phone,
  role: role.optional(),
  status: z.enum(['active', 'suspended']).optional(),
  password: password.optional(),
})
export type MemberChangeBody = z.infer<typeof MemberChangeBodySchema>

/** `state`: which reports; `limit` at most 200. */
export const ReportsQuerySchema = z.object({
  state: z.enum(['open', 'handled', 'all']).default('open'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type ReportsQuery = z.infer<typeof ReportsQuerySchema>

export const HandleReportBodySchema = z.object({
  handled: z.boolean(),
  note: z.string().trim().max(1_000).nullable().optional(),
})
export type HandleReportBody = z.infer<typeof HandleReportBodySchema>

/** `state`: which alerts; `limit` at most 200. */
export const AlertsQuerySchema = z.object({
  state: z.enum(['new', 'confirmed', 'closed', 'all']).default('new'),
  level: z.enum(['watch', 'suspect']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type AlertsQuery = z.infer<typeof AlertsQuerySchema>

export const SettleAlertBodySchema = z.object({
  /** The producer the alert is about, as the list names it. */
  partyRef: z.string().trim().min(1).max(200),
  decision: z.enum(['confirm', 'dismiss', 'show_publicly']),
  note: z.string().trim().max(500).nullable().optional(),
})
export type SettleAlertBody = z.infer<typeof SettleAlertBodySchema>
export const SETTLE_CODES: FieldCodes = { note: 'note_too_long', decision: 'decision_invalid' }

export const MEMBER_CODES: FieldCodes = { email: 'email_invalid', password: 'password_invalid' }

const agency = z.string().trim().min(2).max(200)
const provinceCodes = z
  .array(z.string().regex(/^[0-9]{2}$/))
  .min(1)
  .max(34)

export const NewInspectorBodySchema = z.object({
  name,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  password,
  agency,
  provinceCodes,
})
export type NewInspectorBody = z.infer<typeof NewInspectorBodySchema>

export const InspectorChangeBodySchema = z.object({
  name: name.optional(),
  agency: agency.optional(),
  provinceCodes: provinceCodes.optional(),
  status: z.enum(['active', 'suspended']).optional(),
  password: password.optional(),
})
export type InspectorChangeBody = z.infer<typeof InspectorChangeBodySchema>

export const LookUpsQuerySchema = z.object({
  inspector: z.string().max(100).optional(),
  offset: z.coerce.number().int().min(0).default(0),
})
export type LookUpsQuery = z.infer<typeof LookUpsQuerySchema>

const email = z.string().trim().toLowerCase().max(254).pipe(z.email())

export const PostBodySchema = z.object({
  role: z.enum(OFFICIAL_ROLES),
  level: z.enum(POST_LEVELS),
  provinceCode: z
    .string()
    .regex(/^[0-9]{2}$/)
    .nullable(),
  communeCode: z
    .string()
    .regex(/^[0-9]{5}$/)
    .nullable(),
  centreId: z.string().min(1).max(100).nullable().default(null),
  unitName: z.string().trim().min(2).max(200),
  from: z.iso.date(),
  to: z.iso.date().nullable().default(null),
})
export type PostBody = z.infer<typeof PostBodySchema>
export const POST_CODES: FieldCodes = {
  role: 'post_invalid',
  level: 'post_invalid',
  provinceCode: 'province_unknown',
  communeCode: 'commune_not_in_province',
  centreId: 'centre_unknown',
  unitName: 'unit_name_required',
  from: 'post_days_invalid',
  to: 'post_days_invalid',
  posts: 'post_invalid',
  ...MEMBER_CODES,
}

export const PostEndBodySchema = z.object({ to: z.iso.date().nullable() })
export type PostEndBody = z.infer<typeof PostEndBodySchema>

export const NewOfficialBodySchema = z.object({
  name,
  email,
  password,
  phone,
  posts: z.array(PostBodySchema.strict()).min(1).max(20),
})
export type NewOfficialBody = z.infer<typeof NewOfficialBodySchema>

export const OfficialChangeBodySchema = z.object({
  name: name.optional(),
  phone,
  status: z.enum(['active', 'suspended']).optional(),
  password: password.optional(),
})
export type OfficialChangeBody = z.infer<typeof OfficialChangeBodySchema>

/** `q`: part of a name or an address; `limit` at most 200. */
export const OfficialsQuerySchema = z.object({
  q: z.string().trim().min(1).max(100).optional(),
  status: z.enum(['active', 'suspended', 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type OfficialsQuery = z.infer<typeof OfficialsQuerySchema>

/** `province`: whose communes to list. */
export const PlacesQuerySchema = z.object({
  province: z
    .string()
    .regex(/^[0-9]{2}$/)
    .optional(),
})
export type PlacesQuery = z.infer<typeof PlacesQuerySchema>

/** `show`: the records that count today, or all. */
export const RulesQuerySchema = z.object({
  show: z.enum(['in_force', 'all']).default('all'),
  limit: z.coerce.number().int().min(1).max(200).default(200),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
})
export type RulesQuery = z.infer<typeof RulesQuerySchema>

/** `dryRun`: only says what would become of each record. */
export const AdoptRulesBodySchema = z.object({
  records: z.array(z.unknown()).min(1).max(100),
  dryRun: z.boolean().default(false),
})
export type AdoptRulesBody = z.infer<typeof AdoptRulesBodySchema>

export const CentresQuerySchema = z.object({})

export const NewCentreBodySchema = z.object({
  provinceCode: z.string().regex(/^[0-9]{2}$/),
  name: z.string().trim().min(2).max(200),
  unit: z.string().trim().min(2).max(200),
  phone: z.string().trim().max(30).nullable().default(null),
  email: email.nullable().default(null),
})
export type NewCentreBody = z.infer<typeof NewCentreBodySchema>

export const CentreStatusBodySchema = z.object({
  status: z.enum(['active', 'suspended']),
  reason: z.string().trim().min(10).max(1_000),
})
export type CentreStatusBody = z.infer<typeof CentreStatusBodySchema>
export const CENTRE_CODES: FieldCodes = { provinceCode: 'province_unknown', unit: 'unit_name_required' }
