import type { Schedule } from '../events/subscriptions/schedule.ts'
import { type Database, inTransaction, onlyRow } from './database.ts'
import { type FeedPosition, WHOLE_PLACE } from './event-feed.ts'
import type { QueryBody } from './named-queries.ts'
import { uuidV7 } from './uuid-v7.ts'

/** A subscription as its subscriber may see it: the signature token is not among it. */
export interface Subscription {
  partyNo: number
  subscriptionNo: string
  queryName: string
  dest: string
  epcFormat: string
  reportIfEmpty: boolean
  initialRecordTime: Date
  /** Null for a stream. */
  schedule: Schedule | null
  createdAt: Date
  lastNotifiedAt: Date | null
  nextAt: Date
  failures: number
  lastError: string | null
  suspendedAt: Date | null
  suspendedReason: string | null
}

export interface NewSubscription {
  subscriptionNo: string
  queryName: string
  tokenHash: Buffer
  dest: string
  signatureToken: Buffer | null
  epcFormat: string
  reportIfEmpty: boolean
  /** Null for now, by the database's clock: the one that record times come from. */
  initialRecordTime: Date | null
  schedule: Schedule | null
  mostEvents: number
  nextAt: Date
}

/** Where a subscription stands in what was recorded before it was made; the position of a query page. */
export interface History {
  at: string
  eventNo: string
  upTo: string
  given: number
}

/** A subscription in the hands of one worker. */
export interface ClaimedSubscription extends Subscription {
  query: QueryBody
  signatureToken: Buffer | null
  /** Parties whose events it may have; null when its access has ended. */
  reads: number[] | null
  history: History | null
  position: FeedPosition
  /** The place a scheduled run goes to; null between runs. */
  runUntil: string | null
  runSent: boolean
  mostEvents: number
  failingSince: Date | null
}

/** What a delivery, or a look that found nothing, changes. */
export interface Progress {
  history: History | null
  position: FeedPosition
  runUntil: string | null
  runSent: boolean
  mostEvents: number
  nextAt: Date
}

export interface DeliveryAttempt {
  startedAt: Date
  milliseconds: number
  eventCount: number
  status: number | null
  error: string | null
}

interface Row {
  party_no: number
  subscription_no: string
  query_name: string
  dest: string
  epc_format: string
  report_if_empty: boolean
  initial_record_time: Date
  schedule: Schedule | null
  created_at: Date
  last_notified_at: Date | null
  next_at: Date
  failures: number
  last_error: string | null
  suspended_at: Date | null
  suspended_reason: string | null
}

const COLUMNS = `s.party_no, s.subscription_no, s.query_name, s.dest, s.epc_format, s.report_if_empty, s.initial_record_time,
  s.schedule, s.created_at, s.last_notified_at, s.next_at, s.failures, s.last_error, s.suspended_at, s.suspended_reason`

/**
 * Adds a subscription to a named query; what is recorded from now on is delivered, and what was recorded since
 * `initialRecordTime` when that lies in the past. Out: null when the party has no such query, `full` when it has `most`
 * subscriptions already.
 */
export async function insertSubscription(
  db: Database,
  partyNo: number,
  given: NewSubscription,
  most: number,
): Promise<Subscription | 'full' | null> {
  return inTransaction(db, async (client) => {
    // The party's row is locked, so that two requests at once cannot both take the last place.
    await client.query('select from trace.party where party_no = $1 for no key update', [partyNo])
    const found = await client.query(
      'select from trace.named_query where party_no = $1 and query_name = $2 for key share',
      [partyNo, given.queryName],
    )
    if (found.rowCount === 0) return null
    const { count } = onlyRow(
      await client.query<{ count: number }>(
        'select count(*)::int as count from trace.subscription where party_no = $1',
        [partyNo],
      ),
    )
    if (count >= most) return 'full'
    const { rows } = await client.query<Row>(
      `insert into trace.subscription as s (party_no, subscription_no, query_name, token_hash, dest, signature_token, epc_format,
         report_if_empty, initial_record_time, schedule, most_events, next_at, place, history)
       select $1, $2, $3, $4, $5, $6, $7, $8, coalesce($9::timestamptz, now()), $10, $11, $12, h.place,
         case when $9::timestamptz <= h.placed_until then jsonb_build_object('at', $9::timestamptz::text,
           'eventNo', '00000000-0000-0000-0000-000000000000', 'upTo', h.placed_until::text, 'given', 0) end
         from trace.event_feed_head h where h.feed = 'events'
       returning ${COLUMNS}`,
      [
        partyNo,
        given.subscriptionNo,
        given.queryName,
        given.tokenHash,
        given.dest,
        given.signatureToken,
        given.epcFormat,
        given.reportIfEmpty,
        given.initialRecordTime,
        given.schedule === null ? null : JSON.stringify(given.schedule),
        given.mostEvents,
        given.nextAt,
      ],
    )
    return subscription(onlyRow({ rows }))
  })
}

/** Subscriptions of a party to one of its queries, in the order they were made, from behind `after`. */
export async function subscriptionsOf(
  db: Database,
  partyNo: number,
  queryName: string,
  { after, limit }: { after: string | null; limit: number },
): Promise<Subscription[]> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from trace.subscription s
      where s.party_no = $1 and s.query_name = $2 and ($3::uuid is null or s.subscription_no > $3)
      order by s.subscription_no limit $4`,
    [partyNo, queryName, after, limit],
  )
  return rows.map(subscription)
}

export async function findSubscription(
  db: Database,
  partyNo: number,
  queryName: string,
  subscriptionNo: string,
): Promise<Subscription | null> {
  const { rows } = await db.query<Row>(
    `select ${COLUMNS} from trace.subscription s where s.party_no = $1 and s.query_name = $2 and s.subscription_no = $3`,
    [partyNo, queryName, subscriptionNo],
  )
  return rows[0] ? subscription(rows[0]) : null
}

/** Out: false when the party has no such subscription to that query. */
export async function deleteSubscription(
  db: Database,
  partyNo: number,
  queryName: string,
  subscriptionNo: string,
): Promise<boolean> {
  const { rowCount } = await db.query(
    'delete from trace.subscription where party_no = $1 and query_name = $2 and subscription_no = $3',
    [partyNo, queryName, subscriptionNo],
  )
  return rowCount === 1
}

/** The newest delivery attempts of a subscription, newest first. */
export async function deliveryAttempts(
  db: Database,
  partyNo: number,
  subscriptionNo: string,
  limit: number,
): Promise<DeliveryAttempt[]> {
  const { rows } = await db.query<DeliveryAttempt>(
    `select started_at as "startedAt", milliseconds, event_count as "eventCount", status, error from trace.delivery_attempt
      where party_no = $1 and subscription_no = $2 order by attempt_no desc limit $3`,
    [partyNo, subscriptionNo, limit],
  )
  return rows
}

/** Subscriptions with something to do at a moment that nobody has in hand: those longest due first. */
export async function dueSubscriptions(
  db: Database,
  now: Date,
  limit: number,
): Promise<{ partyNo: number; subscriptionNo: string }[]> {
  const { rows } = await db.query<{ partyNo: number; subscriptionNo: string }>(
    `select s.party_no as "partyNo", s.subscription_no as "subscriptionNo"
       from trace.subscription s join trace.api_token t on t.token_hash = s.token_hash
      where s.suspended_at is null and s.next_at <= $1 and (s.lease_until is null or s.lease_until < now())
        and (s.schedule is not null or s.history is not null or s.event_no <> $3 or exists (
          select from trace.event_feed f where f.party_no = any (s.party_no || t.reads) and f.place > s.place))
      order by s.next_at limit $2`,
    [now, limit, WHOLE_PLACE],
  )
  return rows
}

/** Takes a due subscription in hand for a while. Out: null when another worker has it, or it is not due any more. */
export async function claimSubscription(
  db: Database,
  { partyNo, subscriptionNo }: { partyNo: number; subscriptionNo: string },
  { holder, leaseMs, now }: { holder: string; leaseMs: number; now: Date },
): Promise<ClaimedSubscription | null> {
  const { rows } = await db.query<
    Row & {
      query: QueryBody
      signature_token: Buffer | null
      reads: number[] | null
      history: History | null
      place: string
      event_no: string
      run_until: string | null
      run_sent: boolean
      most_events: number
      failing_since: Date | null
    }
  >(
    `update trace.subscription s set holder = $3, lease_until = now() + make_interval(secs => $4::float8 / 1000)
       from trace.named_query q, trace.api_token t
      where s.party_no = $1 and s.subscription_no = $2 and s.suspended_at is null and s.next_at <= $5
        and (s.lease_until is null or s.lease_until < now())
        and q.party_no = s.party_no and q.query_name = s.query_name and t.token_hash = s.token_hash
     returning ${COLUMNS}, q.query, s.signature_token, s.history, s.place, s.event_no, s.run_until, s.run_sent, s.most_events,
       s.failing_since, case when t.revoked_at is null and (t.expires_at is null or t.expires_at > now()) and t.may_query
         then t.reads end as reads`,
    [partyNo, subscriptionNo, holder, leaseMs, now],
  )
  const row = rows[0]
  if (!row) return null
  return {
    ...subscription(row),
    query: row.query,
    signatureToken: row.signature_token,
    reads: row.reads === null ? null : [...new Set([row.party_no, ...row.reads])],
    history: row.history,
    position: { place: row.place, eventNo: row.event_no },
    runUntil: row.run_until,
    runSent: row.run_sent,
    mostEvents: row.most_events,
    failingSince: row.failing_since,
  }
}

type Held = { partyNo: number; subscriptionNo: string; holder: string }

/**
 * Notes how far a subscription has come and, with `attempt`, that a document was delivered; the lease begins anew. Out:
 * false, and nothing is changed, when the subscription is gone or in other hands.
 */
export async function keepProgress(
  db: Database,
  held: Held,
  progress: Progress,
  { attempt, leaseMs }: { attempt: DeliveryAttempt | null; leaseMs: number },
): Promise<boolean> {
  return inTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `update trace.subscription set history = $4, place = $5, event_no = $6, run_until = $7, run_sent = $8, most_events = $9,
         next_at = $10, lease_until = now() + make_interval(secs => $11::float8 / 1000),
         failures = case when $12::timestamptz is null then failures else 0 end,
         failing_since = case when $12::timestamptz is null then failing_since end,
         last_error = case when $12::timestamptz is null then last_error end,
         last_notified_at = coalesce($12::timestamptz, last_notified_at)
        where party_no = $1 and subscription_no = $2 and holder = $3`,
      [
        held.partyNo,
        held.subscriptionNo,
        held.holder,
        progress.history === null ? null : JSON.stringify(progress.history),
        progress.position.place,
        progress.position.eventNo,
        progress.runUntil,
        progress.runSent,
        progress.mostEvents,
        progress.nextAt,
        leaseMs,
        attempt?.startedAt ?? null,
      ],
    )
    if (rowCount === 0) return false
    if (attempt !== null) await insertAttempt(client, held, attempt)
    return true
  })
}

/** Notes a delivery that failed, and lets go of the subscription until `nextAt`; with `suspend`, for good. */
export async function keepFailure(
  db: Database,
  held: Held,
  attempt: DeliveryAttempt,
  { nextAt, mostEvents, suspend }: { nextAt: Date; mostEvents: number; suspend: string | null },
): Promise<void> {
  await inTransaction(db, async (client) => {
    const { rowCount } = await client.query(
      `update trace.subscription set failures = failures + 1, failing_since = coalesce(failing_since, $4), last_error = $5,
         next_at = $6, most_events = $7, suspended_at = case when $8::text is not null then $4::timestamptz end,
         suspended_reason = $8, holder = null, lease_until = null
        where party_no = $1 and subscription_no = $2 and holder = $3`,
      [held.partyNo, held.subscriptionNo, held.holder, attempt.startedAt, attempt.error, nextAt, mostEvents, suspend],
    )
    if (rowCount === 1) await insertAttempt(client, held, attempt)
  })
}

/** Stops deliveries for good, with a reason that the subscriber sees. */
export async function suspendSubscription(db: Database, held: Held, now: Date, reason: string): Promise<void> {
  await db.query(
    `update trace.subscription set suspended_at = $4, suspended_reason = $5, holder = null, lease_until = null
      where party_no = $1 and subscription_no = $2 and holder = $3`,
    [held.partyNo, held.subscriptionNo, held.holder, now, reason],
  )
}

/** Lets another worker have a subscription at once, instead of after its lease. */
export async function releaseSubscription(db: Database, held: Held): Promise<void> {
  await db.query(
    `update trace.subscription set holder = null, lease_until = null
      where party_no = $1 and subscription_no = $2 and holder = $3`,
    [held.partyNo, held.subscriptionNo, held.holder],
  )
}

/** Removes delivery attempts from before a moment. Out: how many. */
export async function pruneAttempts(db: Database, before: Date): Promise<number> {
  const { rowCount } = await db.query('delete from trace.delivery_attempt where started_at < $1', [before])
  return rowCount ?? 0
}

async function insertAttempt(db: Database, held: Held, attempt: DeliveryAttempt): Promise<void> {
  await db.query(
    `insert into trace.delivery_attempt (party_no, subscription_no, attempt_no, started_at, milliseconds, event_count, status, error)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      held.partyNo,
      held.subscriptionNo,
      uuidV7(),
      attempt.startedAt,
      attempt.milliseconds,
      attempt.eventCount,
      attempt.status,
      attempt.error,
    ],
  )
}

function subscription(row: Row): Subscription {
  return {
    partyNo: row.party_no,
    subscriptionNo: row.subscription_no,
    queryName: row.query_name,
    dest: row.dest,
    epcFormat: row.epc_format,
    reportIfEmpty: row.report_if_empty,
    initialRecordTime: row.initial_record_time,
    schedule: row.schedule,
    createdAt: row.created_at,
    lastNotifiedAt: row.last_notified_at,
    nextAt: row.next_at,
    failures: row.failures,
    lastError: row.last_error,
    suspendedAt: row.suspended_at,
    suspendedReason: row.suspended_reason,
  }
}
