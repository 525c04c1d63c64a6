import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import { epcsOf, type StepEvent } from '../events/step-event.ts'
import { onlyRow } from './database.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface NewEvent {
  hash: Buffer
  event: StepEvent
  epcs: { key: string; role: 'epcClass' | 'inputClass' | 'outputClass' }[]
}

/**
 * Appends events that are not there yet, keys first (rule: what must be unique lives in `event_key`). All three tables
 * get the same record time, the database's `now()` of this transaction. Out: how many were new.
 */
export async function insertEvents(client: ClientBase, partyNo: number, events: NewEvent[]): Promise<number> {
  const distinct = [...new Map(events.map((each) => [each.hash.toString('hex'), each])).values()]
  const numbered = distinct.map((each) => ({ ...each, eventNo: uuidV7() }))
  const { rows } = await client.query<{ event_no: string }>(
    `insert into trace.event_key (party_no, event_hash, recorded_at, event_no)
     select $1, event_hash, now(), event_no from unnest($2::bytea[], $3::uuid[]) as k (event_hash, event_no)
     on conflict (party_no, event_hash) do nothing returning event_no`,
    [partyNo, numbered.map((each) => each.hash), numbered.map((each) => each.eventNo)],
  )
  const fresh = new Set(rows.map((row) => row.event_no))
  const added = numbered.filter((each) => fresh.has(each.eventNo))
  if (added.length === 0) return 0
  await client.query(
    `insert into trace.event (party_no, recorded_at, event_no, event_type, event_time, action, biz_step, body)
     select $1, now(), event_no, body->>'type', (body->>'eventTime')::timestamptz, body->>'action', body->>'bizStep', body
       from unnest($2::uuid[], $3::jsonb[]) as e (event_no, body)`,
    [partyNo, added.map((each) => each.eventNo), added.map((each) => JSON.stringify(each.event))],
  )
  const epcs = added.flatMap((each) => each.epcs.map((epc) => ({ ...epc, eventNo: each.eventNo })))
  await client.query(
    `insert into trace.event_epc (party_no, epc_key, recorded_at, event_no, role)
     select $1, epc_key, now(), event_no, role from unnest($2::text[], $3::uuid[], $4::text[]) as e (epc_key, event_no, role)`,
    [partyNo, epcs.map((epc) => epc.key), epcs.map((epc) => epc.eventNo), epcs.map((epc) => epc.role)],
  )
  return added.length
}

/** An event's own name: its hash as a named information URI (CBV 2.0, 8.9; RFC 6920). */
export function eventIdOf(hash: Buffer): string {
  return `ni:///sha-256;${hash.toString('hex')}?ver=CBV2.0`
}

/**
 * Says of a stored event that it did not occur or was wrong: the event is sent again with an errorDeclaration (EPCIS 2.0,
 * 7.4.1.2), the first one stays. Out: the moment of the declaration. Throws when there is no such event.
 */
export async function declareError(
  client: ClientBase,
  partyNo: number,
  hash: Buffer,
  error: { reason: 'did_not_occur' | 'incorrect_data'; corrective: Buffer[] },
): Promise<Date> {
  const { rows } = await client.query<{ body: StepEvent; now: Date }>(
    `select e.body, now() as now from trace.event_key k
       join trace.event e on e.party_no = k.party_no and e.recorded_at = k.recorded_at and e.event_no = k.event_no
      where k.party_no = $1 and k.event_hash = $2`,
    [partyNo, hash],
  )
  const { body, now } = onlyRow({ rows })
  const declaration = {
    ...body,
    eventID: eventIdOf(hash),
    errorDeclaration: {
      declarationTime: now.toISOString(),
      reason: error.reason,
      ...(error.corrective.length > 0 ? { correctiveEventIDs: error.corrective.map(eventIdOf) } : {}),
    },
  }
  // The declaration has the hash of the event it speaks of; its own key tells the two apart.
  const key = createHash('sha256').update('errorDeclaration').update(hash).digest()
  await insertEvents(client, partyNo, [{ hash: key, event: declaration, epcs: epcsOf(body) }])
  return now
}
