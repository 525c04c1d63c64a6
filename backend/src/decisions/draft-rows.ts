import { z } from '@medusajs/framework/zod'
import { isDay } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { DecisionKind } from '../modules/recognition/rows'

/** A calendar day at +07. */
export const day = z.string().refine(isDay)
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)
const text = (max: number) => z.string().trim().min(1).max(max)
const recognitionId = z.string().regex(/^recog_\w+$/)

/** A result that is to become a recognition; its days follow from the date of the decision. */
const GrantRowSchema = z
  .object({
    productId: z.string().max(64).nullable(),
    productName: line(200),
    productCode: line(40).nullable(),
    producerName: line(200).nullable(),
    provinceCode: z.string().regex(/^\d{2}$/),
    setNo: z.int().min(1).max(99).nullable(),
    rubricVersion: line(20),
    stars: z.union([z.literal(3), z.literal(4), z.literal(5)]),
    points: z.number().min(0).max(100),
    /** Class the evaluation found; null when the result was entered by hand. */
    ratedStars: z.int().min(1).max(5).nullable(),
    dossierId: z.string().max(64).nullable(),
  })
  .strict()

const RevocationRowSchema = z
  .object({
    recognitionId,
    ground: line(60),
    /** Day of the conclusion the revocation rests on. */
    conclusionOn: day,
    conclusion: text(500),
    /** First day without the star. */
    from: day,
  })
  .strict()

const SuspensionRowSchema = z.object({ recognitionId, from: day, to: day.nullable(), reason: text(500) }).strict()

/** The star shows again from `liftedFrom` on. */
const LiftingRowSchema = z.object({ recognitionId, liftedFrom: day, reason: text(500) }).strict()

const ExtensionRowSchema = z.object({ recognitionId, extendedTo: day, reason: text(500) }).strict()

/** What a decision may put right without giving or changing a star. */
const CorrectionRowSchema = z
  .object({
    recognitionId,
    reason: text(500),
    productName: line(200).optional(),
    producerName: line(200).optional(),
    productCode: line(40).optional(),
    points: z.number().min(0).max(100).optional(),
    validFrom: day.optional(),
    validTo: day.optional(),
  })
  .strict()

export type GrantRow = z.infer<typeof GrantRowSchema>
export type RevocationDraftRow = z.infer<typeof RevocationRowSchema>
export type SuspensionDraftRow = z.infer<typeof SuspensionRowSchema>
export type LiftingDraftRow = z.infer<typeof LiftingRowSchema>
export type ExtensionDraftRow = z.infer<typeof ExtensionRowSchema>
export type CorrectionRow = z.infer<typeof CorrectionRowSchema>

/** The rows of a draft, with the kind they belong to. */
export type DraftRows =
  | { kind: 'recognition'; rows: GrantRow[] }
  | { kind: 'revocation'; rows: RevocationDraftRow[] }
  | { kind: 'suspension'; rows: SuspensionDraftRow[] }
  | { kind: 'lifting'; rows: LiftingDraftRow[] }
  | { kind: 'extension'; rows: ExtensionDraftRow[] }
  | { kind: 'correction'; rows: CorrectionRow[] }

const SCHEMAS = {
  recognition: GrantRowSchema,
  revocation: RevocationRowSchema,
  suspension: SuspensionRowSchema,
  lifting: LiftingRowSchema,
  extension: ExtensionRowSchema,
  correction: CorrectionRowSchema,
} as const

/** More than any council decides at once. */
const MOST_ROWS = 500

/** Reads the rows of a kind. Throws ApiError 400 `draft_kind_rows` naming the first one at fault, as `rows.3.stars`. */
export function readDraftRows(kind: DecisionKind, given: unknown): DraftRows {
  const parsed = z.array(SCHEMAS[kind]).min(1).max(MOST_ROWS).safeParse(given)
  if (parsed.success) return { kind, rows: parsed.data } as DraftRows
  const path = parsed.error.issues[0]?.path ?? []
  throw new ApiError(400, 'draft_kind_rows', { field: ['rows', ...path].join('.') })
}
