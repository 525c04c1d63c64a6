import type { UnitState } from '../verify/verdict.ts'
import type { StateBefore } from './unit-states.ts'

/** A stretch of a batch whose units share a state; indexes are included. */
export interface UnitRange {
  first: number
  last: number
  state: UnitState
  /** Action that brought the state, and what people wrote about it. */
  reason: string
  note: string | null
  since: number
  place: string | null
}

/** What a stretch becomes; null leaves it as it is. */
export type Decide = (before: StateBefore) => Pick<UnitRange, 'state' | 'reason' | 'note' | 'since' | 'place'> | null

/** A stretch of the wanted indexes, as it was and whether it was changed. */
export interface Piece {
  first: number
  last: number
  before: StateBefore
  changed: boolean
}

/**
 * Applies a change to units `first` to `last` of a batch. In: its ranges (not overlapping), the state of units outside
 * them, the decision for each state found. Out: all ranges of the batch, sorted, not overlapping, neighbours that are
 * alike joined; and the pieces of the wanted stretch. Pure.
 */
export function changeRanges(
  ranges: readonly UnitRange[],
  startsAs: UnitState,
  first: number,
  last: number,
  decide: Decide,
): { ranges: UnitRange[]; pieces: Piece[] } {
  const sorted = [...ranges].sort((a, b) => a.first - b.first)
  const result: UnitRange[] = []
  const pieces: Piece[] = []
  const take = (from: number, to: number, range: UnitRange | null) => {
    const before = range ?? { state: startsAs, since: null, place: null }
    const after = decide({ state: before.state, since: before.since, place: before.place })
    pieces.push({
      first: from,
      last: to,
      before: { state: before.state, since: before.since, place: before.place },
      changed: after !== null,
    })
    if (after !== null) result.push({ first: from, last: to, ...after })
    else if (range !== null) result.push({ ...range, first: from, last: to })
  }
  let next = first
  for (const range of sorted) {
    const [from, to] = [Math.max(range.first, first), Math.min(range.last, last)]
    if (from > to) {
      result.push(range)
      continue
    }
    if (range.first < first) result.push({ ...range, last: first - 1 })
    if (next < from) take(next, from - 1, null)
    take(from, to, range)
    next = to + 1
    if (range.last > last) result.push({ ...range, first: last + 1 })
  }
  if (next <= last) take(next, last, null)
  return { ranges: joined(result.sort((a, b) => a.first - b.first)), pieces }
}

function joined(ranges: readonly UnitRange[]): UnitRange[] {
  const result: UnitRange[] = []
  for (const range of ranges) {
    const before = result.at(-1)
    if (before && before.last + 1 === range.first && isAlike(before, range)) before.last = range.last
    else result.push({ ...range })
  }
  return result
}

function isAlike(a: UnitRange, b: UnitRange): boolean {
  return a.state === b.state && a.reason === b.reason && a.note === b.note && a.since === b.since && a.place === b.place
}
