import { z } from 'zod'
import { MAX_BATCH_NO, MAX_BATCH_SIZE } from '../identifiers/unit-codes.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLabelBatch } from '../storage/label-batches.ts'
import { voidUnitRow } from '../storage/units.ts'

export const voidUnitSchema = z.strictObject({
  batchNo: z.int().min(1).max(MAX_BATCH_NO),
  index: z
    .int()
    .min(0)
    .max(MAX_BATCH_SIZE - 1),
  reason: z.string().min(1).max(500),
})
export type VoidUnitInput = z.infer<typeof voidUnitSchema>

/**
 * Makes one label void (misprinted, destroyed, stolen): its code answers `void` from now on. Voiding it again changes
 * nothing. Out: the moment it became void, UTC. Throws InputError when the batch or the index does not exist.
 */
export async function voidUnit(db: Database, input: VoidUnitInput): Promise<{ voidedAt: string }> {
  const { batchNo, index, reason } = parseInput(voidUnitSchema, input)
  return inTransaction(db, async (client) => {
    const batch = await findLabelBatch(client, 'transaction', batchNo)
    if (!batch) throw new InputError('batchNo', `batchNo: there is no label batch ${batchNo}`)
    if (index >= batch.size) throw new InputError('index', `index: batch ${batchNo} has labels 0 to ${batch.size - 1}`)
    const voidedAt = await voidUnitRow(client, batch.partyNo, batchNo, index, reason)
    return { voidedAt: voidedAt.toISOString() }
  })
}
