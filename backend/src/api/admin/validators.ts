import { z } from '@medusajs/framework/zod'
import type { FieldCodes } from '../../http/validate'

const name = z.string().trim().min(2).max(100)
const phone = z.string().trim().max(30).nullable().optional()
const password = z.string().min(12).max(128)
const role = z.enum(['owner', 'member'])

export const NewMemberBodySchema = z.object({
  name,
  email: z.string().trim().toLowerCase().max(254).pipe(z.email()),
  password,
  phone,
  role: role.default('member'),
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
