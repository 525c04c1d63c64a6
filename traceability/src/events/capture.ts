import { insertCaptureJob } from '../storage/capture-jobs.ts'
import { type Database, inTransaction } from '../storage/database.ts'
import { claimEventNames, eventIdOf, hashOf, insertEvents, type NewEvent } from '../storage/events.ts'
import { uuidV7 } from '../storage/uuid-v7.ts'
import { checkDocument, eventListOf } from './epcis/document-schema.ts'
import type { EpcisEvent } from './epcis/epcis-event.ts'
import { eventHashId } from './epcis/event-hash.ts'
import { type CheckedEvent, checkEvent } from './epcis/event-schema.ts'
import { type Fault, pointerTo } from './epcis/fault.ts'
import { type Namespaces, namespacesOf, STANDARD_NAMESPACES } from './epcis/json-ld-context.ts'
import { EPCIS_JSON_LIMITS, readJson } from './epcis/read-json.ts'

/** What one capture may hold; told to senders in GS1-EPCIS-Capture-Limit and -File-Size-Limit. */
export const CAPTURE_LIMITS = { events: 2_000, bytes: EPCIS_JSON_LIMITS.maxBytes }

/** The faults of a document that is not taken; each with the JSON pointer of its value. */
export class CaptureRefusal extends Error {
  readonly kind: 'ValidationException' | 'CaptureLimitExceededException'
  readonly faults: Fault[]

  constructor(kind: CaptureRefusal['kind'], faults: Fault[]) {
    super(faults[0]?.message ?? 'The document cannot be taken.')
    this.kind = kind
    this.faults = faults
  }
}

/** A capture job (EPCIS 2.0, 12.6.2). */
export interface CaptureJob {
  captureID: string
  createdAt: string
  finishedAt: string
  running: false
  success: boolean
  captureErrorBehaviour: 'rollback' | 'proceed'
  errors: { type: 'epcisException:ValidationException'; title: string; detail: string; pointer: string }[]
}

/**
 * Captures a document (EPCIS 2.0, 12.6.1). It is stored before this ends, so the job it answers with is over: what was
 * accepted cannot be lost. The same event sent twice is stored once.
 * `rollback` stores all events or none; `proceed` stores the good ones and lists the others.
 * Throws CaptureRefusal when the text is no EPCIS document, is too large, or, under `rollback`, an event has a fault.
 */
export async function captureDocument(
  db: Database,
  partyNo: number,
  body: Uint8Array,
  behaviour: 'rollback' | 'proceed',
): Promise<CaptureJob> {
  const createdAt = new Date()
  const { events, faults } = readEvents(body, createdAt)
  const good: (NewEvent & { pointer: string })[] = []
  const bad: Fault[] = [...faults]
  for (const checked of events) {
    if (checked.event === null) bad.push(...checked.faults)
    else good.push({ ...namedEvent(checked.event, checked.namespaces), pointer: checked.pointer })
  }
  if (bad.length > 0 && behaviour === 'rollback') throw new CaptureRefusal('ValidationException', bad)

  return inTransaction(db, async (client) => {
    const taken = await claimEventNames(client, partyNo, good)
    const clashes = [...taken].map((i) => nameClash(good[i]?.pointer ?? ''))
    if (clashes.length > 0 && behaviour === 'rollback') throw new CaptureRefusal('ValidationException', clashes)
    const kept = good.filter((_, i) => !taken.has(i))
    await insertEvents(client, partyNo, kept)
    const job: CaptureJob = {
      captureID: uuidV7(),
      createdAt: createdAt.toISOString(),
      finishedAt: new Date().toISOString(),
      running: false,
      success: bad.length + clashes.length === 0,
      captureErrorBehaviour: behaviour,
      errors: [...bad, ...clashes].map(({ pointer, message }) => ({
        type: 'epcisException:ValidationException' as const,
        title: 'The event is not valid',
        detail: message,
        pointer,
      })),
    }
    await insertCaptureJob(client, partyNo, job, { events: events.length, stored: kept.length })
    return job
  })
}

/**
 * Captures a single event (`POST /events`, EPCIS 2.0, 12.5). Out: the ID it is known by.
 * Throws CaptureRefusal with the faults.
 */
export async function captureEvent(db: Database, partyNo: number, body: Uint8Array): Promise<{ eventID: string }> {
  const read = readJson(body, EPCIS_JSON_LIMITS)
  if (!read.ok) throw new CaptureRefusal('ValidationException', read.faults)
  const checked = checkEvent(read.value, { now: Date.now() })
  if (checked.event === null) throw new CaptureRefusal('ValidationException', checked.faults)
  const named = namedEvent(checked.event, checked.namespaces)
  await inTransaction(db, async (client) => {
    const taken = await claimEventNames(client, partyNo, [named])
    if (taken.size > 0) throw new CaptureRefusal('ValidationException', [nameClash('')])
    await insertEvents(client, partyNo, [named])
  })
  return { eventID: named.eventId }
}

function readEvents(body: Uint8Array, now: Date): { events: CheckedEvent[]; faults: Fault[] } {
  if (body.byteLength > CAPTURE_LIMITS.bytes) {
    throw new CaptureRefusal('CaptureLimitExceededException', [
      { pointer: '', message: `The document has ${body.byteLength} bytes; at most ${CAPTURE_LIMITS.bytes} are taken.` },
    ])
  }
  const read = readJson(body, EPCIS_JSON_LIMITS)
  if (!read.ok) throw new CaptureRefusal('ValidationException', read.faults)
  const found = eventListOf(read.value)
  if (found && found.list.length > CAPTURE_LIMITS.events) {
    throw new CaptureRefusal('CaptureLimitExceededException', [
      {
        pointer: found.pointer,
        message: `The document has ${found.list.length} events; at most ${CAPTURE_LIMITS.events} are taken at once. Send it in parts.`,
      },
    ])
  }
  const { faults, events } = checkDocument(read.value, { now: now.getTime() })
  if (faults.length > 0) throw new CaptureRefusal('ValidationException', faults)
  return { events, faults }
}

/**
 * An event with its hash and the name it is asked for by. A hash sent as eventID is not compared: of the standard's own
 * examples most carry the hash of an earlier wording.
 */
function namedEvent(event: EpcisEvent, namespaces: Namespaces): NewEvent {
  const hash = hashOf(eventHashId(event, namespaces))
  return { hash, eventId: event.eventID ?? eventIdOf(hash), event, context: extraContext(event, namespaces) }
}

function extraContext(event: EpcisEvent, namespaces: Namespaces): Record<string, string> | null {
  const inForce = event['@context'] === undefined ? namespaces : namespacesOf(event['@context'], namespaces)
  const extra = [...inForce].filter(([prefix, namespace]) => STANDARD_NAMESPACES.get(prefix) !== namespace)
  return extra.length === 0 ? null : Object.fromEntries(extra)
}

function nameClash(pointer: string): Fault {
  return {
    pointer: pointerTo(pointer, 'eventID'),
    message: 'Another event has this eventID already; an event is never changed.',
  }
}
