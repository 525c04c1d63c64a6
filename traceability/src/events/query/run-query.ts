import type { Database, KeyLookUps } from '../../storage/database.ts'
import { type EventSearch, type StoredEvent, searchEvents } from '../../storage/event-queries.ts'
import { epcsOfEvent } from '../event-index.ts'
import type { Condition, EpcisQuery } from './conditions.ts'
import { QueryError } from './query-error.ts'

/** Where the next page begins: behind this event, among those recorded up to a moment. */
export interface Position {
  at: string
  eventNo: string
  upTo: string
  /** How many events the pages before had. */
  given: number
}

export interface QueryPage {
  events: StoredEvent[]
  next: Position | null
}

/** Rows read at a time, and for one page; a page may come back short, with a token to go on. */
const BATCH = 500
const MOST_READ = 10_000

/**
 * One page of a query's answer over the events of some parties. Pages do not shift while others capture: all of them show
 * what was recorded when the first was asked for.
 * Throws QueryError (QueryTooLargeException) when there are more events than `maxEventCount`.
 */
export async function runQuery(
  db: Database,
  parties: readonly number[],
  query: EpcisQuery,
  { perPage, from, lookUps }: { perPage: number; from: Position | null; lookUps?: KeyLookUps },
): Promise<QueryPage> {
  const { search, fits } = searchOf(query)
  const upTo = from === null ? new Date().toISOString() : from.upTo
  const given = from?.given ?? 0
  const most = query.maxEventCount === null ? Number.POSITIVE_INFINITY : query.maxEventCount + 1
  const wanted = Math.min(
    query.maxEventCount === null ? perPage : most,
    (query.eventCountLimit ?? Number.POSITIVE_INFINITY) - given,
  )
  const events: StoredEvent[] = []
  let after: EventSearch['after'] = from
  let ended = wanted <= 0
  for (let read = 0; !ended && events.length < wanted && read < MOST_READ; ) {
    const limit = fits === null ? Math.min(BATCH, wanted - events.length) : BATCH
    const rows = await searchEvents(db, { ...search, parties, upTo, after, limit }, lookUps)
    read += rows.length
    for (const { at, ...row } of rows) {
      if (events.length >= wanted) break
      after = { at, eventNo: row.eventNo }
      if (fits === null || fits(row)) events.push(row)
    }
    ended = rows.length < limit && events.length < wanted
  }
  if (query.maxEventCount !== null && events.length > query.maxEventCount) {
    throw new QueryError(
      'QueryTooLargeException',
      'maxEventCount',
      `the query has more than ${query.maxEventCount} events.`,
    )
  }
  const total = given + events.length
  const over = ended || query.maxEventCount !== null || total >= (query.eventCountLimit ?? Number.POSITIVE_INFINITY)
  const next = over || after === null ? null : { ...after, upTo, given: total }
  return { events, next }
}

/** Whether an event is one a query asks for; for subscriptions, which see events as they come. */
export function matcherOf(query: EpcisQuery): (stored: StoredEvent) => boolean {
  return (stored) => query.conditions.every((condition) => holds(condition, stored))
}

type Fits = (stored: StoredEvent) => boolean

function searchOf(query: EpcisQuery): {
  search: Omit<EventSearch, 'parties' | 'upTo' | 'after' | 'limit'>
  fits: Fits | null
} {
  const texts: EventSearch['texts'] = {}
  const times: EventSearch['times'] = {}
  const rest: Condition[] = []
  let epcs: EventSearch['epcs'] = null
  let declaredInError = false
  for (const condition of query.conditions) {
    if (condition.kind === 'text' && texts[condition.field] === undefined) texts[condition.field] = condition.values
    else if (condition.kind === 'time') {
      const known = times[condition.field]
      times[condition.field] = { from: condition.from ?? known?.from ?? null, to: condition.to ?? known?.to ?? null }
    } else if (condition.kind === 'declared-in-error') declaredInError = true
    else if (condition.kind === 'epc' && epcs === null) epcs = condition
    else rest.push(condition)
  }
  const fits: Fits | null = rest.length === 0 ? null : (stored) => rest.every((condition) => holds(condition, stored))
  return {
    search: { texts, times, declaredInError, epcs, orderBy: query.orderBy, direction: query.direction },
    fits,
  }
}

function holds(condition: Condition, stored: StoredEvent): boolean {
  const { event } = stored
  switch (condition.kind) {
    case 'text': {
      const value = textOf(condition.field, stored)
      return value !== undefined && condition.values.includes(value)
    }
    case 'time': {
      const at =
        condition.field === 'eventTime'
          ? stored.eventTime.getTime()
          : condition.field === 'recordTime'
            ? stored.recordedAt.getTime()
            : new Date(event.errorDeclaration?.declarationTime ?? Number.NaN).getTime()
      return !(Number.isNaN(at) || at < (condition.from ?? -Infinity) || at >= (condition.to ?? Infinity))
    }
    case 'epc':
      return epcsOfEvent(event).some(
        ({ key, role }) =>
          condition.roles.includes(role) &&
          condition.patterns.some((pattern) => (pattern.prefix ? key.startsWith(pattern.key) : key === pattern.key)),
      )
    case 'declared-in-error':
      return event.errorDeclaration !== undefined
    case 'event':
      return condition.fits(event)
  }
}

function textOf(
  field: Extract<Condition, { kind: 'text' }>['field'],
  { event, eventId }: StoredEvent,
): string | undefined {
  switch (field) {
    case 'eventType':
      return event.type
    case 'action':
      return 'action' in event ? event.action : undefined
    case 'readPoint':
      return event.readPoint?.id
    case 'bizLocation':
      return event.bizLocation?.id
    case 'eventID':
      return eventId
    default:
      return event[field]
  }
}
