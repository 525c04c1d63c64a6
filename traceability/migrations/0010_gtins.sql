-- Up Migration
-- GTINs of products; see docs/decisions/0016-resolver-and-exports.md.

-- A reference table, so that a GTIN alone finds its product. Insert-only: a GTIN is never given to another product, and labels
-- that carry a former one outlive it. `since` decides which labels were printed with it.
create table trace.gtin (
  gtin text primary key check (gtin ~ '^[0-9]{14}$'),
  party_no int4 not null references trace.party,
  product_ref text not null,
  since timestamptz not null default now()
);
create index gtin_of_product on trace.gtin (party_no, product_ref, since);

-- An export names a lot by its number alone, as events do.
create index lot_by_number on trace.lot (lot_no);
