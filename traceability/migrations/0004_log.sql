-- Up Migration
-- The transparency log (docs/decisions/0013-transparency-log.md).

-- A tenant table: what is to be logged, written in the transaction of the decision, label batch, event or status list itself,
-- and its place once it has one. `content_hash` and `salt` open the public entry; they are erased together when the content
-- must be forgotten. No foreign key: a leaf outlives whatever it speaks of.
create table trace.log_leaf (
  party_no int4 not null,
  kind int2 not null check (kind between 1 and 255),
  subject text not null check (length(subject) between 1 and 300),
  content_hash bytea check (octet_length(content_hash) = 32),
  salt bytea check (octet_length(salt) = 16),
  queued_at timestamptz not null default now(),
  leaf_index int8 check (leaf_index >= 0),
  -- First 8 bytes of the leaf hash, as a number: finds a leaf by its hash at a fifth of the hash's room.
  leaf_prefix int8,
  primary key (party_no, kind, subject),
  check ((content_hash is null) = (salt is null)),
  check (leaf_index is not null or salt is not null),
  check ((leaf_index is null) = (leaf_prefix is null))
);
create index log_leaf_pending on trace.log_leaf (queued_at) where leaf_index is null;
create index log_leaf_place on trace.log_leaf (leaf_index) where leaf_index is not null;
-- Equality alone is asked for, and a hash index keeps four bytes a row whatever the length of the subject.
create index log_leaf_subject on trace.log_leaf using hash (subject);
create index log_leaf_prefix on trace.log_leaf using hash (leaf_prefix);

-- The tables below have a single writer and belong to no party; they stay on one server.

-- Tiles of 256 hashes (C2SP tlog-tiles); level -1 holds the entries themselves. A partial tile is the beginning of the later
-- full one, so a row only ever grows, and every partial tile that was ever served can still be cut from it.
create table trace.log_tile (
  level int2 not null check (level between -1 and 63),
  tile_no int8 not null check (tile_no >= 0),
  width int2 not null check (width between 1 and 256),
  body bytea not null,
  primary key (level, tile_no),
  check (level < 0 or octet_length(body) = 32 * width)
);
-- Hashes do not compress.
alter table trace.log_tile alter column body set storage external;

-- How far the log has come, and who may write it: one row, claimed and moved by conditional updates.
create table trace.log_head (
  log_no int2 primary key check (log_no = 1),
  tree_size int8 not null,
  root_hash bytea not null check (octet_length(root_hash) = 32),
  holder uuid,
  held_until timestamptz not null default '-infinity'
);
insert into trace.log_head (log_no, tree_size, root_hash) values (1, 0, sha256(''));

-- Signed checkpoints. The one of the greatest tree is public.
create table trace.log_checkpoint (
  tree_size int8 primary key,
  root_hash bytea not null check (octet_length(root_hash) = 32),
  note text not null,
  published_at timestamptz not null default now()
);
