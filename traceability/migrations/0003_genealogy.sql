-- Up Migration
-- Where a lot came from and what became of it. A lot has one origin and never a second one, so the graph cannot close into a
-- cycle: a step names lots that exist and makes lots that do not.

alter table trace.lot
  alter column product_ref drop not null,
  add column kind text not null default 'product' check (kind in ('raw', 'intermediate', 'product')),
  -- What a lot is called when it is not a product on sale: "Hạt sen tươi".
  add column material text,
  -- Amounts are whole grams, millilitres or pieces; null when the lot was entered without one.
  add column amount int8 check (amount >= 0),
  add column measure text check (measure in ('g', 'ml', 'piece')),
  add column packs int4 check (packs > 0),
  -- From this moment on the lot can be used: nothing is made from what is not there yet.
  add column available_from timestamptz,
  add column withdrawn_at timestamptz,
  -- Code and name in small letters without marks, for the search of the lot book.
  add column plain_name text not null default '',
  add check ((kind = 'product') = (product_ref is not null)),
  add check (kind = 'product' or material is not null),
  add check ((amount is null) = (measure is null));

create index lot_by_change on trace.lot (party_no, updated_at, lot_no);

-- One entry of the journal. Insert-only but for what a correction adds; `void` steps count for nothing.
create table trace.lot_step (
  party_no int4 not null references trace.party,
  step_no uuid not null,
  step text not null,
  happened_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  -- Milliseconds the reporting phone's clock ran ahead (or behind, negative); happened_at is corrected by it already.
  clock_skew_ms int4,
  event_hash bytea not null,
  -- Out / in of the mass balance; null where it was not weighed.
  yield float8,
  -- The entry as it was accepted, for the lot book and for corrections.
  body jsonb not null,
  replaces_step_no uuid,
  void_at timestamptz,
  void_reason text,
  primary key (party_no, step_no),
  check ((void_at is null) = (void_reason is null))
);
create index lot_step_by_time on trace.lot_step (party_no, happened_at, step_no);

-- What a step took, seen from the step.
create table trace.lot_input (
  party_no int4 not null,
  step_no uuid not null,
  source_party_no int4 not null,
  source_lot_no uuid not null,
  amount int8,
  -- The sender's step that handed the goods over; null for one's own.
  transfer_step_no uuid,
  primary key (party_no, step_no, source_party_no, source_lot_no),
  foreign key (party_no, step_no) references trace.lot_step (party_no, step_no)
);

-- The same edge seen from the lot, kept with the lot's party: one step forward is one look-up.
create table trace.lot_use (
  party_no int4 not null,
  lot_no uuid not null,
  user_party_no int4 not null,
  step_no uuid not null,
  amount int8,
  -- A receiving party takes what the sender's shipping has counted already.
  counted boolean not null,
  void boolean not null default false,
  primary key (party_no, lot_no, user_party_no, step_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no)
);

-- What a step made. A lot is made by one step; a correction replaces the step, and the row moves to the new one.
create table trace.lot_output (
  party_no int4 not null,
  lot_no uuid not null,
  step_no uuid not null,
  amount int8,
  primary key (party_no, lot_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no),
  foreign key (party_no, step_no) references trace.lot_step (party_no, step_no)
);
create index lot_output_of_step on trace.lot_output (party_no, step_no);

-- Lots a step is about without using them up (tested, stored, inspected).
create table trace.lot_subject (
  party_no int4 not null,
  lot_no uuid not null,
  step_no uuid not null,
  primary key (party_no, lot_no, step_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no),
  foreign key (party_no, step_no) references trace.lot_step (party_no, step_no)
);

-- Goods handed to another party: only the party named here may take them in.
create table trace.lot_transfer (
  party_no int4 not null,
  lot_no uuid not null,
  step_no uuid not null,
  to_party_no int4 not null references trace.party,
  amount int8,
  taken int8 not null default 0,
  void boolean not null default false,
  primary key (party_no, lot_no, step_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no),
  foreign key (party_no, step_no) references trace.lot_step (party_no, step_no)
);
create index lot_transfer_by_receiver on trace.lot_transfer (to_party_no, party_no, lot_no);

-- Orders of the shop that hold goods of a lot, told by the shop when it packs.
create table trace.lot_order (
  party_no int4 not null,
  lot_no uuid not null,
  order_ref text not null,
  recorded_at timestamptz not null default now(),
  primary key (party_no, lot_no, order_ref),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no)
);

-- A recall by its cause; `lot_recall` says what it reached, with each lot's own party in the lead.
create table trace.recall (
  party_no int4 not null references trace.party,
  recall_no uuid not null,
  cause text not null check (cause in ('lot', 'source_area')),
  cause_no uuid not null,
  reason text not null,
  advice text not null,
  declared_at timestamptz not null default now(),
  lifted_at timestamptz,
  lift_reason text,
  primary key (party_no, recall_no),
  check ((lifted_at is null) = (lift_reason is null))
);
create index recall_of_cause on trace.recall (party_no, cause, cause_no);

create table trace.lot_recall (
  party_no int4 not null,
  lot_no uuid not null,
  recall_party_no int4 not null,
  recall_no uuid not null,
  primary key (party_no, lot_no, recall_party_no, recall_no),
  foreign key (party_no, lot_no) references trace.lot (party_no, lot_no)
);
create index lot_recall_of_recall on trace.lot_recall (recall_party_no, recall_no);

create index label_batch_of_lot on trace.label_batch (party_no, lot_no);
