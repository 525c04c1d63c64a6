import { type Database, inTransaction } from '../storage/database.ts'
import type { LabelBatchRecord } from '../storage/label-batches.ts'
import {
  changedStateCounts,
  newestStretchChanges,
  ownStatesByIndex,
  type StretchChange,
  unitRanges,
} from '../storage/unit-states.ts'
import type { UnitState } from '../verify/verdict.ts'

const MOST_CHANGES = 20

/** Where the labels of a batch stand: how many in each state that any is in, and the newest changes of whole stretches. */
export interface BatchStates {
  /** Sums up to the size of the batch. */
  states: { state: UnitState; units: number }[]
  changes: StretchChange[]
}

/** How the labels of a batch stand; see `BatchStates`. */
export async function batchStates(
  db: Database,
  { partyNo, batchNo, size, startsAs }: Pick<LabelBatchRecord, 'partyNo' | 'batchNo' | 'size' | 'startsAs'>,
): Promise<BatchStates> {
  const counts = new Map<UnitState, number>()
  let untouched = size
  for (const { state, units } of await changedStateCounts(db, partyNo, batchNo)) {
    counts.set(state, units)
    untouched -= units
  }
  if (untouched > 0) counts.set(startsAs, (counts.get(startsAs) ?? 0) + untouched)
  return {
    states: [...counts].map(([state, units]) => ({ state, units })),
    changes: await newestStretchChanges(db, partyNo, batchNo, MOST_CHANGES),
  }
}

/** State of one label: its own, else that of its stretch, else that of its batch. */
export async function stateOfLabel(
  db: Database,
  { partyNo, batchNo, startsAs }: Pick<LabelBatchRecord, 'partyNo' | 'batchNo' | 'startsAs'>,
  index: number,
): Promise<UnitState> {
  return inTransaction(db, async (client) => {
    const own = (await ownStatesByIndex(client, partyNo, batchNo, index, index)).get(index)
    if (own !== undefined) return own
    const ranges = await unitRanges(client, partyNo, batchNo)
    return ranges.find((range) => range.first <= index && range.last >= index)?.state ?? startsAs
  })
}
