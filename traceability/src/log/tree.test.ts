import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { referencePath, referenceProof, referenceRoot } from '../testing/reference-tree.ts'
import { leafHash, verifyConsistency, verifyInclusion } from '../verify/merkle.ts'
import {
  appendLeaves,
  consistencyRanges,
  edgeTiles,
  inclusionRanges,
  rangeHash,
  TILE_WIDTH,
  type TileId,
  type TileSource,
  tilesOf,
  tileWidth,
} from './tree.ts'

const entryOf = (i: number) => Buffer.from(`entry ${i}`)
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/** A tree that keeps its tiles in memory, grown in steps of given sizes. */
function grow(steps: readonly number[]) {
  const tiles = new Map<string, Buffer>()
  const source: TileSource = ({ level, tileNo }) => tiles.get(`${level} ${tileNo}`) ?? Buffer.alloc(0)
  const roots = new Map<number, Uint8Array>()
  let size = 0
  for (const step of steps) {
    const leaves = Array.from({ length: step }, (_, i) => leafHash(entryOf(size + i)))
    const { growth, root } = appendLeaves(size, source, leaves)
    for (const { level, tileNo, before, hashes } of growth) {
      const tile = source({ level, tileNo })
      expect(tile.length).toBe(32 * before)
      tiles.set(`${level} ${tileNo}`, Buffer.concat([tile, ...hashes]))
    }
    size += step
    roots.set(size, root)
  }
  return { source, size, roots, tiles }
}

const big = grow([1, 255, 300, 1, 65_000, 500, 1_000, 3])

describe('growing a tree', () => {
  it('gives the root of the definition, however the leaves come in', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(300), { maxLength: 5 }), (steps) => {
        const { roots } = grow(steps)
        for (const [size, root] of roots) {
          expect(hex(root)).toBe(hex(referenceRoot(Array.from({ length: size }, (_, i) => entryOf(i)))))
        }
      }),
      { numRuns: 40 },
    )
  })

  it('fills exactly the tiles that C2SP tlog-tiles defines (its example: a tree of 70,000)', () => {
    const widths = (size: number) =>
      [0, 1, 2, 3].map((level) => {
        const full = Math.floor(size / TILE_WIDTH ** (level + 1))
        return [full, tileWidth(size, { level, tileNo: full })]
      })
    expect(widths(70_000)).toEqual([
      [273, 112],
      [1, 17],
      [0, 1],
      [0, 0],
    ])
    expect(widths(256)).toEqual([
      [1, 0],
      [0, 1],
      [0, 0],
      [0, 0],
    ])
    expect(edgeTiles(70_000)).toEqual([
      { level: 0, tileNo: 273 },
      { level: 1, tileNo: 1 },
      { level: 2, tileNo: 0 },
    ])
    expect(edgeTiles(256)).toEqual([{ level: 1, tileNo: 0 }])
    expect(edgeTiles(0)).toEqual([])
    for (const [name, hashes] of big.tiles) {
      const [level = 0, tileNo = 0] = name.split(' ').map(Number)
      expect(hashes.length).toBe(32 * tileWidth(big.size, { level, tileNo }))
    }
    expect(big.tiles.size).toBe(Math.ceil(big.size / 256) + 2 + 1)
  })

  it('says so when a tile lacks hashes that the tree must have', () => {
    expect(() => appendLeaves(5, () => Buffer.alloc(0), [])).toThrow(
      'Tile 0 of level 0 of the log is shorter than the tree says',
    )
    expect(() => rangeHash({ from: 0, to: 3 }, () => Buffer.alloc(0))).toThrow(/shorter than the tree says/)
  })
})

describe('proofs from tiles', () => {
  const hashesFor = (ranges: { from: number; to: number }[], source = big.source) =>
    ranges.map((range) => rangeHash(range, source))

  it('are those of the definition, for every leaf and every pair of sizes of small trees', () => {
    const entries = Array.from({ length: 36 }, (_, i) => entryOf(i))
    const { source } = grow([36])
    for (let size = 1; size <= 36; size++) {
      const tree = entries.slice(0, size)
      for (let i = 0; i < size; i++) {
        expect(hashesFor(inclusionRanges(i, size), source).map(hex)).toEqual(referencePath(i, tree).map(hex))
        expect(hashesFor(consistencyRanges(i + 1, size), source).map(hex)).toEqual(referenceProof(i + 1, tree).map(hex))
      }
    }
  })

  it('verify for random leaves and sizes of a tree with three levels of tiles, also for its past', () => {
    const sizes = fc.integer({ min: 1, max: big.size })
    fc.assert(
      fc.property(sizes, sizes, fc.nat(), (a, b, at) => {
        const [old, now] = [Math.min(a, b), Math.max(a, b)]
        const [oldRoot, newRoot] = hashesFor([
          { from: 0, to: old },
          { from: 0, to: now },
        ])
        const proof = hashesFor(consistencyRanges(old, now))
        expect(
          verifyConsistency(old, now, proof, oldRoot ?? proof[0] ?? Buffer.alloc(0), newRoot ?? Buffer.alloc(0)),
        ).toEqual({
          ok: true,
        })
        const index = at % now
        const path = hashesFor(inclusionRanges(index, now))
        expect(verifyInclusion(leafHash(entryOf(index)), index, now, path, newRoot ?? Buffer.alloc(0))).toEqual({
          ok: true,
        })
      }),
      { numRuns: 200 },
    )
    for (const [size, root] of big.roots) expect(hex(rangeHash({ from: 0, to: size }, big.source))).toBe(hex(root))
  })

  it('read few tiles, and name them beforehand', () => {
    const ranges = inclusionRanges(40_000, big.size)
    const read = new Set<string>()
    const source: TileSource = (tile: TileId) => {
      read.add(`${tile.level} ${tile.tileNo}`)
      return big.source(tile)
    }
    for (const range of ranges) rangeHash(range, source)
    const named = tilesOf(ranges).map(({ level, tileNo }) => `${level} ${tileNo}`)
    expect(new Set(named)).toEqual(read)
    expect(named.length).toBeLessThanOrEqual(6)
  })
})
