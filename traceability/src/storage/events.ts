import type { ClientBase } from 'pg'
import { type JourneyEvent, journeyStep, lotUri } from '../events/journey-event.ts'
import type { JourneyStep } from '../verify/verdict.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface NewEvent {
  hash: Buffer
  event: JourneyEvent
  epcs: { key: string; role: 'epcClass' }[]
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

/** The journey of a lot in the order things happened. Visits every month: called when a lot changes, never by a scan. */
export async function journeyOfLot(client: ClientBase, partyNo: number, lotNo: string): Promise<JourneyStep[]> {
  const { rows } = await client.query<{ body: JourneyEvent }>(
    `select e.body from trace.event_epc x
       join trace.event e on e.party_no = x.party_no and e.recorded_at = x.recorded_at and e.event_no = x.event_no
      where x.party_no = $1 and x.epc_key = $2 order by e.event_time, e.event_no`,
    [partyNo, lotUri(lotNo)],
  )
  return rows.map((row) => journeyStep(row.body))
}
