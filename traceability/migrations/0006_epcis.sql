-- Up Migration
-- What EPCIS capture and query need beside the events themselves.

-- Access of programs of trading partners. Only a hash of the token is kept; a reference table, so that a token finds its party.
create table trace.api_token (
  token_hash bytea primary key,
  party_no int4 not null references trace.party,
  label text not null,
  may_capture boolean not null,
  may_query boolean not null,
  -- Parties whose events the holder may read beside its own.
  reads int4[] not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz,
  revoked_at timestamptz
);

alter table trace.event
  add column event_id text not null default '',
  add column disposition text,
  add column read_point text,
  add column biz_location text,
  -- Set on error declarations: what EXISTS_errorDeclaration and its times ask for.
  add column error_declared_at timestamptz,
  -- Prefixes of the document the event came with, beyond those of the standard.
  add column context jsonb;
create index event_by_id on trace.event (party_no, event_id);
create index event_by_time on trace.event (party_no, event_time, event_no);

-- In one order on every server, so that a prefix is a range.
alter table trace.event_epc alter column epc_key type text collate "C";

-- Names that senders gave their events (eventID that is no hash): one name, one event.
create table trace.event_name (
  party_no int4 not null references trace.party,
  event_id text not null,
  event_hash bytea not null,
  primary key (party_no, event_id)
);

-- Values that events of a party carry, for the discovery resources; EPCs are read from event_epc.
create table trace.event_value (
  party_no int4 not null references trace.party,
  kind text not null check (kind in ('eventType', 'bizStep', 'bizLocation', 'readPoint', 'disposition')),
  value text not null,
  primary key (party_no, kind, value)
);

create table trace.capture_job (
  party_no int4 not null references trace.party,
  job_no uuid not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  success boolean not null,
  behaviour text not null check (behaviour in ('rollback', 'proceed')),
  event_count int4 not null,
  stored_count int4 not null,
  errors jsonb not null,
  primary key (party_no, job_no)
);

create table trace.named_query (
  party_no int4 not null references trace.party,
  query_name text not null,
  query jsonb not null,
  created_at timestamptz not null default now(),
  primary key (party_no, query_name)
);
