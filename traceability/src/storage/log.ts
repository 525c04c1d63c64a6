import type { Database } from './database.ts'
import { onlyRow } from './database.ts'

/** Level of `trace.log_tile` that holds entries instead of hashes. */
export const ENTRY_LEVEL = -1

export interface LeafRow {
  partyNo: number
  kind: number
  subject: string
  contentHash: Uint8Array
  salt: Uint8Array
}

export interface TileRow {
  level: number
  tileNo: number
  /** Hashes or entries in it. */
  width: number
  body: Buffer
}

export interface HeadRow {
  size: number
  root: Buffer
}

export interface CheckpointRow {
  size: number
  root: Buffer
  note: string
}

/** Writes leaves that are not there yet. Out: how many were new. */
export async function insertLeaves(db: Database, leaves: readonly LeafRow[]): Promise<number> {
  const { rowCount } = await db.query(
    `insert into trace.log_leaf (party_no, kind, subject, content_hash, salt)
     select * from unnest($1::int4[], $2::int2[], $3::text[], $4::bytea[], $5::bytea[])
     on conflict (party_no, kind, subject) do nothing`,
    [...leafKeys(leaves), leaves.map((leaf) => hexBytes(leaf.contentHash)), leaves.map((leaf) => hexBytes(leaf.salt))],
  )
  return rowCount ?? 0
}

/** The subject of the first of these leaves that is there with another content; null when there is none. */
export async function findConflictingLeaf(db: Database, leaves: readonly LeafRow[]): Promise<string | null> {
  const { rows } = await db.query<{ subject: string }>(
    `select l.subject from unnest($1::int4[], $2::int2[], $3::text[], $4::bytea[])
         as i (party_no, kind, subject, content_hash)
       join trace.log_leaf l using (party_no, kind, subject)
      where l.content_hash is distinct from i.content_hash limit 1`,
    [...leafKeys(leaves), leaves.map((leaf) => hexBytes(leaf.contentHash))],
  )
  return rows[0]?.subject ?? null
}

/** Erases what opens a leaf that has its place. Out: whether there was such a leaf. */
export async function forgetLeaf(db: Database, partyNo: number, kind: number, subject: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update trace.log_leaf set content_hash = null, salt = null
      where party_no = $1 and kind = $2 and subject = $3 and leaf_index is not null`,
    [partyNo, kind, subject],
  )
  return rowCount === 1
}

/** Leaves without a place, those that wait longest first. */
export async function pendingLeaves(db: Database, limit: number): Promise<LeafRow[]> {
  const { rows } = await db.query<{
    party_no: number
    kind: number
    subject: string
    content_hash: Buffer
    salt: Buffer
  }>(
    `select party_no, kind, subject, content_hash, salt from trace.log_leaf
      where leaf_index is null order by queued_at limit $1`,
    [limit],
  )
  return rows.map((row) => ({
    partyNo: row.party_no,
    kind: row.kind,
    subject: row.subject,
    contentHash: row.content_hash,
    salt: row.salt,
  }))
}

/** Gives pending leaves their places. Throws when one of them has a place already. */
export async function placeLeaves(
  db: Database,
  leaves: readonly LeafRow[],
  places: readonly { index: number; prefix: bigint }[],
): Promise<void> {
  const { rowCount } = await db.query(
    `update trace.log_leaf l set leaf_index = i.leaf_index, leaf_prefix = i.leaf_prefix
       from unnest($1::int4[], $2::int2[], $3::text[], $4::int8[], $5::int8[])
         as i (party_no, kind, subject, leaf_index, leaf_prefix)
      where l.party_no = i.party_no and l.kind = i.kind and l.subject = i.subject and l.leaf_index is null`,
    [...leafKeys(leaves), places.map((place) => place.index), places.map((place) => String(place.prefix))],
  )
  if (rowCount !== leaves.length) throw new Error('A leaf of the log was placed by another writer')
}

/**
 * Takes or renews the right to write the log for some seconds, by the database's clock. Out: false while another holder has
 * it or is just writing.
 */
export async function takeLease(db: Database, holder: string, seconds: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update trace.log_head set holder = $1, held_until = clock_timestamp() + make_interval(secs => $2)
      where log_no = (select log_no from trace.log_head
        where log_no = 1 and (holder is null or holder = $1 or held_until < clock_timestamp())
        for update skip locked)`,
    [holder, seconds],
  )
  return rowCount === 1
}

export async function releaseLease(db: Database, holder: string): Promise<void> {
  await db.query('update trace.log_head set holder = null where log_no = 1 and holder = $1', [holder])
}

/** The head, locked until the transaction ends; null when the right to write has passed to another. */
export async function lockHead(db: Database, holder: string): Promise<HeadRow | null> {
  const { rows } = await db.query<{ tree_size: string; root_hash: Buffer }>(
    'select tree_size, root_hash from trace.log_head where log_no = 1 and holder = $1 for update',
    [holder],
  )
  return rows[0] ? { size: Number(rows[0].tree_size), root: rows[0].root_hash } : null
}

export async function readHead(db: Database): Promise<HeadRow> {
  const row = onlyRow(
    await db.query<{ tree_size: string; root_hash: Buffer }>(
      'select tree_size, root_hash from trace.log_head where log_no = 1',
    ),
  )
  return { size: Number(row.tree_size), root: row.root_hash }
}

/** Moves the head on. Throws when it is no longer where the writer found it. */
export async function moveHead(db: Database, from: number, to: number, root: Uint8Array): Promise<void> {
  const { rowCount } = await db.query(
    'update trace.log_head set tree_size = $2, root_hash = $3 where log_no = 1 and tree_size = $1',
    [from, to, Buffer.from(root)],
  )
  if (rowCount !== 1) throw new Error('The log was moved on by another writer')
}

/** Makes tiles. Throws when one is there already (23505). */
export async function insertTiles(db: Database, tiles: readonly TileRow[]): Promise<void> {
  await db.query(
    `insert into trace.log_tile (level, tile_no, width, body)
     select * from unnest($1::int2[], $2::int8[], $3::int2[], $4::bytea[])`,
    [
      tiles.map((tile) => tile.level),
      tiles.map((tile) => tile.tileNo),
      tiles.map((tile) => tile.width),
      tiles.map((tile) => hexBytes(tile.body)),
    ],
  )
}

/** Appends to tiles that are `before` wide. Throws when one has another width. */
export async function growTiles(db: Database, tiles: readonly (TileRow & { before: number })[]): Promise<void> {
  const { rowCount } = await db.query(
    `update trace.log_tile t set width = i.width, body = t.body || i.body
       from unnest($1::int2[], $2::int8[], $3::int2[], $4::int2[], $5::bytea[])
         as i (level, tile_no, before, width, body)
      where t.level = i.level and t.tile_no = i.tile_no and t.width = i.before`,
    [
      tiles.map((tile) => tile.level),
      tiles.map((tile) => tile.tileNo),
      tiles.map((tile) => tile.before),
      tiles.map((tile) => tile.width),
      tiles.map((tile) => hexBytes(tile.body)),
    ],
  )
  if (rowCount !== tiles.length) throw new Error('A tile of the log is not as wide as the tree says')
}

/** The named tiles that are there, in no order. */
export async function readTiles(db: Database, tiles: readonly { level: number; tileNo: number }[]): Promise<TileRow[]> {
  const { rows } = await db.query<{ level: number; tile_no: string; width: number; body: Buffer }>(
    `select t.level, t.tile_no, t.width, t.body from unnest($1::int2[], $2::int8[]) as i (level, tile_no)
       join trace.log_tile t using (level, tile_no)`,
    [tiles.map((tile) => tile.level), tiles.map((tile) => tile.tileNo)],
  )
  return rows.map((row) => ({ level: row.level, tileNo: Number(row.tile_no), width: row.width, body: row.body }))
}

/** One tile, and the size of the newest checkpoint (0 without one). */
export async function readPublicTile(
  db: Database,
  level: number,
  tileNo: number,
): Promise<{ body: Buffer | null; size: number }> {
  const row = onlyRow(
    await db.query<{ body: Buffer | null; tree_size: string }>(
      `select (select body from trace.log_tile where level = $1 and tile_no = $2) as body,
         coalesce((select tree_size from trace.log_checkpoint order by tree_size desc limit 1), 0) as tree_size`,
      [level, tileNo],
    ),
  )
  return { body: row.body, size: Number(row.tree_size) }
}

/** The newest checkpoint; null before the first. */
export async function latestCheckpoint(db: Database): Promise<CheckpointRow | null> {
  const { rows } = await db.query<{ tree_size: string; root_hash: Buffer; note: string }>(
    'select tree_size, root_hash, note from trace.log_checkpoint order by tree_size desc limit 1',
  )
  return rows[0] ? checkpointOf(rows[0]) : null
}

/** Checkpoints of trees of more than `from` and at most `to` leaves, smallest first. */
export async function checkpointsBetween(db: Database, from: number, to: number): Promise<CheckpointRow[]> {
  const { rows } = await db.query<{ tree_size: string; root_hash: Buffer; note: string }>(
    `select tree_size, root_hash, note from trace.log_checkpoint
      where tree_size > $1 and tree_size <= $2 order by tree_size`,
    [from, to],
  )
  return rows.map(checkpointOf)
}

/** Keeps a checkpoint, or new signatures of one. Throws when there is one of the same size with another root. */
export async function storeCheckpoint(db: Database, { size, root, note }: CheckpointRow): Promise<void> {
  const { rowCount } = await db.query(
    `insert into trace.log_checkpoint as c (tree_size, root_hash, note) values ($1, $2, $3)
     on conflict (tree_size) do update set note = excluded.note where c.root_hash = excluded.root_hash`,
    [size, root, note],
  )
  if (rowCount !== 1) throw new Error(`A checkpoint of ${size} leaves with another root was published before`)
}

/** Deletes checkpoints published before a moment, but for the last of each day (UTC). Out: how many. */
export async function thinCheckpoints(db: Database, before: Date): Promise<number> {
  const { rowCount } = await db.query(
    `delete from trace.log_checkpoint where tree_size in (
       select tree_size from (
         select tree_size, row_number() over (
             partition by date_trunc('day', published_at at time zone 'UTC') order by tree_size desc) as place
           from trace.log_checkpoint where published_at < $1) d
        where place > 1)`,
    [before],
  )
  return rowCount ?? 0
}

/** A leaf by its kind and subject, whoever logged it, and the newest checkpoint. Of several the one logged first. */
export async function findLeaf(
  db: Database,
  kind: number,
  subject: string,
): Promise<{ index: number | null; salt: Buffer | null; checkpoint: { size: number; note: string } | null } | null> {
  const { rows } = await db.query<{
    leaf_index: string | null
    salt: Buffer | null
    tree_size: string | null
    note: string | null
  }>(
    `select l.leaf_index, l.salt, c.tree_size, c.note
       from (select leaf_index, salt from trace.log_leaf where subject = $2 and kind = $1
              order by leaf_index nulls last limit 1) l
       left join (select tree_size, note from trace.log_checkpoint order by tree_size desc limit 1) c on true`,
    [kind, subject],
  )
  const row = rows[0]
  if (!row) return null
  return {
    index: row.leaf_index === null ? null : Number(row.leaf_index),
    salt: row.salt,
    checkpoint: row.note === null ? null : { size: Number(row.tree_size), note: row.note },
  }
}

/** Places of leaves whose hash begins with this prefix; nearly always one. */
export async function placesOfPrefix(db: Database, prefix: bigint): Promise<number[]> {
  const { rows } = await db.query<{ leaf_index: string }>(
    'select leaf_index from trace.log_leaf where leaf_prefix = $1 order by leaf_index',
    [String(prefix)],
  )
  return rows.map((row) => Number(row.leaf_index))
}

export interface PlacedLeaf {
  index: number
  kind: number
  subject: string
  /** Null when forgotten. */
  opening: { contentHash: Buffer; salt: Buffer } | null
}

/** Leaves with a place from `from` up to, not including, `to`, in their order. */
export async function placedLeaves(db: Database, from: number, to: number): Promise<PlacedLeaf[]> {
  const { rows } = await db.query<{
    leaf_index: string
    kind: number
    subject: string
    content_hash: Buffer | null
    salt: Buffer | null
  }>(
    `select leaf_index, kind, subject, content_hash, salt from trace.log_leaf
      where leaf_index >= $1 and leaf_index < $2 order by leaf_index`,
    [from, to],
  )
  return rows.map((row) => ({
    index: Number(row.leaf_index),
    kind: row.kind,
    subject: row.subject,
    opening: row.content_hash === null || row.salt === null ? null : { contentHash: row.content_hash, salt: row.salt },
  }))
}

function leafKeys(leaves: readonly LeafRow[]): [number[], number[], string[]] {
  return [leaves.map((leaf) => leaf.partyNo), leaves.map((leaf) => leaf.kind), leaves.map((leaf) => leaf.subject)]
}

function checkpointOf(row: { tree_size: string; root_hash: Buffer; note: string }): CheckpointRow {
  return { size: Number(row.tree_size), root: row.root_hash, note: row.note }
}

/** A byte string as PostgreSQL reads it from text; the driver's own way for lists of them is several times slower. */
function hexBytes(bytes: Uint8Array): string {
  return `\\x${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')}`
}
