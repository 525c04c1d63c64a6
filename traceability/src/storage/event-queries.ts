import type { EpcisEvent } from '../events/epcis/epcis-event.ts'
import type { EpcPattern, TextField, TimeField } from '../events/query/conditions.ts'
import { type Database, type KeyLookUps, statement } from './database.ts'
import { hashOf } from './events.ts'

/** An event as stored. */
export interface StoredEvent {
  partyNo: number
  eventNo: string
  eventId: string
  recordedAt: Date
  eventTime: Date
  context: Record<string, string> | null
  event: EpcisEvent
}

/** The part of a query that indexes serve. */
export interface EventSearch {
  /** Whose events may be seen. */
  parties: readonly number[]
  texts: Partial<Record<TextField, readonly string[]>>
  times: Partial<Record<TimeField, { from: number | null; to: number | null }>>
  declaredInError: boolean
  /** Any of these in any of these roles; null when the query asks for none. */
  epcs: { roles: readonly string[]; patterns: readonly EpcPattern[] } | null
  orderBy: 'eventTime' | 'recordTime'
  direction: 'ASC' | 'DESC'
  /** Events recorded later are not there for this query: its pages stay the same while others capture. A timestamp. */
  upTo: string
  after: { at: string; eventNo: string } | null
  limit: number
}

interface Row {
  party_no: number
  event_no: string
  event_id: string
  recorded_at: Date
  event_time: Date
  context: Record<string, string> | null
  body: EpcisEvent
  at: string
}

const COLUMNS = 'e.party_no, e.event_no, e.event_id, e.recorded_at, e.event_time, e.context, e.body'

// $1 parties, $2 types, $3 actions, $4 steps, $5 dispositions, $6 read points, $7 locations, $8 ids, $9-$10 event time,
// $11-$12 record time, $13-$14 declaration time, $15 declared in error, $16 up to, $17 after time, $18 after number, $19 limit
const WHERE = `e.party_no = any ($1::int4[])
  and ($2::text[] is null or e.event_type = any ($2)) and ($3::text[] is null or e.action = any ($3))
  and ($4::text[] is null or e.biz_step = any ($4)) and ($5::text[] is null or e.disposition = any ($5))
  and ($6::text[] is null or e.read_point = any ($6)) and ($7::text[] is null or e.biz_location = any ($7))
  and ($8::text[] is null or e.event_id = any ($8))
  and ($9::timestamptz is null or e.event_time >= $9) and ($10::timestamptz is null or e.event_time < $10)
  and ($11::timestamptz is null or e.recorded_at >= $11) and ($12::timestamptz is null or e.recorded_at < $12)
  and ($13::timestamptz is null or e.error_declared_at >= $13) and ($14::timestamptz is null or e.error_declared_at < $14)
  and (not $15::boolean or e.error_declared_at is not null)
  and e.recorded_at <= $16::timestamptz`

// $20 exact keys, $21 roles
const EXACT = `select x.party_no, x.recorded_at, x.event_no from trace.event_epc x
   where x.party_no = any ($1::int4[]) and x.epc_key = any ($20::text[]) and x.role = any ($21::text[])`
// $22-$23 ends of ranges
const RANGES = `select x.party_no, x.recorded_at, x.event_no from unnest($22::text[], $23::text[]) as r (low, high)
   join trace.event_epc x on x.party_no = any ($1::int4[]) and x.epc_key >= r.low and x.epc_key < r.high
    and x.role = any ($21::text[])`

/**
 * Events that an index of identifiers names are read one by one by their key. Left to itself the planner takes a range to
 * find a ninth of all there is, and reads the whole table for that; `offset 0` keeps it from doing so.
 */
const foundIn = (keys: string): string => `(select distinct party_no, recorded_at, event_no from (${keys}) named) found
   cross join lateral (select * from trace.event named
     where named.party_no = found.party_no and named.recorded_at = found.recorded_at and named.event_no = found.event_no
    offset 0) e`

const SOURCES = { all: 'trace.event e', exact: foundIn(EXACT), ranges: foundIn(`${EXACT} union all ${RANGES}`) }

/** One text a combination: constant texts, so that nothing a caller sends can become SQL. */
const STATEMENTS = new Map(
  Object.entries(SOURCES).flatMap(([source, from]) =>
    (['event_time', 'recorded_at'] as const).flatMap((column) =>
      (['ASC', 'DESC'] as const).map((direction) => {
        const beyond = direction === 'ASC' ? '>' : '<'
        const text = `select ${COLUMNS}, e.${column}::text as at from ${from} where ${WHERE}
          and ($17::timestamptz is null or (e.${column}, e.event_no) ${beyond} ($17, $18::uuid))
          order by e.${column} ${direction}, e.event_no ${direction} limit $19`
        return [`${source} ${column} ${direction}`, text] as const
      }),
    ),
  ),
)

/**
 * Events of a search in its order, from behind `after`. Out: with each the text its cursor is made of. Searches for exact
 * identifiers go to `lookUps`: planning them over all months takes longer than carrying them out, and one plan fits them all.
 */
export async function searchEvents(
  db: Database,
  search: EventSearch,
  lookUps: KeyLookUps = { db, pooler: 'transaction' },
): Promise<(StoredEvent & { at: string })[]> {
  const column = search.orderBy === 'eventTime' ? 'event_time' : 'recorded_at'
  const { texts, times, epcs } = search
  const source = epcs === null ? 'all' : epcs.patterns.some((each) => each.prefix) ? 'ranges' : 'exact'
  const text = STATEMENTS.get(`${source} ${column} ${search.direction}`)
  if (text === undefined) throw new Error('no statement for this search')
  const day = (at: number | null | undefined): Date | null => (at === null || at === undefined ? null : new Date(at))
  const values: unknown[] = [
    search.parties,
    texts.eventType ?? null,
    texts.action ?? null,
    texts.bizStep ?? null,
    texts.disposition ?? null,
    texts.readPoint ?? null,
    texts.bizLocation ?? null,
    texts.eventID ?? null,
    day(times.eventTime?.from),
    day(times.eventTime?.to),
    day(times.recordTime?.from),
    day(times.recordTime?.to),
    day(times.errorDeclarationTime?.from),
    day(times.errorDeclarationTime?.to),
    search.declaredInError,
    search.upTo,
    search.after?.at ?? null,
    search.after?.eventNo ?? null,
    search.limit,
  ]
  if (epcs) {
    const exact = epcs.patterns.filter((each) => !each.prefix).map((each) => each.key)
    const ranges = epcs.patterns.filter((each) => each.prefix).map((each) => each.key)
    values.push(exact, epcs.roles, ...(source === 'ranges' ? [ranges, ranges.map(behind)] : []))
  }
  const name = `events_exact_${column}_${search.direction}`
  const { rows } = await (source === 'exact'
    ? lookUps.db.query<Row>(statement(lookUps.pooler, name, text, values))
    : db.query<Row>({ text, values }))
  return rows.map((row) => ({ ...stored(row), at: row.at }))
}

/** The first text that does not begin with a prefix, in byte order. */
function behind(prefix: string): string {
  return `${prefix}\u{10FFFF}`
}

/** One event by the name it came with or by its hash, among those of some parties; the newest, when it was declared in error. */
export async function findEvent(
  db: Database,
  parties: readonly number[],
  eventId: string,
): Promise<StoredEvent | null> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS}, '' as at from trace.event e where e.party_no = any ($1::int4[]) and (e.event_id = $2
        or (e.party_no, e.recorded_at, e.event_no) in (
          select k.party_no, k.recorded_at, k.event_no from trace.event_key k
           where k.party_no = any ($1::int4[]) and k.event_hash = $3))
      order by e.recorded_at desc, e.event_no desc limit 1`,
    [parties, eventId, /^ni:\/\/\/sha-256;[0-9a-f]{64}\?ver=CBV2\.0$/.test(eventId) ? hashOf(eventId) : null],
  )
  return rows[0] ? stored(rows[0]) : null
}

/** Events of a party by their hash; error declarations have keys of their own and are not among them. */
export async function eventsByHash(db: Database, partyNo: number, hashes: readonly Buffer[]): Promise<StoredEvent[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS}, '' as at from trace.event_key k
       join trace.event e on e.party_no = k.party_no and e.recorded_at = k.recorded_at and e.event_no = k.event_no
      where k.party_no = $1 and k.event_hash = any ($2::bytea[])`,
    [partyNo, hashes],
  )
  return rows.map(stored)
}

/** Events of a party that name any of some identifiers, in whatever role, oldest first; error declarations too. */
export async function eventsNaming(
  db: Database,
  partyNo: number,
  epcKeysWanted: readonly string[],
  limit: number,
): Promise<StoredEvent[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS}, '' as at from (
        select distinct x.recorded_at, x.event_no from trace.event_epc x
         where x.party_no = $1 and x.epc_key = any ($2::text[])) found
       join trace.event e on e.party_no = $1 and e.recorded_at = found.recorded_at and e.event_no = found.event_no
      order by e.event_time, e.event_no limit $3`,
    [partyNo, epcKeysWanted, limit],
  )
  return rows.map(stored)
}

/** Values of a kind that events of some parties carry, in byte order, from behind `after`. */
export async function eventValues(
  db: Database,
  parties: readonly number[],
  kind: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ value: string }>(
    `select distinct value collate "C" as value from trace.event_value
      where party_no = any ($1::int4[]) and kind = $2 and ($3::text is null or value collate "C" > $3)
      order by 1 limit $4`,
    [parties, kind, after, limit],
  )
  return rows.map((row) => row.value)
}

/** Identifiers that events of some parties name, in byte order, from behind `after`. */
export async function epcKeys(
  db: Database,
  parties: readonly number[],
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const { rows } = await db.query<{ epc_key: string }>(
    `select distinct epc_key from trace.event_epc
      where party_no = any ($1::int4[]) and ($2::text is null or epc_key > $2) order by 1 limit $3`,
    [parties, after, limit],
  )
  return rows.map((row) => row.epc_key)
}

function stored(row: Row): StoredEvent {
  return {
    partyNo: row.party_no,
    eventNo: row.event_no,
    eventId: row.event_id,
    recordedAt: row.recorded_at,
    eventTime: row.event_time,
    context: row.context,
    event: row.body,
  }
}
