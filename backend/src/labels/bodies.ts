import { z } from '@medusajs/framework/zod'

const ref = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s\p{C}]+$/u)
const day = z.iso.date()
const note = z.string().trim().min(1).max(500)
const batchNo = z.int().min(1).max(268_435_455)
const index = z.int().min(0).max(1_048_575)
const wholeText = z.string().regex(/^[0-9]{1,10}$/)
const printedLines = z.array(z.string().trim().min(1).max(80)).max(3)

const side = z.number().min(10).max(300)
const layout = z.union([
  z.strictObject({ sheet: z.string().min(1).max(40), cropMarks: z.boolean().default(false) }),
  z.strictObject({ rollWidthMm: side, rollHeightMm: side }),
])
const kind = z.enum(['plain', 'signed'])

/** A label batch as a producer asks for it; the party and the key epoch are the server's to say. */
export const LabelBatchBodySchema = z.strictObject({
  /** Made with the form: sent twice, it makes one batch. */
  requestKey: ref,
  productRef: ref,
  /** Null for labels printed before the lot is known. */
  lotRef: ref.nullable().default(null),
  size: z.int().min(1).max(1_000_000),
  packedOn: day.nullable().default(null),
  bestBefore: day.nullable().default(null),
  printedLines: printedLines.default([]),
  /** `issued`: printed ahead and commissioned later; `active`: good from print. */
  startsAs: z.enum(['active', 'issued']).default('active'),
  /** With a hidden code below a scratch layer. */
  scratch: z.boolean().default(false),
})
export type LabelBatchBody = z.infer<typeof LabelBatchBodySchema>

export const LabelBatchesQuerySchema = z.object({ productRef: ref.optional(), before: wholeText.optional() })
export type LabelBatchesQuery = z.infer<typeof LabelBatchesQuerySchema>

/** Either a stretch (`first` to `last`, both included, counted from 0) or up to 500 `codes`. */
export const UnitChangeBodySchema = z.strictObject({
  requestKey: ref,
  action: z.enum([
    'commission',
    'sell',
    'return',
    'give_sample',
    'export',
    'lock',
    'unlock',
    'report_stolen',
    'report_found',
    'destroy',
    'void',
  ]),
  first: index.optional(),
  last: index.optional(),
  codes: z.array(z.string().trim().min(1).max(512)).min(1).max(500).optional(),
  note: note.nullable().default(null),
})
export type UnitChangeBody = z.infer<typeof UnitChangeBodySchema>

/** Actions that nobody may leave without a word: they take goods or labels out of use. */
export const NOTED_ACTIONS: ReadonlySet<UnitChangeBody['action']> = new Set([
  'return',
  'lock',
  'report_stolen',
  'destroy',
  'void',
])

export const UnitQuerySchema = z.object({ code: z.string().trim().min(1).max(512) })
export type UnitQuery = z.infer<typeof UnitQuerySchema>

export const ReprintBodySchema = z.strictObject({ requestKey: ref, first: index, last: index, note })
export type ReprintBody = z.infer<typeof ReprintBodySchema>

export const LabelSheetBodySchema = z.strictObject({
  requestKey: ref,
  batchNo,
  format: z.enum(['pdf', 'svg-sheets', 'svg-labels', 'png-symbols', 'csv', 'urls']),
  kind,
  layout: layout.optional(),
  symbolMm: z.number().min(5).max(100).optional(),
  dpi: z.int().min(150).max(2400).optional(),
  /** Labels from (included) to (excluded), counted from 0. */
  from: index.optional(),
  to: z.int().min(1).max(1_048_576).optional(),
})
export type LabelSheetBody = z.infer<typeof LabelSheetBodySchema>

export const LabelPreviewBodySchema = z.strictObject({
  productRef: ref,
  lotRef: ref.nullable().default(null),
  packedOn: day.nullable().default(null),
  bestBefore: day.nullable().default(null),
  printedLines: printedLines.default([]),
  kind,
  layout,
})
export type LabelPreviewBody = z.infer<typeof LabelPreviewBodySchema>

export const LabelRangeQuerySchema = z.object({ from: wholeText.optional(), to: wholeText.optional() })
export type LabelRangeQuery = z.infer<typeof LabelRangeQuerySchema>
