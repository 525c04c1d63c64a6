-- Up Migration
-- What inspectors carry with them; see docs/decisions/0019-inspectors.md.

-- A bundle asks for the products of a province by where their producers are.
create index passport_of_province on trace.passport ((body->'producer'->'place'->>'provinceCode'), party_no, product_ref);

-- Editions that were handed out, so that a later request gets what changed since. A reference table of the platform: it holds
-- hashes of parts, no parts. Editions of more than 30 days ago, and all but the newest 200 of a province, are forgotten.
create table trace.inspection_edition (
  province_code text not null check (province_code ~ '^[0-9]{2}$'),
  -- SHA-256 over the parts, hex: the same parts are the same edition.
  edition text not null check (edition ~ '^[0-9a-f]{64}$'),
  made_at timestamptz not null,
  -- Hash of each part by its name.
  parts jsonb not null,
  primary key (province_code, edition)
);
