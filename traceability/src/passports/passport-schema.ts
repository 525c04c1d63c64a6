import { z } from 'zod'
import { daySchema, placeSchema } from '../events/place.ts'
import { refSchema } from '../identifiers/refs.ts'
import { gtin14, isRestrictedCirculation } from '../verify/gs1/check-digit.ts'
import type { Passport } from '../verify/verdict.ts'

const line = z.string().max(500)
const text = z.string().max(20_000)

const pictureSchema = z.strictObject({
  alt: line,
  width: z.int().positive(),
  height: z.int().positive(),
  variants: z
    .array(
      z.strictObject({
        path: z
          .string()
          .max(500)
          .regex(/^[^\s:\\]+$/, 'must be a path below the file store'),
        format: z.enum(['avif', 'webp']),
        width: z.int().positive(),
      }),
    )
    .max(20),
})

const recognitionSchema = z
  .strictObject({
    ref: refSchema,
    stars: z.union([z.literal(3), z.literal(4), z.literal(5)]),
    points: z.number().min(0).max(100).nullable(),
    rubricVersion: z.string().min(1).max(100),
    decisionNumber: z.string().min(1).max(100),
    decisionDate: daySchema,
    authority: z.string().min(1).max(300),
    validFrom: daySchema,
    validTo: daySchema,
    revokedOn: daySchema.nullable(),
    // Absent in what a shop of an older release sends.
    extendedTo: daySchema.nullable().default(null),
    suspensions: z
      .array(
        z
          .strictObject({ from: daySchema, to: daySchema.nullable() })
          .refine(({ from, to }) => to === null || from <= to, {
            path: ['to'],
            message: 'must not lie before from',
          }),
      )
      .max(100)
      .default([]),
    sample: z.boolean(),
  })
  .refine((recognition) => recognition.validFrom <= recognition.validTo, {
    path: ['validTo'],
    message: 'must not lie before validFrom',
  })
  .refine(({ validTo, extendedTo }) => extendedTo === null || validTo < extendedTo, {
    path: ['extendedTo'],
    message: 'must lie after validTo',
  })

/** As printed, with or without spaces; kept as the 14 digits that Digital Links hold. */
const gtinSchema = z
  .string()
  .max(30)
  .transform((text, context) => {
    const gtin = gtin14(text)
    if (gtin !== null) return gtin
    context.addIssue({
      code: 'custom',
      message: 'must be a GTIN of 8, 12, 13 or 14 digits whose last one is the right check digit',
    })
    return z.NEVER
  })

/** `Passport` of the scan answer, closed: an unknown member is refused, so that nothing unseen reaches a public page. */
export const passportSchema: z.ZodType<Passport> = z
  .strictObject({
    productRef: refSchema,
    version: z.int().positive(),
    product: z.strictObject({
      handle: z.string().min(1).max(200),
      name: z.strictObject({ vi: line.min(1), en: line.nullable() }),
      sector: z.string().min(1).max(100),
      netContent: line.nullable(),
      ingredients: text.nullable(),
      allergens: text.nullable(),
      storage: text.nullable(),
      usage: text.nullable(),
      warning: text.nullable(),
      standard: line.nullable(),
      story: z.strictObject({ vi: text, en: text.nullable() }).nullable(),
      picture: pictureSchema.nullable(),
      withdrawn: z.boolean(),
      gtin: gtinSchema.nullable().optional(),
    }),
    producer: z.strictObject({
      ref: refSchema,
      handle: z.string().min(1).max(200),
      name: line.min(1),
      legalForm: z.string().min(1).max(100),
      address: line.nullable(),
      phone: z.string().max(50).nullable(),
      place: placeSchema,
    }),
    recognitions: z.array(recognitionSchema).max(100),
    sample: z.array(z.string().max(100)).max(50),
    source: z.string().max(2000).nullable(),
  })
  .superRefine(({ product: { gtin }, sample }, context) => {
    if (gtin === undefined || gtin === null) return
    const restricted = isRestrictedCirculation(gtin)
    if (restricted === sample.includes('gtin')) return
    context.addIssue({
      code: 'custom',
      path: ['product', 'gtin'],
      message: restricted
        ? 'is of a restricted-circulation range, which identifies nothing to a stranger; only sample data may carry it, with "gtin" in sample'
        : "is flagged as sample; an illustrative GTIN must be of a restricted-circulation range, or it is somebody else's",
    })
  })
