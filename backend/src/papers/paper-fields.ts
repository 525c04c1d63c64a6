import { z } from '@medusajs/framework/zod'
import type { PaperKind } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import { type FieldCodes, parseFields } from '../http/validate'

/** Members of a form are texts; an empty one says nothing. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .default('')
    .transform((text) => (text === '' ? null : text.normalize('NFC')))
const day = z
  .union([z.literal(''), z.iso.date()])
  .default('')
  .transform((text) => text || null)

export const PaperFieldsSchema = z.object({
  kind: z.string().trim().min(1).max(60),
  title: line(200),
  issuer: line(200),
  number: line(80),
  issuedOn: day,
  expiresOn: day,
  /** Ticked: the paper says no day on which it expires. */
  noExpiry: z.enum(['on', '']).default(''),
  sourceAreaRef: line(200),
  productRef: line(200),
})

const CODES: FieldCodes = {
  kind: 'paper_kind_unknown',
  title: 'paper_text',
  issuer: 'paper_text',
  number: 'paper_number',
  issuedOn: 'paper_day',
  expiresOn: 'paper_day',
}

/** What is said about a paper, after the rules of its kind. */
export interface PaperFacts {
  kind: string
  title: string
  issuer: string | null
  number: string | null
  issuedOn: string | null
  expiresOn: string | null
  sourceAreaRef: string | null
  productRef: string | null
}

/**
 * Reads what a form says about a paper and holds it against the rules: a kind of the rule book; issued today or before; no
 * expiry before its issue; a kind that usually expires has its day, or says that none is printed.
 * In: the form's members, the kinds in force, today at +07. Throws ApiError 400 and 422 naming the field.
 */
export function readPaperFields(given: unknown, kinds: readonly PaperKind[], today: string): PaperFacts {
  const { noExpiry, ...facts } = parseFields(PaperFieldsSchema, given, CODES)
  const kind = kinds.find(({ code }) => code === facts.kind)
  if (!kind) throw new ApiError(422, 'paper_kind_unknown', { field: 'kind' })
  if (facts.issuedOn !== null && facts.issuedOn > today) {
    throw new ApiError(422, 'paper_issued_later', { field: 'issuedOn' })
  }
  if (facts.issuedOn !== null && facts.expiresOn !== null && facts.expiresOn < facts.issuedOn) {
    throw new ApiError(422, 'paper_expiry_first', { field: 'expiresOn' })
  }
  if (facts.expiresOn !== null && noExpiry) throw new ApiError(422, 'paper_expiry_twice', { field: 'expiresOn' })
  if (facts.expiresOn === null && kind.expires && !noExpiry) {
    throw new ApiError(422, 'paper_expiry_needed', { field: 'expiresOn' })
  }
  return { ...facts, title: facts.title ?? kind.vi }
}
