import type { Database } from '../storage/database.ts'
import {
  type CheckpointRow,
  checkpointsBetween,
  ENTRY_LEVEL,
  latestCheckpoint,
  type PlacedLeaf,
  placedLeaves,
  readHead,
  readTiles,
} from '../storage/log.ts'
import { type OpenedCheckpoint, openCheckpoint, parseCheckpoint } from '../verify/checkpoint.ts'
import { HASH_SIZE, leafHash, same } from '../verify/merkle.ts'
import { parseNote, type VerifierKey } from '../verify/signed-note.ts'
import { entriesOf } from './entry-bundle.ts'
import { entryOf } from './leaves.ts'
import { completeRoot, rangeHash, TILE_WIDTH, type TileId, tileWidth } from './tree.ts'

/** What a check of the whole log found; of several differences the first in the order of the leaves. */
export type FsckResult =
  | {
      ok: true
      size: number
      root: Uint8Array
      checkpoints: number
      /** Leaves whose record was compared with their entry. */
      compared: number
      /** Leaves whose salt was erased. */
      forgotten: number
      /** Leaves without a record, as after a replay from a mirror. */
      unrecorded: number
    }
  | {
      ok: false
      /** What differs from what the entries say. */
      part: 'entries' | 'record' | 'tile' | 'head' | 'checkpoint'
      reason: string
    }

/** Bundles read by one statement. */
const BUNDLES_AT_ONCE = 32

/**
 * Recomputes the log from its entries and compares everything derived from them: tiles of every level, records of leaves,
 * the head, and the root of every checkpoint kept; signatures of the newest. In: whom checkpoints must be signed by, null to
 * leave signatures aside. The log may grow meanwhile; what comes after the start is not looked at.
 */
export async function fsck(
  db: Database,
  signedBy: { origin: string; keys: readonly VerifierKey[] } | null = null,
): Promise<FsckResult> {
  const newest = await latestCheckpoint(db)
  const { size, root: headRoot } = await readHead(db)
  if (newest !== null && newest.size > size) {
    return differs('checkpoint', `The newest checkpoint is of ${newest.size} leaves, but the log holds ${size}`)
  }
  const tree = new RecomputedTree()
  const counts = { compared: 0, forgotten: 0, unrecorded: 0 }
  let checkpoints = 0

  for (const row of await checkpointsBetween(db, -1, 0)) {
    const reason = checkpointReason(row, tree)
    if (reason !== null) return differs('checkpoint', reason)
    checkpoints++
  }
  for (let first = 0; first * TILE_WIDTH < size; first += BUNDLES_AT_ONCE) {
    const last = Math.min(first + BUNDLES_AT_ONCE, Math.ceil(size / TILE_WIDTH))
    const until = Math.min(size, last * TILE_WIDTH)
    const bundles = await tilesByNo(db, ENTRY_LEVEL, first, last)
    const hashTiles = await tilesByNo(db, 0, first, last)
    const records = recordsByIndex(await placedLeaves(db, first * TILE_WIDTH, until))

    for (let tileNo = first; tileNo < last; tileNo++) {
      const width = tileWidth(size, { level: 0, tileNo })
      const entries = entriesIn(bundles.get(tileNo), width)
      if (entries === null)
        return differs('entries', `Bundle ${tileNo} does not hold the ${width} entries it must have`)
      const stored = hashTiles.get(tileNo) ?? Buffer.alloc(0)
      for (const [i, entry] of entries.entries()) {
        const index = tileNo * TILE_WIDTH + i
        const hash = leafHash(entry)
        if (!same(stored.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE), hash)) {
          return differs('tile', `Tile ${tileNo} of level 0 and the entry differ at leaf ${index}`)
        }
        const found = recordOf(records.get(index) ?? [], entry)
        if (found === 'other') return differs('record', `The record of leaf ${index} does not open its entry`)
        counts[found]++
        tree.push(hash)
      }
    }
    const upper = await differingTile(db, tree, first, last, size)
    if (upper !== null) return differs('tile', upper)
    for (const row of await checkpointsBetween(db, first * TILE_WIDTH, until)) {
      const reason = checkpointReason(row, tree)
      if (reason !== null) return differs('checkpoint', reason)
      checkpoints++
    }
    tree.dropLeaves()
  }
  const root = tree.rootAt(size)
  if (!same(root, headRoot)) return differs('head', `The head of the log has another root than its ${size} entries`)
  if (newest !== null && signedBy !== null) {
    const opened: OpenedCheckpoint = openCheckpoint(newest.note, signedBy.origin, signedBy.keys)
    if (!opened.ok) return differs('checkpoint', `The newest checkpoint does not verify: ${opened.reason}`)
  }
  return { ok: true, size, root, checkpoints, ...counts }
}

/** Hashes of all levels above the leaves, and the leaves of the stretch under examination. */
class RecomputedTree {
  private leaves = new GrowingHashes()
  private droppedLeaves = 0
  /** By level from 1 on. */
  private readonly levels: GrowingHashes[] = []

  push(leaf: Uint8Array): void {
    this.add(0, leaf)
  }

  rootAt(size: number): Uint8Array {
    return rangeHash({ from: 0, to: size }, (id) => this.tile(id))
  }

  /** The hashes that a tile has so far. */
  tile({ level, tileNo }: TileId): Buffer {
    const from = tileNo * TILE_WIDTH - (level === 0 ? this.droppedLeaves : 0)
    return this.hashes(level).slice(from, from + TILE_WIDTH)
  }

  /** Forgets the leaves of full tiles: only their roots are needed from now on. */
  dropLeaves(): void {
    const full = this.leaves.count - (this.leaves.count % TILE_WIDTH)
    const rest = this.leaves.slice(full, this.leaves.count)
    this.droppedLeaves += full
    this.leaves = new GrowingHashes()
    for (let at = 0; at < rest.length; at += HASH_SIZE) this.leaves.push(rest.subarray(at, at + HASH_SIZE))
  }

  private add(level: number, hash: Uint8Array): void {
    const hashes = this.hashes(level)
    hashes.push(hash)
    if (hashes.count % TILE_WIDTH === 0) {
      this.add(level + 1, completeRoot(hashes.slice(hashes.count - TILE_WIDTH, hashes.count)))
    }
  }

  private hashes(level: number): GrowingHashes {
    if (level === 0) return this.leaves
    const hashes = this.levels[level - 1] ?? new GrowingHashes()
    this.levels[level - 1] = hashes
    return hashes
  }
}

/** Hashes one behind the other, in a buffer that doubles. */
class GrowingHashes {
  count = 0
  private body = Buffer.alloc(TILE_WIDTH * HASH_SIZE)

  push(hash: Uint8Array): void {
    if (this.count * HASH_SIZE === this.body.length)
      this.body = Buffer.concat([this.body, Buffer.alloc(this.body.length)])
    this.body.set(hash, this.count * HASH_SIZE)
    this.count++
  }

  slice(from: number, to: number): Buffer {
    return this.body.subarray(from * HASH_SIZE, Math.min(to, this.count) * HASH_SIZE)
  }
}

/** What a record says of an entry. */
function recordOf(
  records: readonly PlacedLeaf[],
  entry: Uint8Array,
): 'compared' | 'forgotten' | 'unrecorded' | 'other' {
  const [record, twin] = records
  if (twin !== undefined) return 'other'
  if (record === undefined) return 'unrecorded'
  if (record.opening === null) return 'forgotten'
  return same(entryOf({ kind: record.kind, ...record.opening }), entry) ? 'compared' : 'other'
}

function recordsByIndex(leaves: readonly PlacedLeaf[]): Map<number, PlacedLeaf[]> {
  const records = new Map<number, PlacedLeaf[]>()
  for (const leaf of leaves) records.set(leaf.index, [...(records.get(leaf.index) ?? []), leaf])
  return records
}

function entriesIn(bundle: Buffer | undefined, width: number): Uint8Array[] | null {
  if (bundle === undefined) return null
  try {
    const entries = entriesOf(bundle, width)
    return entries.length === width ? entries : null
  } catch {
    return null
  }
}

/** The first tile above level 0 over these bundles that differs from what the leaves give. */
async function differingTile(
  db: Database,
  tree: RecomputedTree,
  first: number,
  last: number,
  size: number,
): Promise<string | null> {
  for (let level = 1; TILE_WIDTH ** level <= size; level++) {
    const under = TILE_WIDTH ** level
    const from = Math.floor(first / under)
    const to = Math.ceil(last / under)
    const stored = await tilesByNo(db, level, from, to)
    for (let tileNo = from; tileNo < to; tileNo++) {
      const hashes = tree.tile({ level, tileNo })
      const body = (stored.get(tileNo) ?? Buffer.alloc(0)).subarray(0, hashes.length)
      if (body.equals(hashes)) continue
      const at = hashes.findIndex((byte, i) => byte !== body[i])
      return `Tile ${tileNo} of level ${level} differs from the entries at its hash ${Math.floor(at / HASH_SIZE)}`
    }
  }
  return null
}

function checkpointReason(row: CheckpointRow, tree: RecomputedTree): string | null {
  const root = tree.rootAt(row.size)
  const note = parseNote(row.note)
  const parsed = note.ok ? parseCheckpoint(note.note.text) : note
  if (!parsed.ok) return `The checkpoint of ${row.size} leaves is malformed: ${parsed.reason}`
  if (parsed.checkpoint.size !== row.size || !same(parsed.checkpoint.root, root) || !same(row.root, root)) {
    return `The checkpoint of ${row.size} leaves has another root than the entries`
  }
  return null
}

async function tilesByNo(db: Database, level: number, from: number, to: number): Promise<Map<number, Buffer>> {
  const wanted = Array.from({ length: to - from }, (_, i) => ({ level, tileNo: from + i }))
  return new Map((await readTiles(db, wanted)).map((tile) => [tile.tileNo, tile.body]))
}

function differs(part: Extract<FsckResult, { ok: false }>['part'], reason: string): FsckResult {
  return { ok: false, part, reason }
}
