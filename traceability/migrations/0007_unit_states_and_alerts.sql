-- Up Migration
-- Unit states, scratch confirmations, clone alerts. Rules: docs/decisions/0011-ten-rules-for-trace-tables.md.

-- How labels of a batch begin, and whether they carry a hidden scratch code. Immutable like the rest of the batch.
alter table trace.label_batch
  add column starts_as text not null default 'active' check (starts_as in ('active', 'issued')),
  add column scratch boolean not null default false;

-- 'issued' in a row of trace.unit says that the unit has no state of its own: its range or its batch has it.
alter table trace.unit drop constraint unit_status_check;
alter table trace.unit
  add constraint unit_status_check
    check (status in ('issued', 'active', 'sold', 'sample', 'exported', 'locked', 'stolen', 'destroyed', 'void')),
  add column state_reason text,
  add column state_since timestamptz,
  add column state_place text,
  -- What a scan shows of an open alert; null for nearly all units.
  add column alert jsonb;

-- States of stretches of a batch: never overlapping, so that one look backwards along the key finds the one of a unit.
create table trace.unit_range (
  party_no int4 not null references trace.party,
  batch_no int4 not null references trace.label_batch,
  first_ix int4 not null,
  last_ix int4 not null check (last_ix >= first_ix),
  state text not null check (state in ('active', 'sold', 'sample', 'exported', 'locked', 'stolen', 'destroyed', 'void')),
  reason text not null,
  note text,
  since timestamptz not null,
  place text,
  primary key (party_no, batch_no, first_ix)
);

-- Insert-only: every change of state and every refused one, of a unit or a stretch.
create table trace.unit_change (
  party_no int4 not null references trace.party,
  change_no uuid not null,
  batch_no int4 not null references trace.label_batch,
  first_ix int4 not null,
  last_ix int4 not null,
  action text not null,
  changed int4 not null,
  refused int4 not null,
  note text,
  actor_ref text,
  place text,
  province_code text,
  -- The other label of a reprint.
  other_batch_no int4,
  other_unit_ix int4,
  changed_at timestamptz not null,
  primary key (party_no, change_no)
);
create index change_of_unit on trace.unit_change (party_no, batch_no, first_ix, changed_at);
create index change_of_range on trace.unit_change (party_no, batch_no, changed_at) where last_ix > first_ix;

-- Tries of hidden codes; the codes themselves are computed and stored nowhere. device_hash is erased after 90 days.
create table trace.scratch_try (
  party_no int4 not null references trace.party,
  batch_no int4 not null,
  unit_ix int4 not null,
  wrong_tries int4 not null default 0,
  locked_until timestamptz,
  confirmed_at timestamptz,
  province_code text,
  device_hash bytea,
  primary key (party_no, batch_no, unit_ix)
);

-- One row for each unit that was worth a judgement; due_at says when it is to be judged (again), null for never.
create table trace.unit_signal (
  party_no int4 not null references trace.party,
  batch_no int4 not null,
  unit_ix int4 not null,
  due_at timestamptz,
  judged_at timestamptz,
  score float8 not null default 0,
  -- Scans before this moment no longer count: an alert was dismissed.
  counts_from timestamptz,
  public_since timestamptz,
  -- An owner or officer said that the code was shown publicly: no alert is raised any more.
  shown_publicly_at timestamptz,
  seen_before_commissioning boolean not null default false,
  primary key (party_no, batch_no, unit_ix)
) with (fillfactor = 80);
create index unit_signal_due on trace.unit_signal (due_at);
create index unit_signal_early on trace.unit_signal (party_no, batch_no) where seen_before_commissioning;

-- Only counted scans are ever looked for: a program that asks for one code all day must not make its look-ups longer.
drop index trace.scan_of_unit;
create index scan_of_unit on trace.scan (party_no, batch_no, unit_ix, scanned_at) where counted;

-- unit_ix is null for an alert about a whole batch.
create table trace.clone_alert (
  party_no int4 not null references trace.party,
  alert_no uuid not null,
  batch_no int4 not null references trace.label_batch,
  unit_ix int4,
  product_ref text not null,
  kind text not null check (kind in ('copied', 'shown_in_public', 'out_of_use', 'more_units_than_commissioned')),
  level text not null check (level in ('watch', 'suspect')),
  score float8 not null,
  checks int4 not null,
  signals jsonb not null,
  areas jsonb not null,
  province_codes text[] not null,
  opened_at timestamptz not null,
  updated_at timestamptz not null,
  acknowledged_at timestamptz,
  acknowledged_by text,
  case_ref text,
  closed_at timestamptz,
  closed_by text,
  outcome text check (outcome in ('decayed', 'dismissed', 'shown_publicly')),
  note text,
  primary key (party_no, alert_no),
  check ((closed_at is null) = (outcome is null))
);
create unique index clone_alert_open on trace.clone_alert (party_no, batch_no, unit_ix) nulls not distinct
  where closed_at is null;
create index clone_alert_of_product on trace.clone_alert (party_no, product_ref, opened_at);
create index clone_alert_newest on trace.clone_alert (opened_at);

-- Overrides of the default thresholds; one row named 'clones'.
create table trace.clone_setting (
  setting_name text primary key check (setting_name = 'clones'),
  settings jsonb not null,
  changed_at timestamptz not null default now(),
  changed_by text not null
);

-- Clients that try codes or read labels one after the other; the hash is that of the day, erased after 90 days.
create table trace.probing (
  client_hash bytea not null,
  day date not null,
  kind text not null check (kind in ('wrong_codes', 'labels_in_a_row')),
  batch_no int4 not null,
  tries int4 not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (client_hash, day, kind, batch_no)
);
