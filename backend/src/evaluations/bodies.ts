import { z } from '@medusajs/framework/zod'
import { EVALUATION_STATES } from './evaluation-state'
import { COUNCIL_ROLES, SITTING_MODES } from './scoring'

const line = (most: number) => z.string().trim().min(1).max(most)
const text = (most: number) => z.string().trim().max(most)
const id = z.string().regex(/^[A-Za-z0-9_]{3,64}$/)
const day = z.iso.date()
const version = z.number().int().min(1)
const level = z.enum(['province', 'ministry'])
const province = z.string().regex(/^[0-9]{2}$/)
const offset = z.coerce.number().int().min(0).max(100_000).default(0)
const points = z.coerce.number().min(0).max(100).optional()
/** Option by criterion; what the set knows is checked by the rules. */
const picks = z
  .record(z.string().max(64), z.string().max(64).nullable())
  .refine((all) => Object.keys(all).length <= 100)
const reason = z.string().trim().min(5).max(1_000)

export const EvaluationsQuerySchema = z.object({
  state: z.enum([...EVALUATION_STATES, 'open', 'all']).default('open'),
  round: id.optional(),
  offset,
})
export type EvaluationsQuery = z.infer<typeof EvaluationsQuerySchema>

export const ReceiveBodySchema = z
  .object({ dossierId: id.optional(), evaluationId: id.optional(), roundId: id })
  .refine(({ dossierId, evaluationId }) => (dossierId === undefined) !== (evaluationId === undefined))
export type ReceiveBody = z.infer<typeof ReceiveBodySchema>

export const AdviceBodySchema = z.object({
  version,
  papersSound: z.boolean().nullable(),
  papersNote: text(4_000),
  visitedOn: day.nullable(),
  visitPlace: text(300),
  visitNote: text(4_000),
  testPapers: z.array(id).max(50),
  testNote: text(4_000),
  picks,
  report: text(8_000),
  handIn: z.boolean(),
})
export type AdviceBody = z.infer<typeof AdviceBodySchema>

export const VersionBodySchema = z.object({ version })
export type VersionBody = z.infer<typeof VersionBodySchema>

export const FallBackBodySchema = z.object({ version, grant: z.boolean() })
export type FallBackBody = z.infer<typeof FallBackBodySchema>

export const CloseBodySchema = z.object({ version, reason })
export type CloseBody = z.infer<typeof CloseBodySchema>

export const ReplayQuerySchema = z.object({
  on: day.optional(),
  recognition: id.optional(),
  district: points,
  province: points,
  central: points,
})
export type ReplayQuery = z.infer<typeof ReplayQuerySchema>

export const RoundsQuerySchema = z.object({ year: z.coerce.number().int().min(2018).max(2100).optional() })
export type RoundsQuery = z.infer<typeof RoundsQuerySchema>

export const RoundBodySchema = z.object({
  level,
  provinceCode: province.nullable(),
  year: z.number().int().min(2018).max(2100),
  no: z.number().int().min(1).max(20),
  sendsUntil: day.nullable(),
  meetsBy: day.nullable(),
})
export type RoundBody = z.infer<typeof RoundBodySchema>

export const CouncilBodySchema = z.object({
  level,
  provinceCode: province.nullable(),
  number: line(60),
  date: day,
  foundedBy: line(200),
  members: z
    .array(z.strictObject({ officialId: id, role: z.enum(COUNCIL_ROLES), body: line(200) }))
    .min(1)
    .max(40),
})
export type CouncilBody = z.infer<typeof CouncilBodySchema>

export const SittingBodySchema = z.object({
  councilId: id,
  roundId: id,
  day,
  place: line(300),
  mode: z.enum(SITTING_MODES),
  agenda: z
    .array(z.strictObject({ evaluationId: id, version }))
    .min(1)
    .max(100)
    .refine((all) => new Set(all.map(({ evaluationId }) => evaluationId)).size === all.length),
})
export type SittingBody = z.infer<typeof SittingBodySchema>

export const RescoreBodySchema = z.object({ note: reason })
export type RescoreBody = z.infer<typeof RescoreBodySchema>

export const ExcludeBodySchema = z.object({ memberId: id, ground: line(40).nullable(), reason })
export type ExcludeBody = z.infer<typeof ExcludeBodySchema>

export const ReadmitBodySchema = z.object({ memberId: id })
export type ReadmitBody = z.infer<typeof ReadmitBodySchema>

export const SheetBodySchema = z.object({
  picks,
  opinion: text(4_000),
  stance: z.enum(['agree', 'meet']).nullable(),
  submit: z.boolean(),
})
export type SheetBody = z.infer<typeof SheetBodySchema>

export const ConflictBodySchema = z.object({ ground: line(40), reason })
export type ConflictBody = z.infer<typeof ConflictBodySchema>

export const EmptyBodySchema = z.object({})

export const COUNCIL_CODES = { members: 'council_roles' } as const
export const SITTING_CODES = { agenda: 'agenda_empty' } as const
export const REASON_CODES = { reason: 'reason_needed', note: 'reason_needed' } as const
