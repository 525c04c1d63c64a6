-- Up Migration
-- Layout rules: docs/decisions/0011-ten-rules-for-trace-tables.md. `party_no` leads every key of a tenant table, foreign keys stay
-- inside one party or point to a reference table, time series are partitioned by month on the server's record time.

-- Reference tables: small, immutable once written, read by every party.

-- Numbers are handed out by advancing a row here; gaps are fine, reuse is not.
create table trace.number_range (
  range_name text primary key,
  next_no bigint not null,
  last_no bigint not null
);
insert into trace.number_range (range_name, next_no, last_no)
values ('party', 1, 2147483647), ('label_batch', 1, 268435455);

create table trace.party (
  party_no int4 primary key,
  party_ref text not null unique,
  registered_at timestamptz not null default now()
);

-- Which party a product belongs to, for questions that come with a product alone.
create table trace.product (
  product_ref text primary key,
  party_no int4 not null references trace.party
);

-- A print run: the only row its labels need. batch_no is 28 bits and stands enciphered in each code.
create table trace.label_batch (
  batch_no int4 primary key check (batch_no between 1 and 268435455),
  party_no int4 not null references trace.party,
  product_ref text not null,
  lot_no uuid,
  size int4 not null check (size between 1 and 1048576),
  epoch int2 not null check (epoch between 0 and 31),
  issued_at timestamptz not null default now()
);

-- Tenant tables.

-- Says that a request or message was carried out, and what was answered. Written first, in the same transaction.
create table trace.request_key (
  party_no int4 not null references trace.party,
  scope text not null,
  request_key text not null,
  body_hash bytea not null,
  answer jsonb,
  received_at timestamptz not null default now(),
  primary key (party_no, scope, request_key)
);

create table trace.passport (
  party_no int4 not null references trace.party,
  product_ref text not null,
  version int8 not null,
  body jsonb not null,
  received_at timestamptz not null default now(),
  primary key (party_no, product_ref, version)
);

create table trace.source_area (
  party_no int4 not null references trace.party,
  area_no uuid not null,
  area_ref text not null,
  name text not null,
  place jsonb not null,
  area_hectares float8,
  growers int4,
  certificates jsonb not null,
  confidence text not null,
  sample boolean not null,
  updated_at timestamptz not null default now(),
  primary key (party_no, area_no),
  unique (party_no, area_ref)
);

create table trace.product_source_area (
  party_no int4 not null,
  product_ref text not null,
  area_no uuid not null,
  primary key (party_no, product_ref, area_no),
  foreign key (party_no, area_no) references trace.source_area (party_no, area_no)
);

create table trace.lot (
  party_no int4 not null references trace.party,
  lot_no uuid not null,
  lot_ref text not null,
  product_ref text not null,
  lot_code text not null,
  packed_on date,
  best_before date,
  quantity jsonb,
  status text not null check (status in ('open', 'packed')),
  recalled_at timestamptz,
  recall_reason text,
  recall_advice text,
  sample boolean not null,
  updated_at timestamptz not null default now(),
  primary key (party_no, lot_no),
  unique (party_no, lot_ref),
  check ((recalled_at is null) = (recall_reason is null) and (recalled_at is null) = (recall_advice is null))
);
create index lot_of_product on trace.lot (party_no, product_ref);

create table trace.lot_source_area (
  party_no int4 not null,
  lot_no uuid not null,
  area_no uuid not null,
  primary key (party_no, lot_no, area_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no),
  foreign key (party_no, area_no) references trace.source_area (party_no, area_no)
);
create index lot_of_source_area on trace.lot_source_area (party_no, area_no);

-- What a scan shows of a lot (lot, source areas, journey), rebuilt in the transaction that changes any of them.
create table trace.lot_trace (
  party_no int4 not null,
  lot_no uuid not null,
  version int8 not null,
  body jsonb not null,
  primary key (party_no, lot_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no)
);

-- A partitioned table cannot hold an event unique across months, so this narrow one does.
create table trace.event_key (
  party_no int4 not null references trace.party,
  event_hash bytea not null,
  recorded_at timestamptz not null,
  event_no uuid not null,
  primary key (party_no, event_hash)
);

-- Append-only EPCIS 2.0 events. Partitioned by record time: offline phones back-date events, record time only moves on.
create table trace.event (
  party_no int4 not null,
  recorded_at timestamptz not null,
  event_no uuid not null,
  event_type text not null,
  event_time timestamptz not null,
  action text,
  biz_step text,
  body jsonb not null,
  primary key (party_no, recorded_at, event_no)
) partition by range (recorded_at);

create table trace.event_epc (
  party_no int4 not null,
  epc_key text not null,
  recorded_at timestamptz not null,
  event_no uuid not null,
  role text not null,
  primary key (party_no, epc_key, recorded_at, event_no, role)
) partition by range (recorded_at);

-- A row exists once something has happened to the unit. Counters are coalesced deltas; room is left for in-place updates.
-- No foreign key: it would lock the one row of a popular batch for each first scan.
create table trace.unit (
  party_no int4 not null,
  batch_no int4 not null,
  unit_ix int4 not null,
  status text not null check (status in ('issued', 'void')),
  void_reason text,
  voided_at timestamptz,
  checks int4 not null default 0,
  first_checked_at timestamptz,
  last_checked_at timestamptz,
  primary key (party_no, batch_no, unit_ix)
) with (fillfactor = 80);

-- Insert-only facts. Personal data is device_hash (keyed by day; erased after 90 days) and province_code; nothing else.
create table trace.scan (
  party_no int4 not null,
  scanned_at timestamptz not null,
  scan_no uuid not null,
  batch_no int4 not null,
  unit_ix int4 not null,
  verdict text not null,
  counted boolean not null,
  device_hash bytea,
  province_code text,
  primary key (party_no, scanned_at, scan_no)
) partition by range (scanned_at);
create index scan_of_unit on trace.scan (party_no, batch_no, unit_ix, scanned_at);

-- How far each retention job has come, so that a daily run reads one day and not the whole history.
create table trace.retention_mark (
  job text primary key,
  done_until timestamptz not null
);
