import type { ClientBase } from 'pg'
import { z } from 'zod'
import { daySchema } from '../events/place.ts'
import { StepRefusal } from '../events/step-refusal.ts'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { MAX_BATCH_SIZE, MAX_EPOCH } from '../identifiers/unit-codes.ts'
import { labelBatchDocument, logDocuments } from '../log/documents.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'
import { insertLabelBatch, type PrintedData } from '../storage/label-batches.ts'
import { findLot } from '../storage/lots.ts'
import { newestPassport } from '../storage/passports.ts'
import { keepProductParty } from '../storage/products.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import { vietnamDay } from '../verify/recognition-state.ts'
import { labelPermission } from './label-permission.ts'
import { LabelRefusal } from './label-refusal.ts'

const SCOPE = 'label-batch'

/** The producer's own lines on a label. */
export const printedLinesSchema = z
  .array(
    z
      .string()
      .min(1)
      .max(80)
      .regex(/^[^\p{C}]+$/u, 'must not contain control characters'),
  )
  .max(3)

export const labelBatchSchema = z.strictObject({
  partyRef: refSchema,
  productRef: refSchema,
  /** Null for labels printed before the lot is known; they show no lot. */
  lotRef: refSchema.nullable(),
  size: z.int().min(1).max(MAX_BATCH_SIZE),
  /** Printed; a day that is not given is the lot's. */
  packedOn: daySchema.nullable().optional(),
  bestBefore: daySchema.nullable().optional(),
  printedLines: printedLinesSchema.optional(),
  /** Key epoch, the ring's newest. */
  epoch: z.int().min(0).max(MAX_EPOCH),
  requestKey: refSchema,
  /** `issued`: printed ahead, each label is commissioned before it is active. `active` (default): good from print. */
  startsAs: z.enum(['active', 'issued']).optional(),
  /** Its labels carry a hidden scratch code; false by default. */
  scratch: z.boolean().optional(),
})
export type LabelBatchInput = z.infer<typeof labelBatchSchema>

export interface LabelBatch {
  batchNo: number
  partyNo: number
  epoch: number
  size: number
  /** UTC, ISO 8601. */
  issuedAt: string
}

const labelBatchAnswer = z.object({
  batchNo: z.int(),
  partyNo: z.int(),
  epoch: z.int(),
  size: z.int(),
  issuedAt: z.string(),
})

/** What is printed besides the product's GTIN. Throws InputError on a best-before day before packing. */
function printedData({ packedOn, bestBefore, printedLines }: LabelBatchInput): Omit<PrintedData, 'gtin'> {
  if (packedOn != null && bestBefore != null && bestBefore < packedOn) {
    throw new InputError('bestBefore', 'bestBefore: must not lie before packedOn')
  }
  return {
    packedOn: packedOn ?? null,
    bestBefore: bestBefore ?? null,
    printedLines: (printedLines ?? []).map((line) => line.normalize('NFC')),
  }
}

/**
 * Issues a label batch (đợt in tem): one row, however many labels; their codes are computed (DESIGN 5.5).
 * A repeated call with the same `requestKey` answers with the first batch. In: the moment of ordering, on whose day (+07) the
 * product must have a valid recognition in the newest passport of the party. Throws InputError when party or lot is
 * unknown or the lot is of another product, StepRefusal when the lot is recalled, LabelRefusal
 * when the product has no such recognition, ConflictError when the key was used for something else.
 */
export async function createLabelBatch(
  db: Database,
  input: LabelBatchInput,
  orderedAt = new Date(),
): Promise<LabelBatch> {
  const wanted = parseInput(labelBatchSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, wanted.partyRef)
    const claim = await claimRequestKey(client, partyNo, SCOPE, wanted.requestKey, { ...wanted, epoch: undefined })
    if (!claim.fresh) {
      if (claim.sameBody) return labelBatchAnswer.parse(claim.answer)
      throw new ConflictError(`The request key "${wanted.requestKey}" was used for another label batch`)
    }
    const lot = wanted.lotRef === null ? null : await findLot(client, partyNo, wanted.lotRef)
    if (wanted.lotRef !== null && !lot)
      throw new InputError('lotRef', `lotRef: the party has no lot "${wanted.lotRef}"`)
    if (lot && lot.productRef !== wanted.productRef) {
      throw new InputError('lotRef', `lotRef: lot "${lot.lotRef}" is of product "${lot.productRef}"`)
    }
    if (lot?.recall) {
      throw new StepRefusal('lotRef', 'lot_recalled', `lot "${lot.lotCode}" is recalled and gets no new labels`, {
        lot: lot.lotCode,
      })
    }
    await requirePermission(client, partyNo, wanted.productRef, orderedAt)
    await keepProductParty(client, partyNo, wanted.productRef)
    const made = {
      partyNo,
      productRef: wanted.productRef,
      lotNo: lot?.lotNo ?? null,
      size: wanted.size,
      epoch: wanted.epoch,
      startsAs: wanted.startsAs ?? ('active' as const),
      scratch: wanted.scratch ?? false,
    }
    const batch = await insertLabelBatch(client, made, printedData(wanted), orderedAt)
    await logDocuments(client, partyNo, [labelBatchDocument(batch)])
    const answer: LabelBatch = {
      batchNo: batch.batchNo,
      partyNo,
      epoch: batch.epoch,
      size: batch.size,
      issuedAt: batch.issuedAt,
    }
    await keepAnswer(client, partyNo, SCOPE, wanted.requestKey, answer)
    return answer
  })
}

/** Throws LabelRefusal when no labels may be ordered for a product of the party on the day of a moment. */
async function requirePermission(client: ClientBase, partyNo: number, productRef: string, at: Date): Promise<void> {
  const passport = await newestPassport(client, 'transaction', partyNo, productRef)
  const day = vietnamDay(at)
  const permission = labelPermission(passport?.body.recognitions ?? [], day)
  if (!permission.allowed) throw new LabelRefusal(permission, productRef, day)
}
