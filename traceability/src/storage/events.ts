import { createHash } from 'node:crypto'
import type { ClientBase } from 'pg'
import type { EpcisEvent } from '../events/epcis/epcis-event.ts'
import { epcsOfEvent } from '../events/event-index.ts'
import { queueLeaves } from '../log/leaves.ts'
import { onlyRow } from './database.ts'
import { uuidV7 } from './uuid-v7.ts'

export interface NewEvent {
  /** SHA-256 of the event hash ID: what the event is known by. */
  hash: Buffer
  /** The sender's name for it, or its hash as a URI. */
  eventId: string
  event: EpcisEvent
  /** Prefixes beyond the standard's; null when there are none. */
  context: Record<string, string> | null
}

/** An event's own name: its hash as a named information URI (CBV 2.0, 8.9; RFC 6920). */
export function eventIdOf(hash: Buffer): string {
  return `ni:///sha-256;${hash.toString('hex')}?ver=CBV2.0`
}

/** The hash in an event hash ID. Throws when it is none. */
export function hashOf(eventId: string): Buffer {
  const hex = /^ni:\/\/\/sha-256;([0-9a-f]{64})\?ver=CBV2\.0$/.exec(eventId)?.[1]
  if (hex === undefined) throw new Error(`"${eventId}" is no event hash ID`)
  return Buffer.from(hex, 'hex')
}

/**
 * What keeps an event from being stored twice: its hash. An error declaration has the hash of the event it speaks of
 * (EPCIS 2.0, 7.4.1.2), so the reason and the corrections are part of its key.
 */
function keyOf({ hash, event }: NewEvent): Buffer {
  if (event.errorDeclaration === undefined) return hash
  const { reason, correctiveEventIDs } = event.errorDeclaration
  const said = JSON.stringify([reason ?? null, [...(correctiveEventIDs ?? [])].sort()])
  return createHash('sha256').update('errorDeclaration').update(hash).update(said).digest()
}

const ADD_EVENTS = `insert into trace.event (party_no, recorded_at, event_no, event_type, event_time, action, biz_step, disposition,
    read_point, biz_location, error_declared_at, event_id, context, body)
  select $1, $14::timestamptz, e.* from unnest($2::uuid[], $3::text[], $4::timestamptz[], $5::text[], $6::text[], $7::text[],
    $8::text[], $9::text[], $10::timestamptz[], $11::text[], $12::jsonb[], $13::jsonb[]) as e`

// Record time is read when the feed is locked for writing, not when the transaction began: so whoever gives places in the
// feed knows by that lock who may still commit an earlier one (event-feed.ts).
const ADD_KEYS = `with fed as (
    insert into trace.event_feed (party_no, batch_no, recorded_at, event_nos) values ($1, $4, clock_timestamp(), $3::uuid[])
    returning recorded_at
  ), added as (
    insert into trace.event_key (party_no, event_hash, recorded_at, event_no)
    select $1, event_hash, recorded_at, event_no from fed, unnest($2::bytea[], $3::uuid[]) as k (event_hash, event_no)
    on conflict (party_no, event_hash) do nothing returning event_no
  )
  select fed.recorded_at::text, array(select event_no::text from added) as added from fed`

/**
 * Appends events that are not there yet, keys first (rule: what must be unique lives in `event_key`), with a row of the feed
 * that subscriptions are delivered from. All tables get the same record time, the database's clock at that moment. Out:
 * numbers of the new ones, null for each that was there.
 */
export async function insertEvents(
  client: ClientBase,
  partyNo: number,
  events: readonly NewEvent[],
): Promise<(string | null)[]> {
  const numbered = events.map((each) => ({ ...each, key: keyOf(each), eventNo: uuidV7() }))
  // Keys in one order for everybody: two captures with the same events would else wait for each other.
  const distinct = [...new Map(numbered.map((each) => [each.key.toString('hex'), each])).entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, each]) => each)
  if (distinct.length === 0) return []
  const { recorded_at, added: freshNos } = onlyRow(
    await client.query<{ recorded_at: string; added: string[] }>(ADD_KEYS, [
      partyNo,
      distinct.map((each) => hex(each.key)),
      distinct.map((each) => each.eventNo),
      uuidV7(),
    ]),
  )
  const fresh = new Set(freshNos)
  const added = numbered.filter((each) => fresh.has(each.eventNo))
  if (added.length > 0) {
    const of = (value: (event: EpcisEvent) => unknown) => added.map((each) => value(each.event) ?? null)
    await client.query(ADD_EVENTS, [
      partyNo,
      added.map((each) => each.eventNo),
      of((event) => event.type),
      of((event) => event.eventTime),
      of((event) => ('action' in event ? event.action : null)),
      of((event) => event.bizStep),
      of((event) => event.disposition),
      of((event) => event.readPoint?.id),
      of((event) => event.bizLocation?.id),
      of((event) => event.errorDeclaration?.declarationTime),
      added.map((each) => each.eventId),
      added.map((each) => (each.context === null ? null : JSON.stringify(each.context))),
      of((event) => JSON.stringify(event)),
      recorded_at,
    ])
    await insertIndex(client, partyNo, recorded_at, added)
    await queueLeaves(
      client,
      // A declaration has the hash of its event, which has a leaf already; its own key commits to what it adds.
      added.map(({ key }) => ({ partyNo, kind: 'event', subject: eventIdOf(key), contentHash: key })),
    )
  }
  return numbered.map((each) => (fresh.has(each.eventNo) ? each.eventNo : null))
}

async function insertIndex(
  client: ClientBase,
  partyNo: number,
  recordedAt: string,
  added: readonly { eventNo: string; event: EpcisEvent }[],
): Promise<void> {
  const epcs = added.flatMap((each) => epcsOfEvent(each.event).map((epc) => ({ ...epc, eventNo: each.eventNo })))
  if (epcs.length > 0) {
    await client.query(
      `insert into trace.event_epc (party_no, epc_key, recorded_at, event_no, role)
       select $1, epc_key, $5::timestamptz, event_no, role
         from unnest($2::text[], $3::uuid[], $4::text[]) as e (epc_key, event_no, role)`,
      [partyNo, epcs.map((epc) => epc.key), epcs.map((epc) => epc.eventNo), epcs.map((epc) => epc.role), recordedAt],
    )
  }
  const values = new Map<string, readonly [kind: string, value: string]>()
  for (const { event } of added) {
    for (const [kind, value] of valuesOf(event)) values.set(`${kind} ${value}`, [kind, value])
  }
  const sorted = [...values.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair)
  await client.query(
    `insert into trace.event_value (party_no, kind, value)
     select $1, kind, value from unnest($2::text[], $3::text[]) as v (kind, value)
      where not exists (select 1 from trace.event_value k where k.party_no = $1 and k.kind = v.kind and k.value = v.value)
     on conflict do nothing`,
    [partyNo, sorted.map(([kind]) => kind), sorted.map(([, value]) => value)],
  )
}

function valuesOf(event: EpcisEvent): (readonly [kind: string, value: string])[] {
  const named: [string, string | undefined][] = [
    ['eventType', event.type],
    ['bizStep', event.bizStep],
    ['disposition', event.disposition],
    ['readPoint', event.readPoint?.id],
    ['bizLocation', event.bizLocation?.id],
  ]
  return named.flatMap(([kind, value]) => (value === undefined ? [] : [[kind, value] as const]))
}

/** A byte string as PostgreSQL reads it from text; the driver's own way for lists of them is several times slower. */
function hex(bytes: Buffer): string {
  return `\\x${bytes.toString('hex')}`
}

/**
 * Claims names that senders gave their events. Out: those that another event of the party has already, by position.
 * A hash is no name: it follows from the event, or is a stale one that names nothing.
 */
export async function claimEventNames(
  client: ClientBase,
  partyNo: number,
  events: readonly NewEvent[],
): Promise<Set<number>> {
  const named = events.flatMap((each, i) => (each.eventId.startsWith('ni:') ? [] : [{ ...each, i }]))
  if (named.length === 0) return new Set()
  const ordered = [...named].sort((a, b) => (a.eventId < b.eventId ? -1 : 1))
  await client.query(
    `insert into trace.event_name (party_no, event_id, event_hash)
     select $1, * from unnest($2::text[], $3::bytea[]) on conflict do nothing`,
    [partyNo, ordered.map((each) => each.eventId), ordered.map((each) => hex(each.hash))],
  )
  const { rows } = await client.query<{ event_id: string; event_hash: Buffer }>(
    'select event_id, event_hash from trace.event_name where party_no = $1 and event_id = any ($2::text[])',
    [partyNo, named.map((each) => each.eventId)],
  )
  const known = new Map(rows.map((row) => [row.event_id, row.event_hash]))
  return new Set(named.filter((each) => known.get(each.eventId)?.equals(each.hash) === false).map((each) => each.i))
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
  const { rows } = await client.query<{ body: EpcisEvent; context: NewEvent['context']; now: Date }>(
    `select e.body, e.context, now() as now from trace.event_key k
       join trace.event e on e.party_no = k.party_no and e.recorded_at = k.recorded_at and e.event_no = k.event_no
      where k.party_no = $1 and k.event_hash = $2`,
    [partyNo, hash],
  )
  const { body, context, now } = onlyRow({ rows })
  const event: EpcisEvent = {
    ...body,
    eventID: eventIdOf(hash),
    errorDeclaration: {
      declarationTime: now.toISOString(),
      reason: error.reason,
      ...(error.corrective.length > 0 ? { correctiveEventIDs: error.corrective.map(eventIdOf) } : {}),
    },
  }
  await insertEvents(client, partyNo, [{ hash, eventId: eventIdOf(hash), event, context }])
  return now
}
