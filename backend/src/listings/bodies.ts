import { z } from '@medusajs/framework/zod'
import { CHANGE_STATES } from '../modules/listing/change-states'
import { LABEL_FIELDS, LABEL_LENGTHS, type LabelField } from '../modules/listing/label'

const labelText = (field: LabelField) =>
  z
    .string()
    .trim()
    .max(LABEL_LENGTHS[field])
    .transform((text) => text || null)
    .nullable()

/** Fields of the label; each may be left out, and an empty one says nothing. */
const LabelSchema = z
  .strictObject({
    ...(Object.fromEntries(LABEL_FIELDS.map((field) => [field, labelText(field)])) as Record<
      LabelField,
      ReturnType<typeof labelText>
    >),
    perishable: z.boolean(),
  })
  .partial()

export const ListingChangeBodySchema = z.strictObject({
  /** `version` of the listing the form was filled from. */
  version: z.string().length(32),
  title: z.string().trim().min(3).max(150),
  description: z.string().trim().max(5_000),
  label: LabelSchema.default({}),
  packs: z
    .array(
      z.strictObject({
        id: z.string().min(1).max(100),
        /** Whole đồng. */
        price: z.int().min(1_000).max(1_000_000_000),
        weightGrams: z.int().min(1).max(100_000).nullable(),
      }),
    )
    .min(1)
    .max(50),
})
export type ListingChangeBody = z.infer<typeof ListingChangeBodySchema>
export const LISTING_CODES = { title: 'listing_title', packs: 'listing_pack', reason: 'answer_short' } as const

export const ListingReturnBodySchema = z.strictObject({ reason: z.string().trim().min(10).max(1_000) })
export type ListingReturnBody = z.infer<typeof ListingReturnBodySchema>

export const ListingChangesQuerySchema = z.object({
  state: z.enum(CHANGE_STATES).default('submitted'),
  limit: z.coerce.number().int().min(1).max(100).default(20),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type ListingChangesQuery = z.infer<typeof ListingChangesQuerySchema>
