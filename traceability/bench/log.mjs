// Run it alone: BENCH_DATABASE_URL=postgres://… node bench/log.mjs
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { checkpointFile } from '../dist/log/checkpoint-memory.js'
import { fsck } from '../dist/log/fsck.js'
import { queueLeaf, queueLeaves } from '../dist/log/leaves.js'
import { createLogWriter } from '../dist/log/log-writer.js'
import { proofOfSubject, readTile } from '../dist/log/reader.js'
import { createLogSigner } from '../dist/log/signer.js'
import { migrate } from '../dist/storage/migrate.js'
import { benchDatabaseUrl, withBenchDatabase } from './bench-database.mjs'

const QUEUED_AT_ONCE = 500
const PLACED_AT_ONCE = 2_000
const SINGLE = 1_000
const ASKED = 2_000

/**
 * The transparency log: leaves queued, placed and proven. In: a PostgreSQL URL whose user may create databases, and how many
 * leaves. Out: figures by name. The database it makes is dropped.
 */
export async function benchLog({ databaseUrl, leaves = 200_000 }) {
  return withBenchDatabase(databaseUrl, 'log', async (url) => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-log-'))
    const pool = new pg.Pool({ connectionString: url, max: 4 })
    try {
      await migrate(url)
      return await measure(pool, checkpointFile(join(folder, 'checkpoint')), leaves)
    } finally {
      await pool.end()
      rmSync(folder, { recursive: true })
    }
  })
}

async function measure(pool, memory, count) {
  const signer = createLogSigner('bench.test/log', { 0: '42'.repeat(32) })
  const writer = createLogWriter({ pool, signer, memory })
  const figures = { leaves: count }

  let from = performance.now()
  for (let i = 0; i < count; i += QUEUED_AT_ONCE) await queueLeaves(pool, leavesFrom(i, QUEUED_AT_ONCE))
  figures.queuedPerSecond = rate(count, from)

  const batches = []
  from = performance.now()
  for (let placed = 1; placed > 0; ) {
    const started = performance.now()
    placed = await writer.sequencePending(PLACED_AT_ONCE)
    if (placed === PLACED_AT_ONCE) batches.push(performance.now() - started)
  }
  figures.placedPerSecond = rate(count, from)
  figures.placeBatchMs = percentiles(batches)

  await writer.publishCheckpoint()
  const publishes = []
  for (let i = 0; i < 50; i++) {
    await queueLeaves(pool, leavesFrom(count + i * 10, 10))
    const started = performance.now()
    await writer.sequencePending(PLACED_AT_ONCE)
    await writer.publishCheckpoint()
    publishes.push(performance.now() - started)
  }
  figures.smallRoundMs = percentiles(publishes)

  from = performance.now()
  for (let i = 0; i < SINGLE; i++) await queueLeaf(pool, leavesFrom(2 * count + i, 1)[0])
  figures.queuedSinglyPerSecond = rate(SINGLE, from)

  const proofs = []
  for (let i = 0; i < ASKED; i++) {
    const subject = leavesFrom(Math.floor((i * count) / ASKED), 1)[0].subject
    const started = performance.now()
    const found = await proofOfSubject(pool, 'event', subject)
    proofs.push(performance.now() - started)
    if (found.state !== 'logged') throw new Error(`no proof of ${subject}`)
  }
  figures.proofMs = percentiles(proofs)
  from = performance.now()
  const lanes = [0, 1, 2, 3].map(async (lane) => {
    for (let i = lane; i < ASKED; i += 4) {
      await proofOfSubject(pool, 'event', leavesFrom(Math.floor((i * count) / ASKED), 1)[0].subject)
    }
  })
  await Promise.all(lanes)
  figures.proofsPerSecond = rate(ASKED, from)

  const tiles = []
  for (let i = 0; i < ASKED; i++) {
    const started = performance.now()
    await readTile(pool, { level: 0, tileNo: i % Math.floor(count / 256) })
    tiles.push(performance.now() - started)
  }
  figures.tileMs = percentiles(tiles)

  from = performance.now()
  const checked = await fsck(pool, { origin: signer.origin, keys: signer.keys })
  if (!checked.ok) throw new Error(checked.reason)
  figures.checkedPerSecond = rate(checked.size, from)
  const { rows } = await pool.query(
    `select pg_total_relation_size('trace.log_leaf')::float8 / $1 as leaf,
    pg_total_relation_size('trace.log_tile')::float8 / $1 as tile`,
    [checked.size],
  )
  figures.bytesPerLeaf = { record: Math.round(rows[0].leaf), tiles: Math.round(rows[0].tile) }
  return figures
}

function leavesFrom(first, count) {
  return Array.from({ length: count }, (_, i) => {
    const contentHash = createHash('sha256')
      .update(String(first + i))
      .digest()
    return { partyNo: 1 + ((first + i) % 200), kind: 'event', subject: contentHash.toString('hex'), contentHash }
  })
}

function rate(count, from) {
  return Math.round(count / ((performance.now() - from) / 1000))
}

function percentiles(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (share) => Math.round((sorted[Math.floor(sorted.length * share)] ?? 0) * 100) / 100
  return { p50: at(0.5), p99: at(0.99) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const leaves = Number(process.env.LEAVES ?? 200_000)
  console.log(JSON.stringify(await benchLog({ databaseUrl: benchDatabaseUrl(), leaves }), null, 2))
}
