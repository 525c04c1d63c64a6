import type { ClientBase } from 'pg'
import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { refSchema } from '../identifiers/refs.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { declareError } from '../storage/events.ts'
import { type LotKey, lineage, usedOf, withDescendants } from '../storage/genealogy.ts'
import { ConflictError, parseInput } from '../storage/input-error.ts'
import { lotRecords } from '../storage/lots.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import { findStep, lotTakenIn, restedOn, type StepRecord, voidStep, withdrawLots } from '../storage/steps.ts'
import { rebuildLotTraces } from './lot-trace.ts'
import { lastingPart, stepSchema } from './step-input.ts'
import type { Replacement } from './step-makes.ts'
import { StepRefusal } from './step-refusal.ts'
import { applyStep, type RecordedStep } from './steps.ts'

export const correctionSchema = z.strictObject({
  partyRef: refSchema,
  requestKey: refSchema,
  stepNo: z.uuid(),
  /** Needed once the entry is locked; see `lockOf`. */
  reason: z.string().trim().max(1000).nullable(),
  /** The entry as it should have been; null when it never happened. Lots it names again stay the same lots. */
  replacement: stepSchema.nullable(),
  /** Who of the party corrects it: an id, never a name. Left out where nobody does, e.g. by a program. */
  recordedBy: refSchema.optional(),
})
export type CorrectionInput = z.infer<typeof correctionSchema>

export interface Correction {
  voidedAt: string
  replacement: RecordedStep | null
}

/** Why an entry is locked: its day is over, later steps rest on it, or its lots are printed on labels. */
export type Lock = 'day_over' | 'later_steps' | 'labels_printed'

/** An entry may be mended without a word for this long, as one crosses out a line in a book on the same day. */
const OPEN_FOR_MS = 24 * 3_600_000
const SHORTEST_REASON = 10

const SCOPE = 'lot-correction'

/**
 * Corrects an entry of the journal. The event stays; an EPCIS error declaration (EPCIS 2.0, 7.4.1.2) says that it did not
 * occur or was wrong, and which event takes its place. A locked entry needs a reason of at least 10 characters; an entry
 * that later steps or labels rest on can be replaced, as long as they still hold, and not be taken away.
 * Goods that were handed over and taken in stay so: the receiver strikes its entry first.
 * Throws StepRefusal, InputError, ConflictError; then nothing is changed.
 */
export async function correctStep(db: Database, input: CorrectionInput): Promise<Correction> {
  const correction = parseInput(correctionSchema, input)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, correction.partyRef)
    const { recordedBy, ...said } = correction
    const lasting = { ...said, replacement: said.replacement && lastingPart(said.replacement) }
    const claim = await claimRequestKey(client, partyNo, SCOPE, correction.requestKey, lasting)
    if (!claim.fresh) {
      if (claim.sameBody) return claim.answer as Correction
      throw new ConflictError(`The request key "${correction.requestKey}" was used for another correction`)
    }
    const step = await findStep(client, partyNo, correction.stepNo)
    if (!step) throw new StepRefusal('stepNo', 'step_unknown', 'there is no such entry', {})
    if (step.voidAt !== null) throw new StepRefusal('stepNo', 'step_void', 'the entry was corrected already', {})

    const lot = await lotTakenIn(client, partyNo, step.stepNo)
    if (lot !== null) {
      throw new StepRefusal('stepNo', 'handed_on', `the receiver has taken lot "${lot}" in`, { lot })
    }
    const made = await voidStep(client, partyNo, step.stepNo, {
      reason: correction.reason ?? 'Sửa trong ngày',
      by: recordedBy ?? null,
    })
    const rests = await restedOn(client, partyNo, made)
    const lock = lockOf(step, rests, new Date())
    if (lock !== null && (correction.reason ?? '').length < SHORTEST_REASON) {
      throw new StepRefusal(
        'reason',
        'reason_needed',
        `the entry is locked; say in ${SHORTEST_REASON} characters why`,
        {
          lock,
        },
      )
    }

    const records = await lotRecords(client, partyNo, made)
    const named = new Set(correction.replacement?.outputs.map((output) => output.ref) ?? [])
    const dropped = records.filter((lot) => !named.has(lot.lotRef))
    for (const lot of dropped) {
      const by = rests.find((each) => each.lotNo === lot.lotNo)?.by
      if (by === undefined) continue
      throw by === 'labels'
        ? new StepRefusal('stepNo', 'labels_printed', `labels of lot "${lot.lotCode}" are printed`, {
            lot: lot.lotCode,
          })
        : new StepRefusal('stepNo', 'later_steps', `later steps used lot "${lot.lotCode}"`, { lot: lot.lotCode })
    }
    await withdrawLots(
      client,
      partyNo,
      dropped.map((lot) => lot.lotNo),
    )
    const touched: LotKey[] = made.map((lotNo) => ({ partyNo, lotNo }))
    const replaced = correction.replacement
      ? await applyStep(client, partyNo, correction.replacement, await replacementOf(client, partyNo, step, made))
      : null
    const declared = await declareError(client, partyNo, step.eventHash, {
      reason: replaced ? 'incorrect_data' : 'did_not_occur',
      corrective: replaced ? [replaced.eventHash] : [],
    })
    await rebuildLotTraces(
      client,
      await withDescendants(client, [...touched, ...(replaced?.touched ?? []), ...step.subjects]),
    )
    const answer: Correction = { voidedAt: declared.toISOString(), replacement: replaced?.recorded ?? null }
    await keepAnswer(client, partyNo, SCOPE, correction.requestKey, answer)
    return answer
  })
}

/** Whether an entry is locked, and why; null while it may be mended without a word. */
export function lockOf(
  step: Pick<StepRecord, 'recordedAt'>,
  rests: readonly { by: 'step' | 'labels' }[],
  now: Date,
): Lock | null {
  if (rests.some((each) => each.by === 'labels')) return 'labels_printed'
  if (rests.length > 0) return 'later_steps'
  return now.getTime() - new Date(step.recordedAt).getTime() > OPEN_FOR_MS ? 'day_over' : null
}

async function replacementOf(
  client: ClientBase,
  partyNo: number,
  step: StepRecord,
  made: readonly string[],
): Promise<Replacement> {
  const used = await usedOf(client, partyNo, [...made])
  const later = await lineage(
    client,
    made.map((lotNo) => ({ partyNo, lotNo })),
    'forward',
  )
  const usedFrom = (lotNo: string): string | null =>
    later.reduce<string | null>(
      (first, each) =>
        each.from.lotNo === lotNo && (first === null || each.happenedAt < first) ? each.happenedAt : first,
      null,
    )
  const records = await lotRecords(client, partyNo, made)
  return {
    stepNo: step.stepNo,
    lots: new Map(
      records.map(({ lotRef, lotNo }) => [lotRef, { lotNo, used: used.get(lotNo) ?? 0, usedFrom: usedFrom(lotNo) }]),
    ),
    descendants: new Set([...made, ...later.flatMap(({ to }) => (to ? [to.lotNo] : []))]),
  }
}
