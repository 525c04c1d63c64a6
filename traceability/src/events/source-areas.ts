import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { withDescendants } from '../storage/genealogy.ts'
import { parseInput } from '../storage/input-error.ts'
import { lotsOfSourceArea } from '../storage/lots.ts'
import { replaceProductsOfArea, upsertSourceAreaRow } from '../storage/source-areas.ts'
import { rebuildLotTraces } from './lot-trace.ts'
import { confidenceSchema, daySchema, placeSchema } from './place.ts'

export const sourceAreaSchema = z.strictObject({
  partyRef: refSchema,
  ref: refSchema,
  name: z.string().min(1).max(200),
  place: placeSchema,
  areaHectares: z.number().finite().nonnegative().nullable(),
  growers: z.int().nonnegative().max(1_000_000).nullable(),
  certificates: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(200),
        number: z.string().max(100).nullable(),
        issuer: z.string().max(200).nullable(),
        validTo: daySchema.nullable(),
        confidence: confidenceSchema,
      }),
    )
    .max(50),
  confidence: confidenceSchema,
  sample: z.boolean(),
  /** Products that draw on the area, with or without a lot. */
  productRefs: z.array(refSchema).max(200),
})
export type SourceAreaInput = z.infer<typeof sourceAreaSchema>

/**
 * Makes or updates a source area (vùng nguyên liệu) of a registered party by its ref; lots that use it show the change
 * at once. Throws InputError naming the wrong field.
 */
export async function upsertSourceArea(db: Database, input: SourceAreaInput): Promise<{ areaNo: string }> {
  const area = parseInput(sourceAreaSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, area.partyRef)
    const areaNo = await upsertSourceAreaRow(client, partyNo, area)
    await replaceProductsOfArea(client, partyNo, areaNo, area.productRefs)
    const lots = (await lotsOfSourceArea(client, partyNo, areaNo)).map((lotNo) => ({ partyNo, lotNo }))
    await rebuildLotTraces(client, await withDescendants(client, lots))
    return { areaNo }
  })
}
