import { z } from '@medusajs/framework/zod'
import { DOSSIER_KINDS, DOSSIER_STATES } from '../modules/dossier/states'
import { DossierFormSchema } from './dossier-form'

const id = z.string().trim().min(1).max(100)
const version = z.int().min(1)
const why = z.string().trim().min(3).max(2_000)

export const NoQuerySchema = z.object({})

export const NewDossierBodySchema = z.object({
  productId: id,
  kind: z.enum(DOSSIER_KINDS),
  setNo: z.int().min(1).max(99),
  variant: z.string().trim().min(1).max(40).nullable().default(null),
})
export type NewDossierBody = z.infer<typeof NewDossierBodySchema>

export const FormBodySchema = z.object({
  version,
  form: DossierFormSchema.strict(),
  variant: z.string().trim().min(1).max(40).nullable().optional(),
})
export type FormBody = z.infer<typeof FormBodySchema>

/** Answers of one section. `optionId` null: none of the options is reached; left out: not answered yet. */
export const ScoresBodySchema = z.object({
  version,
  answers: z
    .array(
      z.strictObject({
        criterionId: id,
        optionId: id.nullable().optional(),
        note: z.string().trim().max(2_000).default(''),
        paperIds: z.array(id).max(30).default([]),
      }),
    )
    .min(1)
    .max(100),
})
export type ScoresBody = z.infer<typeof ScoresBodySchema>

/** Compulsory papers by their code. */
export const PapersBodySchema = z.object({
  version,
  papers: z
    .array(z.strictObject({ paper: id, paperIds: z.array(id).max(30) }))
    .min(1)
    .max(40),
})
export type PapersBody = z.infer<typeof PapersBodySchema>

export const VersionBodySchema = z.object({ version })
export type VersionBody = z.infer<typeof VersionBodySchema>

export const WithdrawBodySchema = z.object({ version, reason: z.string().trim().max(2_000).default('') })
export type WithdrawBody = z.infer<typeof WithdrawBodySchema>

export const StoryBodySchema = z.object({
  version: z.int().min(0),
  vi: z.string().trim().max(10_000),
  en: z.string().trim().max(10_000),
  /** The pictures to keep, in order, by the first path of each, with what they show. */
  pictures: z
    .array(z.strictObject({ path: z.string().min(1).max(400), alt: z.string().trim().min(1).max(200) }))
    .max(12),
})
export type StoryBody = z.infer<typeof StoryBodySchema>

export const DossiersQuerySchema = z.object({
  state: z.enum([...DOSSIER_STATES, 'open', 'overdue', 'all']).default('open'),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
})
export type DossiersQuery = z.infer<typeof DossiersQuerySchema>

/** One thing to correct: a criterion by its id, a compulsory paper by its code, or a field of the form, `story` included. */
export const ReturnItemSchema = z.strictObject({
  what: z.enum(['criterion', 'paper', 'field']),
  ref: id,
  reason: why,
})
export type ReturnItem = z.infer<typeof ReturnItemSchema>

export const ReturnBodySchema = z.object({
  version,
  deadline: z.iso.date(),
  items: z.array(ReturnItemSchema).min(1).max(100),
})
export type ReturnBody = z.infer<typeof ReturnBodySchema>

export const ConfirmBodySchema = z.object({
  version,
  items: z
    .array(
      z.strictObject({
        item: id,
        confirmed: z.boolean(),
        figure: z.string().trim().min(1).max(200),
        note: why,
      }),
    )
    .min(1)
    .max(20),
})
export type ConfirmBody = z.infer<typeof ConfirmBodySchema>

export const RETURN_CODES = { deadline: 'dossier_deadline', items: 'dossier_return_items' } as const
export const CONFIRM_CODES = { items: 'dossier_confirm_items' } as const
export const STORY_CODES = { pictures: 'story_picture_words' } as const
