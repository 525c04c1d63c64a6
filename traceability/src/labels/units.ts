import type { ClientBase } from 'pg'
import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { type CodeRing, decodeUnitCode, MAX_BATCH_NO, MAX_BATCH_SIZE } from '../identifiers/unit-codes.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'
import { findLabelBatch } from '../storage/label-batches.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import {
  changeOwnStates,
  insertUnitChange,
  type LockedBatch,
  lockBatch,
  lockOwnStates,
  markForJudgement,
  markJudged,
  type NewState,
  ownStatesIn,
  putOwnState,
  replaceRanges,
  type UnitHistoryEntry,
  unitHistoryRows,
  unitRanges,
  voidSince,
} from '../storage/unit-states.ts'
import { changeRanges } from './unit-ranges.ts'
import { type RefusalReason, transition, UNIT_ACTIONS, type UnitAction } from './unit-states.ts'

const batchNoSchema = z.int().min(1).max(MAX_BATCH_NO)
const indexSchema = z
  .int()
  .min(0)
  .max(MAX_BATCH_SIZE - 1)
const noteSchema = z.string().min(1).max(500)

export const voidUnitSchema = z.strictObject({ batchNo: batchNoSchema, index: indexSchema, reason: noteSchema })
export type VoidUnitInput = z.infer<typeof voidUnitSchema>

export const unitStateChangeSchema = z.strictObject({
  partyRef: refSchema,
  batchNo: batchNoSchema,
  /** Indexes of the stretch, both included; equal for a single unit. */
  first: indexSchema,
  last: indexSchema,
  action: z.enum(UNIT_ACTIONS).exclude(['reprint']),
  /** Why, in people's words. */
  note: noteSchema.nullable(),
  actorRef: refSchema.nullable(),
  /** Shop or warehouse, and its province; an undo is only possible at the same place. */
  placeRef: refSchema.nullable(),
  provinceCode: z
    .string()
    .regex(/^[0-9]{2}$/, 'must be two digits')
    .nullable(),
  /** Makes a repeated call (a till that was offline) answer as the first time. */
  requestKey: refSchema.optional(),
})
export type UnitStateChange = z.infer<typeof unitStateChangeSchema>

const outcomeSchema = z.object({
  at: z.string(),
  changed: z.int(),
  refused: z.array(z.object({ reason: z.custom<RefusalReason>((value) => typeof value === 'string'), units: z.int() })),
})
/** `at` is UTC, ISO 8601; `refused` says how many units were left as they were, and why. */
export type UnitStateOutcome = z.infer<typeof outcomeSchema>

const SCOPE = 'unit-state'

/**
 * Changes the state of one unit or of a stretch of a batch (TRANSITIONS in `unit-states`). A stretch is one row however
 * long; units that have a state of their own are changed one by one, those that may not are left and counted. Refusals
 * are an answer, not an error: they are kept, because a second sale is a sign of copying.
 * Throws InputError when party, batch or index is unknown, ConflictError when the request key was used for another change.
 */
export async function changeUnitState(db: Database, input: UnitStateChange): Promise<UnitStateOutcome> {
  const change = parseInput(unitStateChangeSchema, input)
  if (change.last < change.first) throw new InputError('last', 'last: must not be before first')
  return changeOnce(db, change, () => [{ first: change.first, last: change.last }])
}

const MOST_CODES = 500
export const listedStateChangeSchema = unitStateChangeSchema.omit({ first: true, last: true }).extend({
  /** As people type or scan them; each must be of the batch. A code named twice counts once. */
  codes: z.array(z.string().min(1).max(512)).min(1).max(MOST_CODES),
})
export type ListedStateChange = z.infer<typeof listedStateChangeSchema>

/**
 * Changes the state of labels named by their codes, all or none in one transaction; see `changeUnitState`. Throws
 * InputError that names the first code that is not of the batch (`codes.3`), and what `changeUnitState` throws.
 */
export async function changeListedStates(
  db: Database,
  ring: CodeRing,
  input: ListedStateChange,
): Promise<UnitStateOutcome> {
  const change = parseInput(listedStateChangeSchema, input)
  return changeOnce(db, change, (batch) => {
    const indexes = change.codes.map((code, place) => {
      const found = decodeUnitCode(ring, code)
      const ours = found?.batchNo === batch.batchNo && found.epoch === batch.epoch && found.index < batch.size
      if (!found || !ours) {
        throw new InputError(`codes.${place}`, `codes.${place}: is no code of label batch ${batch.batchNo}`)
      }
      return found.index
    })
    return stretchesOf(indexes)
  })
}

/** Neighbours joined, in order: one row of history for each run. */
function stretchesOf(indexes: readonly number[]): { first: number; last: number }[] {
  const stretches: { first: number; last: number }[] = []
  for (const index of [...new Set(indexes)].sort((a, b) => a - b)) {
    const before = stretches.at(-1)
    if (before && before.last + 1 === index) before.last = index
    else stretches.push({ first: index, last: index })
  }
  return stretches
}

/** One change of some stretches of a batch, once for a request key. */
async function changeOnce(
  db: Database,
  change: Omit<UnitStateChange, 'first' | 'last'>,
  stretchesIn: (batch: LockedBatch) => { first: number; last: number }[],
): Promise<UnitStateOutcome> {
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, change.partyRef)
    if (change.requestKey !== undefined) {
      const claim = await claimRequestKey(client, partyNo, SCOPE, change.requestKey, change)
      if (!claim.fresh) {
        if (claim.sameBody) return outcomeSchema.parse(claim.answer)
        throw new ConflictError(`The request key "${change.requestKey}" was used for another change`)
      }
    }
    const batch = await lockOwnBatch(client, partyNo, change.batchNo)
    const at = new Date()
    const outcomes: UnitStateOutcome[] = []
    for (const stretch of stretchesIn(batch)) {
      outcomes.push(await changeStretch(client, batch, { ...change, ...stretch, other: null }, at))
    }
    const outcome = together(at, outcomes)
    if (change.requestKey !== undefined) await keepAnswer(client, partyNo, SCOPE, change.requestKey, outcome)
    return outcome
  })
}

function together(at: Date, outcomes: readonly UnitStateOutcome[]): UnitStateOutcome {
  const refused = new Map<RefusalReason, number>()
  for (const each of outcomes.flatMap((outcome) => outcome.refused)) {
    refused.set(each.reason, (refused.get(each.reason) ?? 0) + each.units)
  }
  return {
    at: at.toISOString(),
    changed: outcomes.reduce((sum, { changed }) => sum + changed, 0),
    refused: [...refused].map(([reason, units]) => ({ reason, units })),
  }
}

/**
 * Makes one label void (misprinted, destroyed, stolen): its code answers `void` from now on. Voiding it again changes
 * nothing. Out: the moment it became void, UTC. Throws InputError when the batch or the index does not exist,
 * ConflictError when the package is on record as destroyed.
 */
export async function voidUnit(db: Database, input: VoidUnitInput): Promise<{ voidedAt: string }> {
  const { batchNo, index, reason } = parseInput(voidUnitSchema, input)
  return inTransaction(db, async (client) => {
    const batch = await lockBatch(client, batchNo)
    if (!batch) throw new InputError('batchNo', `batchNo: there is no label batch ${batchNo}`)
    const change = { first: index, last: index, action: 'void' as const, note: reason }
    const outcome = await changeStretch(client, batch, { ...NOWHERE, ...change }, new Date(), 'index')
    const since = outcome.changed === 1 ? outcome.at : await voidSince(client, batch.partyNo, batchNo, index)
    if (since === null) throw new ConflictError(`Label ${index} of batch ${batchNo} is on record as destroyed`)
    return { voidedAt: typeof since === 'string' ? since : since.toISOString() }
  })
}

const labelSchema = z.strictObject({ batchNo: batchNoSchema, index: indexSchema })
export const reprintSchema = z.strictObject({
  partyRef: refSchema,
  old: labelSchema,
  replacement: labelSchema,
  note: noteSchema,
  actorRef: refSchema.nullable(),
})
export type ReprintInput = z.infer<typeof reprintSchema>

/**
 * Replaces a label that is spoilt: the old one is void for ever, the new one points to it, and is active when the old one
 * was. Throws InputError when a label is unknown or of another product, ConflictError when the old label cannot be
 * replaced or the new one is in use.
 */
export async function reprintUnit(db: Database, input: ReprintInput): Promise<{ voidedAt: string }> {
  const { partyRef, old, replacement, note, actorRef } = parseInput(reprintSchema, input)
  if (old.batchNo === replacement.batchNo && old.index === replacement.index) {
    throw new InputError('replacement', 'replacement: must be another label than the old one')
  }
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const numbers = [...new Set([old.batchNo, replacement.batchNo])].sort((a, b) => a - b)
    const batches = new Map<number, LockedBatch>()
    for (const each of numbers) batches.set(each, await lockOwnBatch(client, partyNo, each))
    const [oldBatch, newBatch] = [batches.get(old.batchNo), batches.get(replacement.batchNo)]
    if (!oldBatch || !newBatch) throw new Error('a locked batch is missing')
    if (oldBatch.productRef !== newBatch.productRef) {
      throw new InputError('replacement.batchNo', 'replacement.batchNo: the new label is of another product')
    }
    const known = await unitHistoryRows(client, partyNo, replacement.batchNo, replacement.index)
    if (known.some((entry) => entry.action === 'replace' || (entry.done && entry.action !== 'commission'))) {
      throw new ConflictError('The new label is in use already')
    }
    const now = new Date()
    const oldBefore = await effectiveState(client, oldBatch, old.index)
    const what = { ...NOWHERE, first: old.index, last: old.index, note, actorRef, other: replacement }
    const voided = await changeStretch(client, oldBatch, { ...what, action: 'reprint' }, now, 'old.index')
    if (voided.changed === 0) throw new ConflictError(`The old label cannot be replaced: ${voided.refused[0]?.reason}`)
    const newStretch = { ...NOWHERE, first: replacement.index, last: replacement.index, note, actorRef, other: old }
    checkIndexes(newBatch, newStretch.last, 'replacement.index')
    if (oldBefore === 'active' && (await effectiveState(client, newBatch, replacement.index)) === 'issued') {
      await changeStretch(client, newBatch, { ...newStretch, action: 'commission' }, now)
    }
    await insertUnitChange(client, {
      ...newStretch,
      ...{ partyNo, batchNo: newBatch.batchNo, action: 'replace', changed: 1, refused: 0 },
      ...{ place: null, at: now },
    })
    return { voidedAt: voided.at }
  })
}

/** What happened to a unit, refused attempts included, oldest first. Throws InputError when there is no such unit. */
export async function unitHistory(db: Database, unit: { batchNo: number; index: number }): Promise<UnitHistoryEntry[]> {
  const batch = await findLabelBatch(db, 'transaction', unit.batchNo)
  if (!batch) throw new InputError('batchNo', `batchNo: there is no label batch ${unit.batchNo}`)
  checkIndexes(batch, unit.index, 'index')
  return unitHistoryRows(db, batch.partyNo, unit.batchNo, unit.index)
}

interface Stretch {
  first: number
  last: number
  action: UnitAction
  note: string | null
  actorRef: string | null
  placeRef: string | null
  provinceCode: string | null
  other: { batchNo: number; index: number } | null
}

export const NOWHERE = { note: null, actorRef: null, placeRef: null, provinceCode: null, other: null }

/** Locks a batch of the party. Throws InputError when the party has no such batch. */
export async function lockOwnBatch(client: ClientBase, partyNo: number, batchNo: number): Promise<LockedBatch> {
  const batch = await lockBatch(client, batchNo)
  if (!batch || batch.partyNo !== partyNo) {
    throw new InputError('batchNo', `batchNo: the party has no label batch ${batchNo}`)
  }
  return batch
}

function checkIndexes(batch: Pick<LockedBatch, 'batchNo' | 'size'>, last: number, field: string): void {
  if (last >= batch.size) {
    throw new InputError(field, `${field}: batch ${batch.batchNo} has labels 0 to ${batch.size - 1}`)
  }
}

async function effectiveState(client: ClientBase, batch: LockedBatch, index: number): Promise<string> {
  const [own] = await lockOwnStates(client, batch.partyNo, batch.batchNo, index, index, false)
  if (own) return own.state
  const ranges = await unitRanges(client, batch.partyNo, batch.batchNo)
  return ranges.find((range) => range.first <= index && range.last >= index)?.state ?? batch.startsAs
}

/** The whole change inside the caller's transaction; the batch is locked. */
export async function changeStretch(
  client: ClientBase,
  batch: LockedBatch,
  change: Stretch,
  at: Date,
  field = 'last',
): Promise<UnitStateOutcome> {
  checkIndexes(batch, change.last, field)
  const { partyNo, batchNo } = batch
  const { first, last, action, placeRef } = change
  const now = at.getTime()
  const refused = new Map<RefusalReason, number>()
  let changed = 0
  const newState = (state: NewState['state']): NewState => ({
    ...{ state, reason: action, note: change.note, since: now, place: placeRef },
  })
  const count = (reason: RefusalReason, units: number) => {
    if (units > 0) refused.set(reason, (refused.get(reason) ?? 0) + units)
  }

  const apart = action === 'return'
  const own = await lockOwnStates(client, partyNo, batchNo, first, last, apart)
  // What has no state of its own is counted before the others move: none of them may be counted twice.
  const ranges = await unitRanges(client, partyNo, batchNo)
  const after = changeRanges(ranges, batch.startsAs, first, last, (before) => {
    const result = transition(before, action, now, placeRef)
    return 'to' in result ? newState(result.to) : null
  })
  const ownIn = await ownStatesIn(client, partyNo, batchNo, after.pieces)
  let implicit = 0
  for (const [i, piece] of after.pieces.entries()) {
    const units = piece.last - piece.first + 1 - (ownIn[i] ?? 0)
    const result = transition(piece.before, action, now, placeRef)
    if ('to' in result) implicit += units
    else count(result.refused, units)
  }
  changed += implicit
  for (const before of own) {
    const result = transition(before, action, now, placeRef)
    if ('to' in result) {
      await changeOwnStates(client, partyNo, batchNo, first, last, before, newState(result.to), apart)
      changed += before.units
    } else count(result.refused, before.units)
  }
  if (implicit > 0) {
    const [piece] = after.pieces
    const result = piece ? transition(piece.before, action, now, placeRef) : null
    if (first === last && result && 'to' in result) {
      await putOwnState(client, partyNo, batchNo, first, newState(result.to))
    } else await replaceRanges(client, partyNo, batchNo, after.ranges)
  }
  const refusedUnits = [...refused.values()].reduce((sum, units) => sum + units, 0)
  await insertUnitChange(client, {
    ...{ partyNo, batchNo, first, last, action, changed, refused: refusedUnits, at },
    ...{ note: change.note, actorRef: change.actorRef, place: placeRef, provinceCode: change.provinceCode },
    other: change.other,
  })
  if (first === last && refused.has('already_sold')) await markForJudgement(client, partyNo, batchNo, first, at)
  else await markJudged(client, partyNo, batchNo, first, last, at)
  return {
    at: at.toISOString(),
    changed,
    refused: [...refused].map(([reason, units]) => ({ reason, units })),
  }
}
