import { randomUUID } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../storage/database.ts'
import { lockHead, pendingLeaves, placeLeaves, releaseLease, takeLease } from '../storage/log.ts'
import { openCheckpoint } from '../verify/checkpoint.ts'
import { same } from '../verify/merkle.ts'
import { appendEntries } from './append.ts'
import { entriesOf } from './entry-bundle.ts'
import { entryOf } from './leaves.ts'
import { LogStoppedError } from './log-writer.ts'
import { leafPrefix } from './reader.ts'
import type { LogSigner } from './signer.ts'
import { formatTileNo } from './tile-path.ts'
import { TILE_WIDTH, tileWidth } from './tree.ts'

/** Hands out entry bundles of a copy of the log: at least the first `width` entries of bundle `tileNo`. */
export type BundleSource = (tileNo: number, width: number) => Promise<Uint8Array>

const LEASE_SECONDS = 600
const MOST_PENDING = 1_000_000

/**
 * Brings a log that is behind its published checkpoint (restored from a backup) to that checkpoint again, from entries that a
 * mirror or an HTTP cache still has. In: the checkpoint, signed by a key of the signer, and the bundles. Leaves that the
 * backup holds as waiting, and that had been placed since, get their places back.
 * Out: leaves put back, and how many of them have a record. Throws LogStoppedError, and changes nothing, when the checkpoint
 * is not ours, when the entries do not lead to its root, or when another process writes the log.
 */
export async function replayEntries(
  { pool, signer }: { pool: Pool; signer: LogSigner },
  checkpoint: string,
  bundles: BundleSource,
): Promise<{ replayed: number; recorded: number }> {
  const opened = openCheckpoint(checkpoint, signer.origin, signer.keys)
  if (!opened.ok) throw new LogStoppedError(opened.reason)
  const target = opened.checkpoint
  const holder = randomUUID()
  if (!(await takeLease(pool, holder, LEASE_SECONDS))) {
    throw new LogStoppedError('Another process writes the log; stop the service before a replay')
  }
  try {
    return await inTransaction(pool, async (client) => {
      const head = await lockHead(client, holder)
      if (head === null) throw new LogStoppedError('Another process writes the log')
      if (head.size >= target.size) return { replayed: 0, recorded: 0 }
      const entries = await entriesFrom(bundles, head.size, target.size)
      const { leaves, head: reached } = await appendEntries(client, head, entries)
      if (!same(reached.root, target.root)) {
        throw new LogStoppedError('The entries of the mirror do not lead to the root of the checkpoint')
      }
      const recorded = await placeWaiting(client, head.size, entries, leaves)
      return { replayed: entries.length, recorded }
    })
  } finally {
    await releaseLease(pool, holder)
  }
}

/** Bundles of a log that is served over HTTP (C2SP tlog-tiles). In: its prefix, without a trailing slash. */
export function httpBundles(prefix: string): BundleSource {
  return async (tileNo, width) => {
    const full = `${prefix}/tile/entries/${formatTileNo(tileNo)}`
    const addresses = width < TILE_WIDTH ? [`${full}.p/${width}`, full] : [full]
    for (const address of addresses) {
      const response = await fetch(address)
      if (response.ok) return new Uint8Array(await response.arrayBuffer())
    }
    throw new LogStoppedError(`The mirror does not have bundle ${tileNo} of the log`)
  }
}

async function entriesFrom(bundles: BundleSource, from: number, to: number): Promise<Uint8Array[]> {
  const entries: Uint8Array[] = []
  for (let tileNo = Math.floor(from / TILE_WIDTH); tileNo * TILE_WIDTH < to; tileNo++) {
    const width = tileWidth(to, { level: 0, tileNo })
    const bundle = entriesOf(await bundles(tileNo, width), width)
    entries.push(...bundle.slice(Math.max(0, from - tileNo * TILE_WIDTH)))
  }
  if (entries.length !== to - from) throw new LogStoppedError('The mirror lacks entries of the log')
  return entries
}

/** Waiting leaves are known again by their entries, which hold the salt that the backup kept. */
async function placeWaiting(
  client: ClientBase,
  from: number,
  entries: readonly Uint8Array[],
  leaves: readonly Uint8Array[],
): Promise<number> {
  const places = new Map(entries.map((entry, i) => [Buffer.from(entry).toString('hex'), i]))
  const found = (await pendingLeaves(client, MOST_PENDING)).flatMap((row) => {
    const place = places.get(Buffer.from(entryOf(row)).toString('hex'))
    const leaf = place === undefined ? undefined : leaves[place]
    return place === undefined || leaf === undefined ? [] : [{ row, index: from + place, prefix: leafPrefix(leaf) }]
  })
  if (found.length > 0)
    await placeLeaves(
      client,
      found.map(({ row }) => row),
      found,
    )
  return found.length
}
