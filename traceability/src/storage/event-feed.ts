import type { Pool } from 'pg'
import type { EpcisEvent } from '../events/epcis/epcis-event.ts'
import { type Database, inTransaction, onlyRow } from './database.ts'
import type { StoredEvent } from './event-queries.ts'

/** A point of the feed: everything before it and the event itself are done. */
export interface FeedPosition {
  /** A place; a number of 64 bits, as text. */
  place: string
  eventNo: string
}

/** Behind the last event of a place, whichever that is. */
export const WHOLE_PLACE = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/** Who is silent this long in the middle of a recording is not waited for; what it records later gets a later place. */
const LONGEST_WAIT_SECONDS = 300

/**
 * The moment up to which no more events can turn up: the least start of a transaction that has the feed open for writing,
 * or now. A writer locks `event_feed` before it reads the clock for its record time (events.ts), and the lock is seen here
 * until its commit can be seen too; so whoever is not listed is either visible to the next statement or gets a record time
 * behind `clock`. A transaction of another role, whose start may not be seen, holds everything up until it ends.
 */
const HORIZON = `with asked as materialized (select clock_timestamp() as clock)
  select least(clock, (
      select min(coalesce(a.xact_start, h.placed_until)) from pg_locks l
        left join pg_stat_activity a on a.pid = l.pid
        cross join trace.event_feed_head h
       where l.locktype = 'relation' and l.relation = 'trace.event_feed'::regclass and l.mode = 'RowExclusiveLock'
         and l.database = (select oid from pg_database where datname = current_database())
         and l.pid is distinct from pg_backend_pid()
         and (a.xact_start is null or a.xact_start > clock - make_interval(secs => $1))))::text as horizon
    from asked`

const PLACE = `with waiting as (
    select party_no, batch_no, row_number() over (order by recorded_at, batch_no) as n from (
      select party_no, batch_no, recorded_at from trace.event_feed
       where place is null and recorded_at < $1::timestamptz order by recorded_at, batch_no limit $2) oldest
  ), placed as (
    update trace.event_feed f set place = $3::int8 + w.n from waiting w
     where f.party_no = w.party_no and f.batch_no = w.batch_no returning f.recorded_at
  )
  select count(*)::int as placed, max(recorded_at)::text as until from placed`

/**
 * Gives places in the feed, in order of record time, to at most `limit` recordings that are committed and that nothing
 * earlier can follow. Out: how many; 0 also while another process does it. Any number of processes may call it.
 */
export async function placeInFeed(pool: Pool, limit: number): Promise<number> {
  const waiting = await pool.query('select from trace.event_feed where place is null limit 1')
  if (waiting.rowCount === 0) return 0
  // Asked in a transaction of its own before the rows are read: what was not listed is then visible to the statement.
  const { horizon } = onlyRow(await pool.query<{ horizon: string }>(HORIZON, [LONGEST_WAIT_SECONDS]))
  return inTransaction(pool, async (client) => {
    const head = await client.query<{ place: string }>(
      `select place from trace.event_feed_head where feed = 'events' for update skip locked`,
    )
    if (!head.rows[0]) return 0
    const { placed, until } = onlyRow(
      await client.query<{ placed: number; until: string | null }>(PLACE, [horizon, limit, head.rows[0].place]),
    )
    if (placed === 0) return 0
    await client.query(
      `update trace.event_feed_head set place = place + $1, placed_until = greatest(placed_until, $2::timestamptz)
        where feed = 'events'`,
      [placed, until],
    )
    return placed
  })
}

/** The last place given, and the record time up to which everything has one. */
export async function feedHead(db: Database): Promise<{ place: string; placedUntil: string }> {
  return onlyRow(
    await db.query<{ place: string; placedUntil: string }>(
      `select place, placed_until::text as "placedUntil" from trace.event_feed_head where feed = 'events'`,
    ),
  )
}

interface Row {
  place: string
  party_no: number
  event_no: string
  event_id: string
  recorded_at: Date
  event_time: Date
  context: Record<string, string> | null
  body: EpcisEvent
}

/** Recordings looked into at a time. */
const MOST_PLACES = 200

/**
 * Events of some parties in the order of the feed, from behind `after` up to the place `upTo`. `more` tells whether there
 * may be others up to there; `reached` is the point up to which everything was looked at.
 */
export async function feedEvents(
  db: Database,
  parties: readonly number[],
  { after, upTo, limit }: { after: FeedPosition; upTo: string; limit: number },
): Promise<{ events: (StoredEvent & { position: FeedPosition })[]; reached: FeedPosition; more: boolean }> {
  const places = await db.query<{ place: string }>(
    `select place from trace.event_feed where party_no = any ($1::int4[]) and place >= $2 and place <= $3
      order by place limit $4`,
    [parties, after.place, upTo, MOST_PLACES],
  )
  const last = places.rows.length < MOST_PLACES ? upTo : (places.rows.at(-1)?.place ?? upTo)
  const { rows } = await db.query<Row>(
    `select f.place, e.party_no, e.event_no, e.event_id, e.recorded_at, e.event_time, e.context, e.body
       from trace.event_feed f
       join trace.event e on e.party_no = f.party_no and e.recorded_at = f.recorded_at and e.event_no = any (f.event_nos)
      where f.party_no = any ($1::int4[]) and f.place >= $2 and f.place <= $3 and (f.place, e.event_no) > ($2, $4)
      order by f.place, e.event_no limit $5`,
    [parties, after.place, last, after.eventNo, limit],
  )
  const events = rows.map((row) => ({
    partyNo: row.party_no,
    eventNo: row.event_no,
    eventId: row.event_id,
    recordedAt: row.recorded_at,
    eventTime: row.event_time,
    context: row.context,
    event: row.body,
    position: { place: row.place, eventNo: row.event_no },
  }))
  const cut = events.length === limit ? events.at(-1) : undefined
  const reached = cut ? cut.position : { place: last, eventNo: WHOLE_PLACE }
  return { events, reached, more: cut !== undefined || last !== upTo }
}

/** How many events of some parties lie behind a point of the feed, matching or not. */
export async function eventsWaiting(db: Database, parties: readonly number[], place: string): Promise<number> {
  const { waiting } = onlyRow(
    await db.query<{ waiting: number }>(
      `select coalesce(sum(cardinality(event_nos)), 0)::float8 as waiting from trace.event_feed
        where party_no = any ($1::int4[]) and place > $2`,
      [parties, place],
    ),
  )
  return waiting
}

/** Removes what no subscription in force waits for. Out: how many rows. */
export async function pruneFeed(db: Database): Promise<number> {
  const { rowCount } = await db.query(
    `delete from trace.event_feed f where f.place is not null and not exists (
       select from trace.subscription s join trace.api_token t on t.token_hash = s.token_hash
        where s.suspended_at is null and (f.party_no = s.party_no or f.party_no = any (t.reads)) and f.place >= s.place)`,
  )
  return rowCount ?? 0
}
