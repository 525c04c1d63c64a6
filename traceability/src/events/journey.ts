import { z } from 'zod'
import { partyNoOf } from '../identifiers/parties.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { insertEvents } from '../storage/events.ts'
import { InputError, parseInput } from '../storage/input-error.ts'
import { findLot } from '../storage/lots.ts'
import { bodyHash } from '../storage/request-keys.ts'
import type { JourneyStep } from '../verify/verdict.ts'
import { journeyEvent, lotUri } from './journey-event.ts'
import { rebuildLotTrace } from './lot-trace.ts'
import { confidenceSchema, placeSchema, quantitySchema } from './place.ts'

export const journeyStepSchema = z.strictObject({
  step: z.string().regex(/^[a-z][a-z_]{1,39}$/, 'must be a word of 2 to 40 characters a-z and _'),
  occurredAt: z.iso.datetime({ offset: true, error: 'must be a date and time with its zone, ISO 8601' }),
  place: placeSchema.nullable(),
  note: z.string().max(2000).nullable(),
  quantity: quantitySchema.nullable(),
  confidence: confidenceSchema,
})

/** Producers capture offline and send late, so the past is open; the future is not, but for clocks that run ahead. */
const CLOCK_TOLERANCE_MS = 24 * 3_600_000

/**
 * Records journey steps of a lot as append-only EPCIS ObjectEvents. A step with the same content is the same event and
 * is recorded once, however often it is sent. Out: how many were new.
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
    const uri = lotUri(lot.lotNo)
    const recorded = await insertEvents(
      client,
      partyNo,
      checked.map((step) => {
        const event = journeyEvent(uri, step)
        return { hash: bodyHash(event), event, epcs: [{ key: uri, role: 'epcClass' }] }
      }),
    )
    if (recorded > 0) await rebuildLotTrace(client, partyNo, lot.lotNo)
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
