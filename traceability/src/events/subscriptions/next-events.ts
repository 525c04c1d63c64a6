import type { Database } from '../../storage/database.ts'
import { type FeedPosition, feedEvents } from '../../storage/event-feed.ts'
import type { StoredEvent } from '../../storage/event-queries.ts'
import type { ClaimedSubscription, History } from '../../storage/subscriptions.ts'
import type { EpcisQuery } from '../query/conditions.ts'
import { matcherOf, runQuery } from '../query/run-query.ts'

/** A document has at most this many bytes of events, unless one event alone is larger. */
const MOST_BYTES = 1_000_000

/** Events looked at for one document; then what was found is sent, or the place kept. */
const MOST_READ = 5_000
const READ_AT_ONCE = 500

export interface NextEvents {
  events: StoredEvent[]
  history: History | null
  position: FeedPosition
  /** There may be more up to `upTo`. */
  more: boolean
}

/**
 * The next events that a subscription has to deliver, in record order, up to a place of the feed. First what was recorded
 * before it was made, when it asked for that; then what the feed brings. Out: also where it stands once they are delivered.
 */
export async function nextEvents(
  db: Database,
  subscription: Pick<ClaimedSubscription, 'history' | 'position' | 'mostEvents' | 'initialRecordTime'>,
  { reads, query, upTo }: { reads: readonly number[]; query: EpcisQuery; upTo: string },
): Promise<NextEvents> {
  const { history, position, mostEvents } = subscription
  if (history !== null) {
    const inOrder: EpcisQuery = { ...query, orderBy: 'recordTime', direction: 'ASC' }
    const { events, next } = await runQuery(db, reads, inOrder, { perPage: mostEvents, from: history })
    const fitting = events.slice(0, fittingCount(events))
    const last = fitting.at(-1)
    if (last === undefined || fitting.length === events.length) {
      return { events: fitting, history: next, position, more: true }
    }
    return { events: fitting, history: { ...history, ...(await cursorOf(db, last)) }, position, more: true }
  }
  const matches = matcherOf(query)
  const events: StoredEvent[] = []
  let at = position
  let more = true
  let bytes = 0
  for (let read = 0; more && read < MOST_READ; read += READ_AT_ONCE) {
    const found = await feedEvents(db, reads, { after: at, upTo, limit: READ_AT_ONCE })
    for (const event of found.events) {
      if (event.recordedAt >= subscription.initialRecordTime && matches(event)) {
        bytes += sizeOf(event)
        const full = events.length >= mostEvents || (bytes > MOST_BYTES && events.length > 0)
        if (full) return { events, history, position: at, more: true }
        events.push(event)
      }
      at = event.position
    }
    at = found.reached
    more = found.more
  }
  return { events, history, position: at, more }
}

function fittingCount(events: readonly StoredEvent[]): number {
  let bytes = 0
  for (const [i, event] of events.entries()) {
    bytes += sizeOf(event)
    if (bytes > MOST_BYTES && i > 0) return i
  }
  return events.length
}

function sizeOf({ event }: StoredEvent): number {
  return Buffer.byteLength(JSON.stringify(event))
}

/** Record time to the microsecond, which a Date does not hold. */
async function cursorOf(db: Database, event: StoredEvent): Promise<{ at: string; eventNo: string }> {
  const { rows } = await db.query<{ at: string }>(
    `select recorded_at::text as at from trace.event
      where party_no = $1 and event_no = $2 and recorded_at >= $3 and recorded_at < $3::timestamptz + interval '1 millisecond'`,
    [event.partyNo, event.eventNo, event.recordedAt],
  )
  return { at: rows[0]?.at ?? event.recordedAt.toISOString(), eventNo: event.eventNo }
}
