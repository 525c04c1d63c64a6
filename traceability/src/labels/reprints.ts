import type { ClientBase } from 'pg'
import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { MAX_BATCH_NO, MAX_BATCH_SIZE } from '../identifiers/unit-codes.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'
import { partyBatches } from '../storage/label-batches.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import { insertUnitChange, type LockedBatch, ownStatesByIndex, unitRanges } from '../storage/unit-states.ts'
import type { UnitState } from '../verify/verdict.ts'
import { createLabelBatch } from './label-batches.ts'
import { changeStretch, lockOwnBatch, NOWHERE } from './units.ts'

const SCOPE = 'label-reprint'
/** Each label's state is read one by one; whoever spoilt more voids the stretch and makes a new batch. */
export const MOST_REPRINTED = 5_000

const indexSchema = z
  .int()
  .min(0)
  .max(MAX_BATCH_SIZE - 1)
export const stretchReprintSchema = z.strictObject({
  partyRef: refSchema,
  batchNo: z.int().min(1).max(MAX_BATCH_NO),
  /** Indexes of the spoilt labels, both included. */
  first: indexSchema,
  last: indexSchema,
  note: z.string().min(1).max(500),
  actorRef: refSchema.nullable(),
  requestKey: refSchema,
})
export type StretchReprint = z.infer<typeof stretchReprintSchema>

const reprintAnswer = z.object({ batchNo: z.int(), size: z.int(), voidedAt: z.string() })
/** The batch of the new labels; label n of it replaces label first + n. `voidedAt` is UTC, ISO 8601. */
export type ReprintedStretch = z.infer<typeof reprintAnswer>

/**
 * Replaces spoilt labels that lie side by side: the old ones are void for ever, a new batch with the same product, lot,
 * days and lines takes their place, and a new label is active when the one it replaces was. All or none.
 * In: the key epoch of the new codes. A repeated call with the same `requestKey` answers with the first batch.
 * A reprint is printing: without a valid recognition today there is none. Throws InputError when party, batch or an index is
 * unknown or there are more than MOST_REPRINTED, LabelRefusal without a recognition, ConflictError when a label of the stretch
 * is in trade or void already, or the key was used for something else.
 */
export async function reprintStretch(db: Database, epoch: number, input: StretchReprint): Promise<ReprintedStretch> {
  const wanted = parseInput(stretchReprintSchema, input)
  const { partyRef, batchNo, first, last, note, actorRef, requestKey } = wanted
  if (last < first) throw new InputError('last', 'last: must not be before first')
  const size = last - first + 1
  if (size > MOST_REPRINTED)
    throw new InputError('last', `last: at most ${MOST_REPRINTED} labels are reprinted at once`)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const claim = await claimRequestKey(client, partyNo, SCOPE, requestKey, wanted)
    if (!claim.fresh) {
      if (claim.sameBody) return reprintAnswer.parse(claim.answer)
      throw new ConflictError(`The request key "${requestKey}" was used for another reprint`)
    }
    const old = await lockOwnBatch(client, partyNo, batchNo)
    if (last >= old.size) throw new InputError('last', `last: batch ${batchNo} has labels 0 to ${old.size - 1}`)
    const states = await statesOf(client, old, first, last)
    const next = await sameBatchAgain(client, { ...wanted, partyNo }, states, size, epoch)
    const now = new Date()
    const change = { ...NOWHERE, note, actorRef }
    const replacement = { batchNo: next.batchNo, index: 0 }
    const outcome = await changeStretch(
      client,
      old,
      { ...change, first, last, action: 'reprint', other: replacement },
      now,
    )
    const [refusal] = outcome.refused
    if (refusal) {
      throw new ConflictError(`${refusal.units} of these labels cannot be reprinted: ${refusal.reason}`)
    }
    for (const run of next.startsAs === 'issued' ? runsOf(states, 'active') : []) {
      await changeStretch(client, next, { ...change, ...run, action: 'commission' }, now)
    }
    await insertUnitChange(client, {
      ...change,
      ...{ partyNo, batchNo: next.batchNo, first: 0, last: size - 1, action: 'replace', changed: size, refused: 0 },
      ...{ place: null, at: now, other: { batchNo, index: first } },
    })
    const answer = { batchNo: next.batchNo, size, voidedAt: outcome.at }
    await keepAnswer(client, partyNo, SCOPE, requestKey, answer)
    return answer
  })
}

/** A batch that says the same as another one; active from print when all labels it replaces are active. Locked. */
async function sameBatchAgain(
  client: ClientBase,
  { partyRef, partyNo, batchNo, requestKey }: StretchReprint & { partyNo: number },
  states: readonly UnitState[],
  size: number,
  epoch: number,
): Promise<LockedBatch> {
  const [like] = await partyBatches(client, partyNo, { productRef: null, before: null, limit: 1, batchNo })
  if (!like) throw new Error('a locked batch is missing')
  const { productRef, lotRef, packedOn, bestBefore, printedLines, scratch } = like
  const made = await createLabelBatch(client, {
    ...{ partyRef, productRef, lotRef, size, packedOn, bestBefore, printedLines, scratch, epoch, requestKey },
    startsAs: states.every((state) => state === 'active') ? 'active' : 'issued',
  })
  return await lockOwnBatch(client, partyNo, made.batchNo)
}

/** State of each label of a stretch, in order: its own, else that of its range, else that of its batch. */
async function statesOf(client: ClientBase, batch: LockedBatch, first: number, last: number): Promise<UnitState[]> {
  const states = new Array<UnitState>(last - first + 1).fill(batch.startsAs)
  for (const range of await unitRanges(client, batch.partyNo, batch.batchNo)) {
    const [from, to] = [Math.max(range.first, first), Math.min(range.last, last)]
    if (from <= to) states.fill(range.state, from - first, to - first + 1)
  }
  for (const [index, state] of await ownStatesByIndex(client, batch.partyNo, batch.batchNo, first, last)) {
    states[index - first] = state
  }
  return states
}

function runsOf(states: readonly UnitState[], wanted: UnitState): { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (const [index, state] of states.entries()) {
    if (state !== wanted) continue
    const before = runs.at(-1)
    if (before && before.last + 1 === index) before.last = index
    else runs.push({ first: index, last: index })
  }
  return runs
}
