import type { ClientBase } from 'pg'
import { ENTRY_LEVEL, growTiles, type HeadRow, insertTiles, moveHead, type TileRow } from '../storage/log.ts'
import { leafHash } from '../verify/merkle.ts'
import { bundleOf } from './entry-bundle.ts'
import { tileSource } from './reader.ts'
import { appendLeaves, edgeTiles, TILE_WIDTH } from './tree.ts'

type GrownTile = TileRow & { before: number }

/**
 * Appends entries behind a head that the caller's transaction has locked: bundles, tiles, then the head. Out: their leaf
 * hashes and the new head. Throws when tiles and head do not fit together; the caller rolls back then.
 */
export async function appendEntries(
  client: ClientBase,
  head: HeadRow,
  entries: readonly Uint8Array[],
): Promise<{ leaves: Uint8Array[]; head: HeadRow }> {
  const leaves = entries.map(leafHash)
  const edge = await tileSource(client, edgeTiles(head.size))
  const { growth, root } = appendLeaves(head.size, edge, leaves)
  const tiles: GrownTile[] = growth.map(({ level, tileNo, before, hashes }) => ({
    level,
    tileNo,
    before,
    width: before + hashes.length,
    body: Buffer.concat(hashes),
  }))
  const grown = [...tiles, ...grownBundles(head.size, entries)]
  const fresh = grown.filter((tile) => tile.before === 0)
  const wider = grown.filter((tile) => tile.before > 0)
  if (fresh.length > 0) await insertTiles(client, fresh)
  if (wider.length > 0) await growTiles(client, wider)
  const size = head.size + entries.length
  await moveHead(client, head.size, size, root)
  return { leaves, head: { size, root: Buffer.from(root) } }
}

function grownBundles(size: number, entries: readonly Uint8Array[]): GrownTile[] {
  const bundles: GrownTile[] = []
  for (let from = 0; from < entries.length; ) {
    const tileNo = Math.floor((size + from) / TILE_WIDTH)
    const before = (size + from) % TILE_WIDTH
    const part = entries.slice(from, from + TILE_WIDTH - before)
    bundles.push({ level: ENTRY_LEVEL, tileNo, before, width: before + part.length, body: bundleOf(part) })
    from += part.length
  }
  return bundles
}
