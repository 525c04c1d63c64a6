import { z } from '@medusajs/framework/zod'
import { ARTWORK_USES, LOOK_RESULTS, LOOKS, MARK_VIOLATIONS, TRIGGERS } from '../modules/post-inspection/kinds'

const line = (most: number) => z.string().trim().min(1).max(most)
const text = (least: number, most: number) => z.string().trim().min(least).max(most)
const id = line(100)
const day = z.iso.date()

export const YearQuerySchema = z.object({ year: z.coerce.number().int().min(2018).max(2100).optional() })
export type YearQuery = z.infer<typeof YearQuerySchema>

const items = z
  .array(z.strictObject({ recognitionId: id, month: z.number().int().min(1).max(12) }))
  .max(500)
  .refine((all) => new Set(all.map(({ recognitionId }) => recognitionId)).size === all.length)

export const PlanBodySchema = z.object({
  year: z.number().int().min(2018).max(2100),
  /** Null for the ministry's plan. */
  provinceCode: z
    .string()
    .regex(/^[0-9]{2}$/)
    .nullable(),
  title: text(5, 300),
  items: items.default([]),
})
export type PlanBody = z.infer<typeof PlanBodySchema>

export const PlanChangeBodySchema = z.object({ title: text(5, 300), items })
export type PlanChangeBody = z.infer<typeof PlanChangeBodySchema>

export const ApprovalBodySchema = z.object({ decisionNumber: line(100), decisionDate: day })
export type ApprovalBody = z.infer<typeof ApprovalBodySchema>

export const InspectionsQuerySchema = z.object({
  year: z.coerce.number().int().min(2018).max(2100).optional(),
  state: z.enum(['open', 'done', 'all']).default('all'),
  recognition: id.optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type InspectionsQuery = z.infer<typeof InspectionsQuerySchema>

export const OpeningBodySchema = z.object({
  recognitionId: id,
  trigger: z.enum(TRIGGERS),
  triggerNote: text(5, 2_000),
  recordIds: z.array(id).max(50).default([]),
})
export type OpeningBody = z.infer<typeof OpeningBodySchema>

export const RecordingBodySchema = z.object({
  place: line(300),
  day,
  team: z
    .array(z.strictObject({ name: line(100), unit: line(200) }))
    .min(1)
    .max(20),
  looks: z
    .array(z.strictObject({ look: z.enum(LOOKS), result: z.enum(LOOK_RESULTS), note: z.string().trim().max(3_000) }))
    .min(1)
    .refine((all) => new Set(all.map(({ look }) => look)).size === all.length),
  violations: z
    .array(z.enum(MARK_VIOLATIONS))
    .refine((all) => new Set(all).size === all.length)
    .default([]),
})
export type RecordingBody = z.infer<typeof RecordingBodySchema>

export const LinkBodySchema = z.object({ recordId: id })
export type LinkBody = z.infer<typeof LinkBodySchema>

export const ConclusionBodySchema = z.object({
  conclusion: text(10, 5_000),
  concludedOn: day,
  followUps: z
    .array(z.strictObject({ what: text(5, 2_000), dueOn: day }))
    .max(20)
    .default([]),
})
export type ConclusionBody = z.infer<typeof ConclusionBodySchema>

export const EndBodySchema = z.object({ note: text(5, 2_000) })
export type EndBody = z.infer<typeof EndBodySchema>

export const ReviewBodySchema = z.object({
  verdict: z.enum(['accepted', 'refused']),
  note: text(5, 2_000),
  /** More time after a refusal; the day stays without it. */
  dueOn: day.optional(),
})
export type ReviewBody = z.infer<typeof ReviewBodySchema>

export const ProposalBodySchema = z.object({
  recognitionId: id,
  /** The inspection it rests on; without one, the other authority's paper. */
  postInspectionId: id.optional(),
  authority: line(300).optional(),
  authorityPaper: line(300).optional(),
  concludedOn: day.optional(),
  ground: line(100),
  reason: text(10, 5_000),
  evidence: text(5, 5_000),
})
export type ProposalBody = z.infer<typeof ProposalBodySchema>

export const AnswerBodySchema = z.object({ note: text(5, 3_000), file: line(200).nullable().default(null) })
export type AnswerBody = z.infer<typeof AnswerBodySchema>

export const ArtworkBodySchema = z.object({
  usedOn: z.enum(ARTWORK_USES),
  title: line(200),
  printedName: line(300),
  printedStars: z.number().int().min(1).max(5),
  since: day,
  file: line(200),
})
export type ArtworkBody = z.infer<typeof ArtworkBodySchema>

export const ArtworkEndBodySchema = z.object({ until: day })
export type ArtworkEndBody = z.infer<typeof ArtworkEndBodySchema>

export const MarkUsesQuerySchema = z.object({
  q: z.string().trim().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type MarkUsesQuery = z.infer<typeof MarkUsesQuerySchema>

/** Of the form that brings a photo. */
export const PhotoFieldsSchema = z.object({ look: z.enum(LOOKS), title: line(200) })

export const NoQuerySchema = z.object({})
