import type { ClientBase } from 'pg'
import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { keyText, type LotKey, withDescendants } from '../storage/genealogy.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLot, lockLot, lotsOfSourceArea } from '../storage/lots.ts'
import {
  insertRecall,
  insertRecalledLots,
  markLifted,
  type RecallCause,
  reachOf,
  recalledLots,
  recallInForce,
  stateOnLots,
} from '../storage/recalls.ts'
import { lockSourceArea } from '../storage/source-areas.ts'
import { rebuildLotTraces } from './lot-trace.ts'

const why = { reason: z.string().trim().min(1).max(1000), advice: z.string().trim().min(1).max(1000) }

export const recallSchema = z.strictObject({ partyRef: refSchema, lotRef: refSchema, ...why })
export type RecallInput = z.infer<typeof recallSchema>

export const areaRecallSchema = z.strictObject({ partyRef: refSchema, areaRef: refSchema, ...why })
export type AreaRecallInput = z.infer<typeof areaRecallSchema>

export const liftSchema = z.strictObject({
  partyRef: refSchema,
  recallNo: z.uuid(),
  reason: z.string().trim().min(10, 'must say in at least 10 characters why the goods are safe').max(1000),
})

export interface Recalled {
  recallNo: string
  /** UTC; the earlier moment when the same cause had been recalled before. */
  recalledAt: string
  /** Every lot reached, the first one and all that was made of it, whoever made it. */
  lots: number
  labelBatches: number[]
  orderRefs: string[]
}

/**
 * Recalls a lot and everything made of it, in one action: every unit of those lots answers `recalled` when this ends.
 * Recalled again it changes nothing but reaches what was made meanwhile. Throws InputError when the party has no such lot.
 */
export async function recallLot(db: Database, input: RecallInput): Promise<Recalled> {
  const recall = parseInput(recallSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, recall.partyRef)
    const lot = await findLot(client, partyNo, recall.lotRef)
    if (!lot) throw new InputError('lotRef', `lotRef: the party has no lot "${recall.lotRef}"`)
    await lockLot(client, partyNo, lot.lotNo)
    const cause: RecallCause = { cause: 'lot', causeNo: lot.lotNo }
    return await recallAll(client, partyNo, cause, recall, async () => [{ partyNo, lotNo: lot.lotNo }])
  })
}

/**
 * Recalls every lot that draws on a source area, and everything made of them. Lots that come from the area later are
 * recalled with it until it is lifted. Throws InputError when the party has no such area.
 */
export async function recallSourceArea(db: Database, input: AreaRecallInput): Promise<Recalled> {
  const recall = parseInput(areaRecallSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, recall.partyRef)
    const areaNo = await lockSourceArea(client, partyNo, recall.areaRef)
    if (areaNo === null) {
      throw new InputError('areaRef', `areaRef: the party has no source area "${recall.areaRef}"`)
    }
    return await recallAll(client, partyNo, { cause: 'source_area', causeNo: areaNo }, recall, async () =>
      (await lotsOfSourceArea(client, partyNo, areaNo)).map((lotNo) => ({ partyNo, lotNo })),
    )
  })
}

async function recallAll(
  client: ClientBase,
  partyNo: number,
  cause: RecallCause,
  texts: { reason: string; advice: string },
  first: () => Promise<LotKey[]>,
): Promise<Recalled> {
  const known = await recallInForce(client, partyNo, cause)
  const { recallNo, declaredAt } = known ?? (await insertRecall(client, partyNo, { ...cause, ...texts }))
  let reached: LotKey[] = []
  // Writing to a lot waits for a step that is using it; what that step made is found by looking again.
  for (;;) {
    const now = await withDescendants(client, await first())
    if (now.length === reached.length) break
    const known = new Set(reached.map(keyText))
    await insertRecalledLots(
      client,
      { partyNo, recallNo },
      now.filter((lot) => !known.has(keyText(lot))),
    )
    reached = now
  }
  await rebuildLotTraces(client, reached)
  return { recallNo, recalledAt: declaredAt.toISOString(), lots: reached.length, ...(await reachOf(client, reached)) }
}

/**
 * Lifts a recall that was a mistake or is over: lots that no other recall reaches are free again. Both stay on record.
 * Out: how many lots it had reached. Throws InputError when the party has no such recall in force.
 */
export async function liftRecall(db: Database, input: z.infer<typeof liftSchema>): Promise<{ lots: number }> {
  const { partyRef, recallNo, reason } = parseInput(liftSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    if (!(await markLifted(client, partyNo, recallNo, reason))) {
      throw new InputError('recallNo', `recallNo: the party has no recall "${recallNo}" in force`)
    }
    const lots = await recalledLots(client, { partyNo, recallNo })
    await stateOnLots(client, lots)
    await rebuildLotTraces(client, lots)
    return { lots: lots.length }
  })
}
