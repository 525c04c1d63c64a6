import { z } from '@medusajs/framework/zod'

/** A stable name: 1 to 200 visible characters, as the traceability service takes them. */
const ref = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s\p{C}]+$/u)
const line = (most: number) => z.string().trim().min(1).max(most)
const day = z.iso.date()
const instant = z.iso.datetime({ offset: true })
const quantity = z.strictObject({ value: z.number().positive(), unit: line(40) })
const place = z.strictObject({
  provinceCode: z.string().min(1).max(10),
  provinceName: line(200),
  communeCode: z.string().max(10).nullable(),
  communeName: z.string().max(200).nullable(),
  legacyName: z.string().max(200).nullable(),
})

const output = z.strictObject({
  ref,
  lotCode: line(50),
  kind: z.enum(['raw', 'intermediate', 'product']),
  productRef: ref.nullable().default(null),
  material: line(200).nullable().default(null),
  amount: quantity.nullable().default(null),
  packs: z
    .strictObject({ count: z.int().min(1).max(100_000_000), unit: line(40), net: quantity })
    .nullable()
    .default(null),
  packedOn: day.nullable().default(null),
  bestBefore: day.nullable().default(null),
})

/**
 * One entry of the journal as a producer sends it. Who it is (party, member), how sure it is and whether it is illustrative
 * are the server's to say; the rules between the members are the traceability service's (`events/step-input.ts`).
 */
export const StepBodySchema = z.strictObject({
  /** Made by the phone when the entry is made: sent twice, it is stored once. */
  requestKey: ref,
  step: z.string().regex(/^[a-z][a-z_]{1,39}$/),
  happenedAt: instant,
  deviceNow: instant.nullable().default(null),
  place: place.nullable().default(null),
  note: line(2000).nullable().default(null),
  about: z.array(ref).max(200).default([]),
  quantity: z
    .strictObject({ value: z.number().nonnegative(), unit: line(40) })
    .nullable()
    .default(null),
  inputs: z
    .array(
      z.strictObject({
        lotRef: ref,
        /** Handle of the producer who handed the lot over; null for one's own. */
        producer: line(200).nullable().default(null),
        /** Null takes all that is left. */
        amount: quantity.nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
  additions: z
    .array(z.strictObject({ name: line(200), amount: quantity.nullable().default(null) }))
    .max(50)
    .default([]),
  outputs: z.array(output).max(200).default([]),
  sourceAreaRefs: z.array(ref).max(50).default([]),
  /** Handle of the producer who gets the goods. */
  handTo: line(200).nullable().default(null),
  orderRefs: z.array(ref).max(500).default([]),
  /** As `POST /producer/evidence` answered. */
  evidence: z
    .array(
      z.strictObject({
        file: ref,
        kind: z.enum(['photo', 'document']),
        title: line(200),
        public: z.boolean(),
        sha256: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(20)
    .default([]),
})
export type StepBody = z.infer<typeof StepBodySchema>

export const CorrectionBodySchema = z.strictObject({
  requestKey: ref,
  reason: z.string().trim().max(1000).nullable().default(null),
  replacement: StepBodySchema.nullable(),
})
export type CorrectionBody = z.infer<typeof CorrectionBodySchema>

export const RecallBodySchema = z.strictObject({ reason: line(1000), advice: line(1000) })
export type RecallBody = z.infer<typeof RecallBodySchema>

export const LiftBodySchema = z.strictObject({ reason: z.string().trim().min(10).max(1000) })
export type LiftBody = z.infer<typeof LiftBodySchema>

export const SourceAreaBodySchema = z.strictObject({
  name: line(200),
  place,
  areaHectares: z.number().nonnegative().nullable().default(null),
  growers: z.int().nonnegative().max(1_000_000).nullable().default(null),
  certificates: z
    .array(
      z.strictObject({
        name: line(200),
        number: z.string().max(100).nullable().default(null),
        issuer: z.string().max(200).nullable().default(null),
        validTo: day.nullable().default(null),
      }),
    )
    .max(50)
    .default([]),
  productRefs: z.array(ref).max(200).default([]),
})
export type SourceAreaBody = z.infer<typeof SourceAreaBodySchema>

export const LotsQuerySchema = z.object({
  q: z.string().max(100).optional(),
  state: z.enum(['all', 'open', 'done', 'recalled']).optional(),
  after: z.string().max(100).optional(),
})
export type LotsQuery = z.infer<typeof LotsQuerySchema>

const MOST_DAYS = 366

export const PeriodQuerySchema = z
  .object({ from: day, to: day })
  .refine(({ from, to }) => from <= to && Date.parse(to) - Date.parse(from) < MOST_DAYS * 86_400_000, { path: ['to'] })
export type PeriodQuery = z.infer<typeof PeriodQuerySchema>

/** Of routes that take no query at all. */
export const NoQuerySchema = z.object({})
