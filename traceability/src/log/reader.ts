import type { Database } from '../storage/database.ts'
import { ENTRY_LEVEL, findLeaf, latestCheckpoint, placesOfPrefix, readPublicTile, readTiles } from '../storage/log.ts'
import { LEAF_KINDS, type LeafKind } from '../verify/log-leaf.ts'
import { formatLogProof, leafExtra } from '../verify/log-proof.ts'
import { HASH_SIZE, same } from '../verify/merkle.ts'
import { bundleOf, entriesOf } from './entry-bundle.ts'
import {
  consistencyRanges,
  inclusionRanges,
  type LeafRange,
  rangeHash,
  TILE_WIDTH,
  type TileId,
  type TileSource,
  tilesOf,
  tileWidth,
} from './tree.ts'

const NOTHING = Buffer.alloc(0)

/** The newest signed checkpoint (C2SP tlog-checkpoint); null before the first. */
export async function readCheckpoint(db: Database): Promise<string | null> {
  return (await latestCheckpoint(db))?.note ?? null
}

/**
 * The bytes of a tile, `width` hashes of 32 bytes (256 = full). Null when no published checkpoint covers it: what is not
 * signed yet is not shown, because readers keep tiles for ever.
 */
export async function readTile(db: Database, tile: TileId, width: number = TILE_WIDTH): Promise<Buffer | null> {
  const { body, size } = await readPublicTile(db, tile.level, tile.tileNo)
  if (body === null || tileWidth(size, tile) < width) return null
  return body.subarray(0, width * HASH_SIZE)
}

/** The bytes of an entry bundle of `width` entries (256 = full). Null when no published checkpoint covers it. */
export async function readEntryBundle(
  db: Database,
  tileNo: number,
  width: number = TILE_WIDTH,
): Promise<Buffer | null> {
  const { body, size } = await readPublicTile(db, ENTRY_LEVEL, tileNo)
  if (body === null || tileWidth(size, { level: 0, tileNo }) < width) return null
  return width === TILE_WIDTH ? body : bundleOf(entriesOf(body, width))
}

/** Hashes of ranges, all from one statement. Throws when the log lacks a tile. */
async function hashesOfRanges(db: Database, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const source = await tileSource(db, tilesOf(ranges))
  return ranges.map((range) => rangeHash(range, source))
}

/** The named tiles, read by one statement. */
export async function tileSource(db: Database, tiles: readonly TileId[]): Promise<TileSource> {
  const found = new Map<string, Buffer>()
  for (const { level, tileNo, body } of tiles.length > 0 ? await readTiles(db, tiles) : []) {
    found.set(`${level} ${tileNo}`, body)
  }
  return ({ level, tileNo }) => found.get(`${level} ${tileNo}`) ?? NOTHING
}

/** Root of the log when it had `size` leaves, computed from its tiles. In: 0 <= size <= leaves in the log. */
export async function rootAt(db: Database, size: number): Promise<Uint8Array> {
  const whole = { from: 0, to: size }
  return rangeHash(whole, await tileSource(db, tilesOf([whole])))
}

/** Inclusion proof of the leaf at `index` in the tree of `size` leaves. In: 0 <= index < size <= leaves in the log. */
export async function inclusionProof(db: Database, index: number, size: number): Promise<Uint8Array[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`There is no leaf ${index} in a tree of ${size} leaves`)
  return hashesOfRanges(db, inclusionRanges(index, size))
}

/** Consistency proof from the tree of `from` leaves to that of `to`. In: 0 < from <= to <= leaves in the log. */
export async function consistencyProof(db: Database, from: number, to: number): Promise<Uint8Array[]> {
  if (!(from > 0 && from <= to))
    throw new RangeError('A consistency proof leads from a tree with leaves to a later one')
  return hashesOfRanges(db, consistencyRanges(from, to))
}

/** Place of the leaf with this hash (32 bytes), the first of several; null when the log does not hold it. */
export async function findLeafIndex(db: Database, leafHash: Uint8Array): Promise<number | null> {
  for (const index of await placesOfPrefix(db, leafPrefix(leafHash))) {
    const tile = { level: 0, tileNo: Math.floor(index / TILE_WIDTH) }
    const at = (index % TILE_WIDTH) * HASH_SIZE
    const hash = (await tileSource(db, [tile]))(tile).subarray(at, at + HASH_SIZE)
    if (same(hash, leafHash)) return index
  }
  return null
}

/** First 8 bytes of a leaf hash as PostgreSQL's signed bigint. */
export function leafPrefix(leafHash: Uint8Array): bigint {
  return Buffer.from(leafHash.subarray(0, 8)).readBigInt64BE()
}

/**
 * A proof for other people's tools that a subject is in the log (C2SP tlog-proof, with our extra line). `pending`: queued,
 * and in no published checkpoint yet. `forgotten`: in the log, but its salt was erased. `unknown`: never queued.
 */
export type SubjectProof =
  | { state: 'logged'; proof: string; index: number; size: number }
  | { state: 'pending' | 'forgotten' | 'unknown' }

export async function proofOfSubject(db: Database, kind: LeafKind, subject: string): Promise<SubjectProof> {
  const leaf = await findLeaf(db, LEAF_KINDS[kind], subject)
  if (leaf === null) return { state: 'unknown' }
  const { index, salt, checkpoint } = leaf
  if (index === null || checkpoint === null || index >= checkpoint.size) return { state: 'pending' }
  if (salt === null) return { state: 'forgotten' }
  const hashes = await inclusionProof(db, index, checkpoint.size)
  const proof = formatLogProof({ extra: leafExtra(kind, salt), index, hashes, checkpoint: checkpoint.note })
  return { state: 'logged', proof, index, size: checkpoint.size }
}
