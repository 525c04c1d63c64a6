-- Up Migration
-- Webhook subscriptions of named queries (EPCIS 2.0, 8.2.5 and 12.7), and the feed they are delivered from.

-- The outbox of events: a row for each transaction that recorded some, written in that transaction. Its place in the feed is
-- given afterwards, in order of record time, once no transaction with an earlier record time can still commit. A row is
-- placed however late it is committed, so none is skipped. Rows go once no subscription waits for them.
create table trace.event_feed (
  party_no int4 not null references trace.party,
  batch_no uuid not null,
  recorded_at timestamptz not null,
  -- Events that turned out to be there already have a number here and no row in trace.event.
  event_nos uuid[] not null,
  place int8,
  primary key (party_no, batch_no)
);
create index event_feed_waiting on trace.event_feed (recorded_at, batch_no) where place is null;
create index event_feed_placed on trace.event_feed (party_no, place) where place is not null;

-- The one row that gives places: whoever holds its lock is the only one who does.
create table trace.event_feed_head (
  feed text primary key check (feed = 'events'),
  place int8 not null,
  -- Record time up to which everything has a place.
  placed_until timestamptz not null
);
insert into trace.event_feed_head (feed, place, placed_until) values ('events', 0, now());

create table trace.subscription (
  party_no int4 not null references trace.party,
  subscription_no uuid not null,
  query_name text not null,
  -- Access it was made with; events are delivered for as long as that is in force.
  token_hash bytea not null references trace.api_token,
  dest text not null,
  -- The subscriber's signatureToken, sealed; null when there is none.
  signature_token bytea,
  epc_format text not null,
  report_if_empty boolean not null,
  initial_record_time timestamptz not null,
  -- Null for a stream.
  schedule jsonb,
  created_at timestamptz not null default now(),
  -- Where in the events recorded before it was made it stands; null when it is past them.
  history jsonb,
  -- Everything in the feed up to here is delivered: the place, and the last event of it.
  place int8 not null,
  event_no uuid not null default 'ffffffff-ffff-ffff-ffff-ffffffffffff',
  -- The run of a schedule that is under way: the place it goes to, and whether it has sent anything yet.
  run_until int8,
  run_sent boolean not null default false,
  -- Events a document has at most; halved when the receiver says 413.
  most_events int4 not null,
  -- Due from then on.
  next_at timestamptz not null,
  failures int4 not null default 0,
  failing_since timestamptz,
  last_error text,
  last_notified_at timestamptz,
  suspended_at timestamptz,
  suspended_reason text,
  -- Who delivers it now, and until when nobody else may.
  holder uuid,
  lease_until timestamptz,
  primary key (party_no, subscription_no),
  foreign key (party_no, query_name) references trace.named_query on delete cascade,
  check ((suspended_at is null) = (suspended_reason is null))
) with (fillfactor = 80);
create index subscription_due on trace.subscription (next_at) where suspended_at is null;
create index subscription_of_query on trace.subscription (party_no, query_name, subscription_no);

-- What was sent and how it went, for the subscriber to see. Kept for 30 days.
create table trace.delivery_attempt (
  party_no int4 not null,
  subscription_no uuid not null,
  attempt_no uuid not null,
  started_at timestamptz not null,
  milliseconds int4 not null,
  event_count int4 not null,
  -- What the receiver answered; null when it did not.
  status int4,
  error text,
  primary key (party_no, subscription_no, attempt_no),
  foreign key (party_no, subscription_no) references trace.subscription on delete cascade
);
create index delivery_attempt_by_time on trace.delivery_attempt (started_at);

-- Without the event's number at its end: with it, the planner takes this index for look-ups by the whole key of an event while
-- a month is new and has no statistics, and reads all of a party's entries each time.
drop index trace.event_by_time;
create index event_by_time on trace.event (party_no, event_time);
