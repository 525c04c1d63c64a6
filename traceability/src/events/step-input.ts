import { z } from 'zod'
import { refSchema } from '../identifiers/refs.ts'
import { positiveQuantitySchema } from './amounts.ts'
import { confidenceSchema, daySchema, placeSchema, quantitySchema } from './place.ts'

const instant = z.iso.datetime({ offset: true, error: 'must be a date and time with its zone, ISO 8601' })

const inputSchema = z.strictObject({
  lotRef: refSchema,
  /** Whose lot it is, when it was handed over by another party; null for one's own. */
  partyRef: refSchema.nullable(),
  /** Null takes all that is left. */
  amount: positiveQuantitySchema.nullable(),
})

const additionSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  amount: positiveQuantitySchema.nullable(),
})

const outputSchema = z
  .strictObject({
    ref: refSchema,
    lotCode: z.string().trim().min(1).max(50),
    kind: z.enum(['raw', 'intermediate', 'product']),
    productRef: refSchema.nullable(),
    /** What it is called when it is no product on sale yet: "Hạt sen tươi". */
    material: z.string().trim().min(1).max(200).nullable(),
    amount: positiveQuantitySchema.nullable(),
    /** How many sales packs, and what one holds; then `amount` is count × net content and is left null. */
    packs: z
      .strictObject({
        count: z.int().min(1).max(100_000_000),
        unit: z.string().trim().min(1).max(40),
        net: positiveQuantitySchema,
      })
      .nullable(),
    packedOn: daySchema.nullable(),
    bestBefore: daySchema.nullable(),
  })
  .refine((lot) => (lot.kind === 'product') === (lot.productRef !== null), {
    path: ['productRef'],
    message: 'belongs to lots of kind "product", and to no other',
  })
  .refine((lot) => lot.kind === 'product' || lot.material !== null, {
    path: ['material'],
    message: 'is needed for a lot that is no product yet',
  })
  .refine((lot) => lot.amount === null || lot.packs === null, {
    path: ['amount'],
    message: 'is computed from the packs; leave it out',
  })
  .refine((lot) => lot.packedOn === null || lot.bestBefore === null || lot.packedOn <= lot.bestBefore, {
    path: ['bestBefore'],
    message: 'must not lie before packedOn',
  })

export const evidenceSchema = z.strictObject({
  /** Name in the file store; never an address. */
  file: refSchema,
  kind: z.enum(['photo', 'document']),
  title: z.string().trim().min(1).max(200),
  /** Shown on the scan page; papers with names and prices stay with the producer. */
  public: z.boolean(),
  /** Hex SHA-256 of the bytes, so that the event commits to the paper. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hex characters'),
})

/** A word of the journal, e.g. `harvesting`; `farm-steps.ts` knows the usual ones. */
export const stepWordSchema = z.string().regex(/^[a-z][a-z_]{1,39}$/, 'must be a word of 2 to 40 characters a-z and _')

/** One entry of the journal (nhật ký sản xuất). */
export const stepSchema = z
  .strictObject({
    partyRef: refSchema,
    /** Made by the phone when the entry is made: sent twice, it is stored once. */
    requestKey: refSchema,
    step: stepWordSchema,
    /** By the clock of the phone. */
    happenedAt: instant,
    /** What the phone's clock shows while it sends; null when the clock is the server's own. */
    deviceNow: instant.nullable(),
    place: placeSchema.nullable(),
    note: z.string().trim().min(1).max(2000).nullable(),
    /** Lots the entry is about without using them up. */
    about: z.array(refSchema).max(200),
    /** What was seen of them, e.g. the weight in store; changes no balance. */
    quantity: quantitySchema.nullable(),
    inputs: z.array(inputSchema).max(200),
    additions: z.array(additionSchema).max(50),
    outputs: z.array(outputSchema).max(200),
    /** Where what was harvested or bought comes from. */
    sourceAreaRefs: z.array(refSchema).max(50),
    /** The party that gets the goods; it may take them in by a step of its own. */
    handTo: refSchema.nullable(),
    /** Orders of the shop the goods went into. */
    orderRefs: z.array(refSchema).max(500),
    evidence: z.array(evidenceSchema).max(20),
    confidence: confidenceSchema,
    /** Who of the party wrote the entry: an id, never a name. Left out where nobody did, e.g. by a program. */
    recordedBy: refSchema.optional(),
    sample: z.boolean(),
  })
  .refine((entry) => entry.about.length + entry.inputs.length + entry.outputs.length > 0, {
    path: ['about'],
    message: 'an entry is about at least one lot',
  })
  .refine((entry) => entry.handTo === null || (entry.inputs.length > 0 && entry.outputs.length === 0), {
    path: ['handTo'],
    message: 'goods are handed over by a step that takes lots and makes none',
  })
  .refine((entry) => entry.additions.length === 0 || entry.inputs.length > 0, {
    path: ['additions'],
    message: 'are added to lots that are used',
  })
  .refine((entry) => entry.orderRefs.length === 0 || entry.inputs.length > 0, {
    path: ['orderRefs'],
    message: 'name orders that lots went into',
  })
export type StepInput = z.infer<typeof stepSchema>

/**
 * What makes two entries the same: a phone sends one again with another clock, or after somebody else of the party has
 * signed in.
 */
export function lastingPart({
  deviceNow: _,
  recordedBy: __,
  ...lasting
}: StepInput): Omit<StepInput, 'deviceNow' | 'recordedBy'> {
  return lasting
}
