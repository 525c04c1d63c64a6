-- Up Migration
-- What is printed on the labels of a batch. A product that gets a GTIN keeps the codes of batches issued before.
alter table trace.label_batch
  add column gtin text check (gtin ~ '^[0-9]{14}$'),
  add column packed_on date,
  add column best_before date,
  add column printed_lines text[] not null default '{}';
create index label_batch_of_party on trace.label_batch (party_no, batch_no);

-- Short numbers of products, for signed labels: 20 bits on the label. Given when a product's first signed label is made.
insert into trace.number_range (range_name, next_no, last_no) values ('product', 1, 1048575);
create table trace.product_number (
  product_no int4 primary key check (product_no between 1 and 1048575),
  product_ref text not null unique,
  party_no int4 not null references trace.party
);

-- A print run asked for: everything that makes its files, frozen, so that any part can be made again to the byte.
create table trace.label_sheet (
  party_no int4 not null references trace.party,
  sheet_no uuid not null,
  batch_no int4 not null references trace.label_batch,
  body jsonb not null,
  made_at timestamptz not null default now(),
  primary key (party_no, sheet_no)
);
create index label_sheet_of_batch on trace.label_sheet (party_no, batch_no, made_at);
