-- Up Migration
-- Documents whose hashes are in the transparency log, word for word as they were hashed, so that anybody can fetch one, hash it
-- and check its proof. Events are not here: whoever may read one has it through EPCIS.
create table trace.log_document (
  party_no int4 not null references trace.party,
  kind text not null check (kind in ('decision', 'label-batch')),
  subject text not null,
  body text not null,
  logged_at timestamptz not null default now(),
  primary key (party_no, kind, subject)
);
create index log_document_by_subject on trace.log_document (kind, subject);
