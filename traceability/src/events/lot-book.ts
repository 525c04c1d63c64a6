import { partyNoOf } from '../identifiers/parties.ts'
import type { Database } from '../storage/database.ts'
import { type LineageEdge, neighboursOf } from '../storage/genealogy.ts'
import { type BookedLot, bookedLots, lotNamesOf, stepPairsOf } from '../storage/lot-book.ts'
import { entriesBetween, restedOn, type StepRecord, stepsOfLots } from '../storage/steps.ts'
import { type Lock, lockOf } from './corrections.ts'
import { nextSteps } from './next-step.ts'

/** A lot as the producer's book (sổ lô) lists it. */
export interface LotLine extends BookedLot {
  /** Words of the journal, likeliest first; see `nextSteps`. */
  nextSteps: string[]
}

/** How many lots a page of the book has. */
const PAGE = 50

/**
 * A page of a party's lots, newest change first. `search` finds in code and name, without accents and case; `state` picks
 * lots with goods left (`open`), used up or sold (`done`), or recalled.
 * Out: up to 50 lots and the cursor of the next page, null on the last. Throws InputError for an unknown party.
 */
export async function lotBook(
  db: Database,
  partyRef: string,
  { search, state, after }: { search: string; state: 'all' | 'open' | 'done' | 'recalled'; after: string | null },
): Promise<{ lots: LotLine[]; next: string | null }> {
  const partyNo = await partyNoOf(db, partyRef)
  const rows = await bookedLots(db, partyNo, { search, state, after, limit: PAGE + 1 })
  const pairs = await stepPairsOf(db, partyNo)
  const lots = rows.slice(0, PAGE).map((lot) => ({ ...lot, nextSteps: nextSteps(lot.lastStep, lot.kind, pairs) }))
  return { lots, next: rows.length > PAGE ? (lots.at(-1)?.cursor ?? null) : null }
}

/** One entry of the journal as the producer sees it. */
export interface BookEntry {
  stepNo: string
  step: string
  happenedAt: string
  recordedAt: string
  part: 'made' | 'about' | 'took'
  entry: StepRecord['body']
  /** When it was struck, why and by whom (an id), and the entry in its place; null while it counts. */
  void: { at: string; reason: string; by: string | null; replacedBy: string | null } | null
  /** Why it cannot be mended without a reason any more; null while it can. */
  lock: Lock | null
}

export interface LotPage {
  lot: LotLine
  entries: BookEntry[]
  /** One step back and one step forward, with names. */
  back: NamedEdge[]
  forward: NamedEdge[]
  labelBatches: number
}

export interface NamedEdge {
  step: string
  happenedAt: string
  yield: number | null
  lot: { ref: string; lotCode: string; name: string | null; own: boolean } | null
}

/**
 * A lot with its entries, those that were struck among them, and its neighbours, of which struck entries make none. Out: null when
 * the party has no such lot. Throws InputError for an unknown party.
 */
export async function lotPage(db: Database, partyRef: string, lotRef: string): Promise<LotPage | null> {
  const partyNo = await partyNoOf(db, partyRef)
  const [booked] = await bookedLots(db, partyNo, { ref: lotRef, search: '', state: 'all', after: null, limit: 1 })
  if (!booked) return null
  const pairs = await stepPairsOf(db, partyNo)
  const steps = await stepsOfLots(db, partyNo, [booked.lotNo])
  const rests = await restedOn(db, partyNo, [booked.lotNo])
  const { back, forward } = await neighboursOf(db, { partyNo, lotNo: booked.lotNo })
  const names = await lotNamesOf(db, [
    ...back.map((edge) => edge.from),
    ...forward.flatMap(({ to }) => (to ? [to] : [])),
  ])
  const named = (edge: LineageEdge, lot: LineageEdge['to']): NamedEdge => {
    const found = lot ? names.get(`${lot.partyNo}/${lot.lotNo}`) : undefined
    return {
      step: edge.step,
      happenedAt: edge.happenedAt,
      yield: edge.yield,
      lot: lot && found ? { ...found, own: lot.partyNo === partyNo } : null,
    }
  }
  return {
    lot: { ...booked, nextSteps: nextSteps(booked.lastStep, booked.kind, pairs) },
    entries: steps.map((step) => bookEntry(step, step.part, step.part === 'made' ? rests : [])),
    back: back.map((edge) => named(edge, edge.from)),
    forward: forward.map((edge) => named(edge, edge.to)),
    labelBatches: rests.filter((each) => each.by === 'labels').length,
  }
}

/** Entries of a party between two days (+07, both included), oldest first, for the lot book on paper; at most 10,000. */
export async function journalBetween(
  db: Database,
  partyRef: string,
  days: { from: string; to: string },
): Promise<BookEntry[]> {
  const partyNo = await partyNoOf(db, partyRef)
  return (await entriesBetween(db, partyNo, days)).map((step) => bookEntry(step, 'made', []))
}

function bookEntry(step: StepRecord, part: BookEntry['part'], rests: readonly { by: 'step' | 'labels' }[]): BookEntry {
  return {
    stepNo: step.stepNo,
    step: step.step,
    happenedAt: step.happenedAt,
    recordedAt: step.recordedAt,
    part,
    entry: step.body,
    void:
      step.voidAt === null
        ? null
        : { at: step.voidAt, reason: step.voidReason ?? '', by: step.voidBy, replacedBy: step.replacedBy },
    lock: step.voidAt === null ? lockOf(step, rests, new Date()) : null,
  }
}
