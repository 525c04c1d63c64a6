import { z } from '@medusajs/framework/zod'
import { isDay } from '@sao-lang/traceability/verify/rating'
import type { FieldCodes } from '../http/validate'
import { DECISION_KINDS } from '../modules/recognition/rows'

const line = (min: number, max: number) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}]*$/u)
const day = z.string().refine(isDay)
const version = z.int().min(1)

/** The rows are read by their kind, see `readDraftRows`. */
export const DraftBodySchema = z.object({
  kind: z.enum(DECISION_KINDS),
  authority: line(2, 200),
  legalBasis: z.string().trim().min(2).max(2_000),
  evaluationRef: line(1, 100).nullable().default(null),
  rows: z.array(z.unknown()).min(1).max(500),
})
export type DraftBody = z.infer<typeof DraftBodySchema>
export const DraftChangeBodySchema = DraftBodySchema.extend({ version })
export type DraftChangeBody = z.infer<typeof DraftChangeBodySchema>

export const DropBodySchema = z.object({ version })
export type DropBody = z.infer<typeof DropBodySchema>

export const SignBodySchema = z.object({
  version,
  number: line(1, 60),
  date: day,
  signatories: z
    .array(z.strictObject({ name: line(2, 100), title: line(2, 150) }))
    .min(1)
    .max(5),
  lateReason: z.string().trim().min(2).max(500).nullable().default(null),
})
export type SignBody = z.infer<typeof SignBodySchema>

export const DRAFT_CODES: FieldCodes = {
  authority: 'decision_authority_needed',
  legalBasis: 'decision_basis_needed',
  number: 'decision_number_needed',
  date: 'decision_date_needed',
  signatories: 'decision_signatory_needed',
}

export const DecisionsQuerySchema = z.object({ state: z.enum(['draft', 'signed', 'dropped']).default('draft') })
export type DecisionsQuery = z.infer<typeof DecisionsQuerySchema>

export const ImportRowsQuerySchema = z.object({
  outcome: z.enum(['new', 'known', 'faulty']).optional(),
  offset: z.coerce.number().int().min(0).max(20_000).default(0),
})
export type ImportRowsQuery = z.infer<typeof ImportRowsQuerySchema>

export const ImportActBodySchema = z.object({})

export const LinkBodySchema = z.object({ productId: line(1, 64) })
export type LinkBody = z.infer<typeof LinkBodySchema>
