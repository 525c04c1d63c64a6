-- Up Migration
-- Decisions and mark licences as verifiable credentials; see docs/decisions/0014-credentials.md.

-- Reference tables: of the platform, not of a party. A status list hides its entries in a crowd, so parties share it.

-- One row a product, locked while its credentials are brought up to date; the highest passport version seen wins.
-- next_day: the next day on which a recognition begins or ends and the credentials must be looked at again.
create table trace.credential_book (
  product_ref text primary key,
  party_no int4 not null references trace.party,
  passport_version int8 not null,
  next_day date
);
create index credential_book_due on trace.credential_book (next_day) where next_day is not null;

-- A bitstring for each purpose, 1 bit an entry. `full_at`: no more indexes are taken from it.
create table trace.status_list (
  list_no int4 primary key,
  size int4 not null check (size between 131072 and 33554432 and size % 8 = 0),
  opened_at timestamptz not null default now(),
  full_at timestamptz
);
insert into trace.status_list (list_no, size) values (1, 131072);
insert into trace.number_range (range_name, next_no, last_no) values ('status_list', 2, 2147483647);

-- An index is drawn at random (W3C Bitstring Status List 1.0, section 2.1) and taken once, for ever.
-- No foreign key: it would lock the row of the one open list for each credential.
create table trace.status_index (
  list_no int4 not null,
  list_index int4 not null,
  primary key (list_no, list_index)
);

-- Insert-only: every signed list that was published, and the hash of its bits.
create table trace.status_publication (
  list_no int4 not null,
  purpose text not null check (purpose in ('revocation', 'suspension')),
  published_at timestamptz not null,
  publication_no uuid not null,
  bits_hash bytea not null,
  token text not null,
  primary key (list_no, purpose, published_at, publication_no)
);

-- Tenant tables.

create table trace.credential (
  party_no int4 not null references trace.party,
  credential_no uuid not null,
  kind text not null check (kind in ('decision', 'mark_licence')),
  product_ref text not null,
  recognition_ref text not null,
  content_hash bytea not null,
  key_id text not null,
  list_no int4 not null,
  list_index int4 not null,
  token text not null,
  issued_at timestamptz not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  suspended_at timestamptz,
  suspended_reason text,
  primary key (party_no, credential_no),
  check ((revoked_at is null) = (revoked_reason is null)),
  check ((suspended_at is null) = (suspended_reason is null)),
  check (suspended_at is null or kind = 'mark_licence')
);
-- At most one live credential of a kind for a recognition.
create unique index credential_live on trace.credential (party_no, product_ref, recognition_ref, kind)
  where revoked_at is null;
create index credential_of_recognition on trace.credential (recognition_ref);
create index credential_revoked on trace.credential (list_no, list_index) where revoked_at is not null;
create index credential_suspended on trace.credential (list_no, list_index) where suspended_at is not null;

-- Insert-only: what happened to a credential, when and why; a suspension that was lifted stays on record.
create table trace.credential_change (
  party_no int4 not null,
  credential_no uuid not null,
  change_no uuid not null,
  change text not null check (change in ('issued', 'revoked', 'suspended', 'resumed')),
  reason text,
  changed_at timestamptz not null,
  primary key (party_no, credential_no, change_no),
  foreign key (party_no, credential_no) references trace.credential (party_no, credential_no)
);
