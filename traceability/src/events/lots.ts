import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { withDescendants } from '../storage/genealogy.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { replaceAreasOfLot, upsertLotRow } from '../storage/lots.ts'
import { keepProductParty } from '../storage/products.ts'
import { areaNosOf } from '../storage/source-areas.ts'
import { rebuildLotTraces } from './lot-trace.ts'
import { daySchema, quantitySchema } from './place.ts'

export const lotSchema = z
  .strictObject({
    partyRef: refSchema,
    ref: refSchema,
    productRef: refSchema,
    lotCode: z.string().min(1).max(50),
    packedOn: daySchema.nullable(),
    bestBefore: daySchema.nullable(),
    quantity: quantitySchema.nullable(),
    status: z.enum(['open', 'packed']),
    sourceAreaRefs: z.array(refSchema).max(50),
    sample: z.boolean(),
  })
  .refine((lot) => lot.packedOn === null || lot.bestBefore === null || lot.packedOn <= lot.bestBefore, {
    path: ['bestBefore'],
    message: 'must not lie before packedOn',
  })
export type LotInput = z.infer<typeof lotSchema>

/**
 * Makes or updates a lot of a registered party by its ref; what scans show changes at once, a recall stays.
 * Throws InputError when a source area is unknown, or when the lot is already known with another product.
 */
export async function upsertLot(db: Database, input: LotInput): Promise<{ lotNo: string }> {
  const lot = parseInput(lotSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, lot.partyRef)
    const areaNos = (await areaNosOf(client, partyNo, lot.sourceAreaRefs)).map((areaNo, i) => {
      if (areaNo !== null) return areaNo
      throw new InputError(
        `sourceAreaRefs.${i}`,
        `sourceAreaRefs.${i}: the party has no source area "${lot.sourceAreaRefs[i]}"`,
      )
    })
    const lotNo = await upsertLotRow(client, partyNo, lot)
    if (lotNo === null) {
      throw new InputError('productRef', `productRef: lot "${lot.ref}" belongs to another product, which cannot change`)
    }
    await keepProductParty(client, partyNo, lot.productRef)
    await replaceAreasOfLot(client, partyNo, lotNo, areaNos)
    await rebuildLotTraces(client, await withDescendants(client, [{ partyNo, lotNo }]))
    return { lotNo }
  })
}
