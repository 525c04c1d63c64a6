import { hash } from 'node:crypto'
import { emptyRoot, HASH_SIZE, largestPowerOf2Below, nodeHash } from '../verify/merkle.ts'

/** Hashes across a tile, and levels of the tree within one (C2SP tlog-tiles). */
export const TILE_WIDTH = 256
export const TILE_HEIGHT = 8

/** A tile by its place. Level 0 holds leaf hashes, level 1 the roots of full tiles of level 0, and so on. */
export interface TileId {
  level: number
  tileNo: number
}

/** Leaves from `from` up to, not including, `to`. */
export interface LeafRange {
  from: number
  to: number
}

/** A node over a complete subtree: over the leaves from `index * 2^height` on, `2^height` of them. */
interface TreeNode {
  height: number
  index: number
}

/** Hands out the hashes stored in a tile, one behind the other; at least as many as the tree of the asked size has there. */
export type TileSource = (tile: TileId) => Buffer

/** How many hashes the tile has in a tree of `size` leaves; 0 when it is not there. */
export function tileWidth(size: number, { level, tileNo }: TileId): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level)
  return Math.max(0, Math.min(TILE_WIDTH, hashes - tileNo * TILE_WIDTH))
}

/** The partial tiles at the right edge of a tree: what appending to it needs to know. At most one a level. */
export function edgeTiles(size: number): TileId[] {
  const tiles: TileId[] = []
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    if (hashes % TILE_WIDTH > 0) tiles.push({ level, tileNo: Math.floor(hashes / TILE_WIDTH) })
  }
  return tiles
}

/** Ranges whose hashes prove the leaf at `index` in a tree of `size` leaves, in the order of RFC 9162 section 2.1.3.1. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = []
  for (let from = 0, to = size; to - from > 1; ) {
    const middle = from + largestPowerOf2Below(to - from)
    if (index < middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  return ranges.reverse()
}

/**
 * Ranges whose hashes prove that the tree of `newSize` leaves continues that of `oldSize`, in the order of RFC 9162 section
 * 2.1.4.1. In: 0 < oldSize <= newSize.
 */
export function consistencyRanges(oldSize: number, newSize: number): LeafRange[] {
  const ranges: LeafRange[] = []
  let from = 0
  let to = newSize
  while (to > oldSize) {
    const middle = from + largestPowerOf2Below(to - from)
    if (oldSize <= middle) {
      ranges.push({ from: middle, to })
      to = middle
    } else {
      ranges.push({ from, to: middle })
      from = middle
    }
  }
  // The older tree is a whole subtree of the newer one when nothing lies to its left: then its root is known anyway.
  if (from > 0) ranges.push({ from, to })
  return ranges.reverse()
}

/** Tiles from which the hashes of ranges are computed, each once. */
export function tilesOf(ranges: readonly LeafRange[]): TileId[] {
  const tiles = new Map<string, TileId>()
  for (const node of ranges.flatMap(nodesOf)) {
    const { level, tileNo } = placeOf(node)
    tiles.set(`${level} ${tileNo}`, { level, tileNo })
  }
  return [...tiles.values()]
}

/** Merkle tree hash of a range that the functions above gave, or of a whole tree. Throws when a tile is too short. */
export function rangeHash(range: LeafRange, source: TileSource): Uint8Array {
  return foldNodes(nodesOf(range).map((node) => nodeHashIn(node, source)))
}

/** Root over complete subtrees from left to right, each smaller than the one before. */
export function foldNodes(hashes: readonly Uint8Array[]): Uint8Array {
  const last = hashes.at(-1)
  if (last === undefined) return emptyRoot()
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right), last)
}

/** The complete subtrees a range consists of, from left to right. */
function nodesOf({ from, to }: LeafRange): TreeNode[] {
  const nodes: TreeNode[] = []
  for (let start = from; start < to; ) {
    let height = 0
    while (start + 2 ** (height + 1) <= to) height++
    nodes.push({ height, index: start / 2 ** height })
    start += 2 ** height
  }
  return nodes
}

/** Where a node is found: its tile, and the hashes of that tile it stands over. */
function placeOf({ height, index }: TreeNode): TileId & { offset: number; width: number } {
  const level = Math.floor(height / TILE_HEIGHT)
  const width = 2 ** (height % TILE_HEIGHT)
  const tileNo = Math.floor((index * width) / TILE_WIDTH)
  return { level, tileNo, offset: index * width - tileNo * TILE_WIDTH, width }
}

function nodeHashIn(node: TreeNode, source: TileSource): Uint8Array {
  const { level, tileNo, offset, width } = placeOf(node)
  const hashes = source({ level, tileNo }).subarray(offset * HASH_SIZE, (offset + width) * HASH_SIZE)
  if (hashes.length < width * HASH_SIZE) throw tooShort({ level, tileNo })
  return completeRoot(hashes)
}

/**
 * Root over the hashes of a complete subtree, one behind the other: `rootOf` for the server, which hashes whole tiles for
 * each proof. OpenSSL does that twice as fast, and pairs lie side by side already.
 */
export function completeRoot(hashes: Buffer): Uint8Array {
  const input = Buffer.alloc(1 + 2 * HASH_SIZE, 1)
  let below = hashes
  while (below.length > HASH_SIZE) {
    const above = Buffer.allocUnsafe(below.length / 2)
    for (let at = 0; at < below.length; at += 2 * HASH_SIZE) {
      below.copy(input, 1, at, at + 2 * HASH_SIZE)
      hash('sha256', input, 'buffer').copy(above, at / 2)
    }
    below = above
  }
  return Uint8Array.from(below)
}

function tooShort({ level, tileNo }: TileId): Error {
  return new Error(`Tile ${tileNo} of level ${level} of the log is shorter than the tree says`)
}

/** Hashes to be written behind those that a tile has. `before`: how many it has now; 0 makes it. */
export interface TileGrowth extends TileId {
  before: number
  hashes: Uint8Array[]
}

/**
 * Appends leaf hashes to a tree. In: its size, its partial tiles, and the hashes. Out: what each tile grows by, and the new
 * root. A tile that becomes full puts its root into the level above (C2SP tlog-tiles, "Merkle Tree").
 */
export function appendLeaves(
  size: number,
  edge: TileSource,
  leaves: readonly Uint8Array[],
): { growth: TileGrowth[]; root: Uint8Array } {
  const growth: TileGrowth[] = []
  const open = new Map<number, { hashes: Buffer[]; grown: TileGrowth | null }>()
  for (const tile of edgeTiles(size)) {
    const length = tileWidth(size, tile) * HASH_SIZE
    const body = edge(tile).subarray(0, length)
    if (body.length < length) throw tooShort(tile)
    open.set(tile.level, { hashes: hashesOf(body), grown: null })
  }

  function push(level: number, tileNo: number, hash: Uint8Array): void {
    const tile = open.get(level) ?? { hashes: [], grown: null }
    open.set(level, tile)
    if (tile.grown === null) {
      tile.grown = { level, tileNo, before: tile.hashes.length, hashes: [] }
      growth.push(tile.grown)
    }
    tile.hashes.push(Buffer.from(hash))
    tile.grown.hashes.push(hash)
    if (tile.hashes.length < TILE_WIDTH) return
    open.delete(level)
    push(level + 1, Math.floor(tileNo / TILE_WIDTH), completeRoot(Buffer.concat(tile.hashes)))
  }

  for (const [i, leaf] of leaves.entries()) push(0, Math.floor((size + i) / TILE_WIDTH), leaf)
  const levels = [...open.keys()].sort((a, b) => b - a)
  const root = foldNodes(levels.flatMap((level) => completeSubtrees(Buffer.concat(open.get(level)?.hashes ?? []))))
  return { growth, root }
}

/** Roots of the complete subtrees that a partial tile consists of, from left to right. */
function completeSubtrees(hashes: Buffer): Uint8Array[] {
  return nodesOf({ from: 0, to: hashes.length / HASH_SIZE }).map(({ height, index }) => {
    const length = 2 ** height * HASH_SIZE
    return completeRoot(hashes.subarray(index * length, (index + 1) * length))
  })
}

function hashesOf(body: Buffer): Buffer[] {
  return Array.from({ length: body.length / HASH_SIZE }, (_, i) => body.subarray(i * HASH_SIZE, (i + 1) * HASH_SIZE))
}
