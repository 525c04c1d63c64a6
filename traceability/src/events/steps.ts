import type { ClientBase } from 'pg'
import { partyNoOf } from '../identifiers/parties.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { insertEvents } from '../storage/events.ts'
import { type LotKey, withDescendants } from '../storage/genealogy.ts'
import { ConflictError, InputError, parseInput } from '../storage/input-error.ts'
import { addAreasOfLots } from '../storage/lots.ts'
import { insertRecalledLots, recallsOfAreas, recallsReaching } from '../storage/recalls.ts'
import { claimRequestKey, keepAnswer } from '../storage/request-keys.ts'
import { areaNosOf, certificatesOf } from '../storage/source-areas.ts'
import {
  inheritSourceAreas,
  insertInputs,
  insertOutputs,
  insertStep,
  insertSubjects,
  insertTransfers,
  lockLotsForStep,
  type NewLot,
  noteOrders,
  type TakenLot,
} from '../storage/steps.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import { vietnamDay } from '../verify/recognition-state.ts'
import { amountOf } from './amounts.ts'
import { rebuildLotTraces } from './lot-trace.ts'
import { type MassBalance, massBalance } from './mass-balance.ts'
import { newEventOfStep } from './step-event.ts'
import { lastingPart, type StepInput, stepSchema } from './step-input.ts'
import { amountOfLot, insertMade, newLot, type Replacement } from './step-makes.ts'
import { StepRefusal } from './step-refusal.ts'
import { refuseTwice, type Taken, takeHandedOver, takeOwn, usable } from './step-takes.ts'

export interface StepWarning {
  code: 'unknown_balance' | 'certificate_expired' | 'clock_corrected'
  details: Record<string, string | number>
}

export interface RecordedStep {
  stepNo: string
  /** UTC, corrected by the skew of the phone's clock. */
  happenedAt: string
  balance: MassBalance
  warnings: StepWarning[]
  lots: { ref: string; lotNo: string }[]
}

/** Producers capture offline and send late, so the past is open; the future is not, but for a clock that runs ahead. */
const FUTURE_TOLERANCE_MS = 10 * 60_000
/** A phone off by less than this is on time. */
const SKEW_TOLERANCE_MS = 60_000

/** What may still be done with recalled goods. */
const DISPOSALS = new Set(['destroying', 'returning'])

const SCOPE = 'lot-step'

/**
 * Records one entry of the journal: what was taken, made or looked at becomes lots, genealogy and one EPCIS event, all or
 * nothing. Sent again with the same `requestKey` it answers with the first result.
 * In: amounts as people write them, times with their zone. Out: the step, its mass balance, and what to tell the producer.
 * Throws StepRefusal when the entry contradicts the record, InputError when it is malformed, ConflictError when the key was
 * used for another entry.
 */
export async function recordStep(db: Database, entry: StepInput): Promise<RecordedStep> {
  const input = parseInput(stepSchema, entry)
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, input.partyRef)
    const claim = await claimRequestKey(client, partyNo, SCOPE, input.requestKey, lastingPart(input))
    if (!claim.fresh) {
      if (claim.sameBody) return claim.answer as RecordedStep
      throw new ConflictError(`The request key "${input.requestKey}" was used for another entry`)
    }
    const { recorded, touched } = await applyStep(client, partyNo, input, null)
    await rebuildLotTraces(client, await withDescendants(client, touched))
    await keepAnswer(client, partyNo, SCOPE, input.requestKey, recorded)
    return recorded
  })
}

/**
 * Does what `recordStep` says, inside the caller's transaction, but for what scans show: that is rebuilt by the caller, once
 * for all its steps. Out: also the lots whose story changed.
 */
export async function applyStep(
  client: ClientBase,
  partyNo: number,
  input: StepInput,
  replaces: Replacement | null,
): Promise<{ recorded: RecordedStep; touched: LotKey[]; eventHash: Buffer }> {
  const warnings: StepWarning[] = []
  const { happenedAt, skewMs } = momentOf(input, new Date())
  if (skewMs !== null) warnings.push({ code: 'clock_corrected', details: { seconds: Math.round(skewMs / 1000) } })

  const own = await lockLotsForStep(client, partyNo, [
    ...input.about,
    ...input.inputs.filter((each) => each.partyRef === null).map((each) => each.lotRef),
  ])
  const about = input.about.map((ref, i) => usable(own.get(ref), `about.${i}`, ref, happenedAt))
  const when = { happenedAt, disposes: input.outputs.length === 0 && DISPOSALS.has(input.step) }
  const taken: Taken[] = []
  for (const [i, each] of input.inputs.entries()) {
    taken.push(
      each.partyRef === null || each.partyRef === input.partyRef
        ? takeOwn(own.get(each.lotRef), each, `inputs.${i}`, when)
        : await takeHandedOver(client, partyNo, each.partyRef, each, `inputs.${i}`, when),
    )
  }
  refuseTwice(taken)
  const loop = taken.findIndex((each) => replaces?.descendants.has(each.lotNo))
  if (loop >= 0) {
    throw new StepRefusal(`inputs.${loop}`, 'cycle', 'was itself made of what this step makes', {})
  }

  const stepNo = uuidV7()
  const made = input.outputs.map((output, i) => newLot(output, i, happenedAt, input.sample, replaces))
  const balance = massBalance({
    inputs: taken.map((each) => each.measured),
    additions: input.additions.map((each, i) => (each.amount ? amountOf(each.amount, `additions.${i}.amount`) : null)),
    outputs: made.map(amountOfLot),
  })
  if (balance.kind === 'exceeds') {
    throw new StepRefusal('outputs', 'more_out_than_in', 'more came out than went in', {
      in: balance.in,
      out: balance.out,
      measure: balance.measure,
    })
  }
  if (balance.kind === 'unknown' && taken.length > 0 && made.length > 0) {
    warnings.push({ code: 'unknown_balance', details: {} })
  }

  await insertMade(client, partyNo, made, replaces)
  const event = newEventOfStep({
    stepNo,
    input,
    happenedAt,
    about,
    inputs: taken.map((each) => ({ lotNo: each.lotNo, amount: each.measured })),
    outputs: made.map((lot) => ({ lotNo: lot.lotNo, amount: amountOfLot(lot) })),
  })
  await insertEvents(client, partyNo, [event])
  await insertStep(client, partyNo, {
    stepNo,
    happenedAt,
    clockSkewMs: skewMs,
    eventHash: event.hash,
    yield: balance.kind === 'balanced' ? balance.yield : null,
    body: input,
    replaces: replaces?.stepNo ?? null,
  })
  await insertInputs(client, partyNo, stepNo, taken)
  await insertOutputs(client, partyNo, stepNo, made)
  await insertSubjects(
    client,
    partyNo,
    stepNo,
    about.map((lot) => lot.lotNo),
  )
  await handOver(client, partyNo, stepNo, input, taken)
  await noteOrders(
    client,
    partyNo,
    taken.filter((each) => each.partyNo === partyNo).map((each) => each.lotNo),
    input.orderRefs,
  )
  warnings.push(...(await sourceAreasOf(client, partyNo, input, taken, made, happenedAt)))
  await recallWithInputs(client, partyNo, taken, made)
  return {
    recorded: {
      stepNo,
      happenedAt,
      balance,
      warnings,
      lots: made.map(({ ref, lotNo }) => ({ ref, lotNo })),
    },
    touched: [...about, ...made].map((lot) => ({ partyNo, lotNo: lot.lotNo })),
    eventHash: event.hash,
  }
}

/** When it happened by the server's clock. A phone that runs an hour ahead while it sends did so while it wrote. */
function momentOf(input: StepInput, now: Date): { happenedAt: string; skewMs: number | null } {
  const skew = input.deviceNow === null ? 0 : new Date(input.deviceNow).getTime() - now.getTime()
  const corrects = Math.abs(skew) > SKEW_TOLERANCE_MS
  const happened = new Date(new Date(input.happenedAt).getTime() - (corrects ? skew : 0))
  if (happened.getTime() > now.getTime() + FUTURE_TOLERANCE_MS) {
    throw new StepRefusal('happenedAt', 'in_the_future', 'must not lie in the future', {
      happenedAt: happened.toISOString(),
    })
  }
  return { happenedAt: happened.toISOString(), skewMs: corrects ? Math.max(-2e9, Math.min(2e9, skew)) : null }
}

async function handOver(
  client: ClientBase,
  partyNo: number,
  stepNo: string,
  input: StepInput,
  taken: readonly TakenLot[],
): Promise<void> {
  if (input.handTo === null) return
  const toPartyNo = await partyNoOf(client, input.handTo).catch((error: unknown) => {
    if (error instanceof InputError) throw new InputError('handTo', `handTo: no party "${input.handTo}" is registered`)
    throw error
  })
  if (toPartyNo === partyNo) throw new InputError('handTo', 'handTo: goods are handed to somebody else')
  const foreign = taken.findIndex((each) => each.partyNo !== partyNo)
  if (foreign >= 0) {
    throw new InputError(`inputs.${foreign}`, `inputs.${foreign}: take the goods in first, then hand your own lot over`)
  }
  await insertTransfers(client, partyNo, stepNo, toPartyNo, taken)
}

/** Source areas of what was made: those named, and those of its inputs. Out: certificates that were not valid that day. */
async function sourceAreasOf(
  client: ClientBase,
  partyNo: number,
  input: StepInput,
  taken: readonly TakenLot[],
  made: readonly NewLot[],
  happenedAt: string,
): Promise<StepWarning[]> {
  const madeNos = made.map((lot) => lot.lotNo)
  const areaNos = (await areaNosOf(client, partyNo, input.sourceAreaRefs)).map((areaNo, i) => {
    if (areaNo !== null) return areaNo
    const ref = input.sourceAreaRefs[i] ?? ''
    throw new StepRefusal(`sourceAreaRefs.${i}`, 'area_unknown', `there is no source area "${ref}"`, { area: ref })
  })
  await addAreasOfLots(client, partyNo, madeNos, areaNos)
  const ownInputs = taken.filter((each) => each.partyNo === partyNo).map((each) => each.lotNo)
  await inheritSourceAreas(client, partyNo, ownInputs, madeNos)
  const day = vietnamDay(new Date(happenedAt))
  return (await certificatesOf(client, partyNo, areaNos))
    .filter(({ validTo }) => validTo !== null && validTo < day)
    .map(({ name, validTo }) => ({ code: 'certificate_expired' as const, details: { name, validTo: validTo ?? '' } }))
}

/**
 * What was made of a recalled lot before anybody knew, and is written down after, is recalled as well; so is what comes from a
 * recalled area.
 */
async function recallWithInputs(
  client: ClientBase,
  partyNo: number,
  taken: readonly TakenLot[],
  made: readonly NewLot[],
): Promise<void> {
  if (made.length === 0) return
  const lots = made.map((lot) => ({ partyNo, lotNo: lot.lotNo }))
  const recalls = [
    ...(await recallsReaching(client, taken)),
    ...(await recallsOfAreas(
      client,
      partyNo,
      lots.map((lot) => lot.lotNo),
    )),
  ]
  for (const recall of recalls) await insertRecalledLots(client, recall, lots)
}
