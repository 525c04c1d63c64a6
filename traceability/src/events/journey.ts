import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { withDescendants } from '../storage/genealogy.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLot } from '../storage/lots.ts'
import { bodyHash, claimRequestKey } from '../storage/request-keys.ts'
import type { JourneyStep } from '../verify/verdict.ts'
import { rebuildLotTraces } from './lot-trace.ts'
import { confidenceSchema, placeSchema, quantitySchema } from './place.ts'
import { stepWordSchema } from './step-input.ts'
import { applyStep } from './steps.ts'

export const journeyStepSchema = z.strictObject({
  step: stepWordSchema,
  occurredAt: z.iso.datetime({ offset: true, error: 'must be a date and time with its zone, ISO 8601' }),
  place: placeSchema.nullable(),
  note: z.string().max(2000).nullable(),
  quantity: quantitySchema.nullable(),
  confidence: confidenceSchema,
})

const SCOPE = 'journey-step'

/** As for any entry of the journal; see `steps.ts`. */
const CLOCK_TOLERANCE_MS = 10 * 60_000

/**
 * Records journey steps of a lot whose inputs nobody wrote down, each as one append-only EPCIS ObjectEvent. A step with the
 * same content is the same event and is recorded once, however often it is sent. Out: how many were new.
 * Throws InputError when the party has no such lot, or a step is malformed or lies in the future.
 */
export async function recordEvents(
  db: Database,
  partyRef: string,
  lotRef: string,
  steps: readonly JourneyStep[],
): Promise<{ recorded: number }> {
  const checked = parseInput(z.array(journeyStepSchema).max(1000), steps).map((step, i) => {
    const occurredAt = new Date(step.occurredAt)
    if (occurredAt.getTime() > Date.now() + CLOCK_TOLERANCE_MS) {
      throw new InputError(`${i}.occurredAt`, `${i}.occurredAt: must not lie in the future`)
    }
    return { ...step, occurredAt: occurredAt.toISOString() }
  })
  return inTransaction(db, async (client) => {
    const partyNo = await partyNoOf(client, partyRef)
    const lot = await findLot(client, partyNo, lotRef)
    if (!lot) throw new InputError('lotRef', `lotRef: the party has no lot "${lotRef}"`)
    let recorded = 0
    for (const step of checked) {
      const requestKey = bodyHash({ lotRef, ...step }).toString('hex')
      const claim = await claimRequestKey(client, partyNo, SCOPE, requestKey, null)
      if (!claim.fresh) continue
      await applyStep(
        client,
        partyNo,
        {
          partyRef,
          requestKey,
          step: step.step,
          happenedAt: step.occurredAt,
          deviceNow: null,
          place: step.place,
          note: step.note,
          about: [lotRef],
          quantity: step.quantity,
          inputs: [],
          additions: [],
          outputs: [],
          sourceAreaRefs: [],
          handTo: null,
          orderRefs: [],
          evidence: [],
          confidence: step.confidence,
          sample: lot.sample,
        },
        null,
      )
      recorded++
    }
    if (recorded > 0) await rebuildLotTraces(client, await withDescendants(client, [{ partyNo, lotNo: lot.lotNo }]))
    return { recorded }
  })
}

/** One step; see `recordEvents`. */
export async function recordEvent(
  db: Database,
  partyRef: string,
  lotRef: string,
  step: JourneyStep,
): Promise<{ recorded: number }> {
  return recordEvents(db, partyRef, lotRef, [step])
}
