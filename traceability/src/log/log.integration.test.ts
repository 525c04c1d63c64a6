import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inTransaction } from '../storage/database.ts'
import { checkpointsBetween, readHead, releaseLease, takeLease, thinCheckpoints } from '../storage/log.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import {
  LOG_ORIGIN,
  LOG_SEED,
  logSigner,
  logTrust,
  ownCheckpointFile,
  sampleContent,
  sampleLeaf,
  sampleLeaves,
} from '../testing/sample-log.ts'
import { openCheckpoint } from '../verify/checkpoint.ts'
import { parseLogProof, verifyContentProof } from '../verify/log-proof.ts'
import { emptyRoot, leafHash, rootOf, same, verifyConsistency, verifyInclusion } from '../verify/merkle.ts'
import type { CheckpointMemory } from './checkpoint-memory.ts'
import { entriesOf } from './entry-bundle.ts'
import { fsck } from './fsck.ts'
import { forgetLeaf, queueLeaf, queueLeaves } from './leaves.ts'
import { createLogWriter, type LogWriter } from './log-writer.ts'
import {
  consistencyProof,
  findLeafIndex,
  inclusionProof,
  proofOfSubject,
  readCheckpoint,
  readEntryBundle,
  readTile,
  rootAt,
} from './reader.ts'
import { replayEntries } from './replay.ts'
import { createLogSigner, type LogSigner } from './signer.ts'

const databases: OwnDatabase[] = []
async function freshDatabase(): Promise<OwnDatabase> {
  const database = await ownDatabase()
  databases.push(database)
  return database
}
afterAll(async () => {
  for (const database of databases) await database.drop()
})

interface TestLog {
  database: OwnDatabase
  pool: pg.Pool
  memory: CheckpointMemory & { path: string }
  writer: LogWriter
}

async function freshLog(leaves = 0): Promise<TestLog> {
  const database = await freshDatabase()
  const memory = ownCheckpointFile()
  const log = { database, pool: database.pool, memory, writer: writerOf(database.pool, memory) }
  if (leaves > 0) {
    await queueLeaves(log.pool, sampleLeaves(leaves))
    await writeAll(log.writer)
  }
  return log
}

function writerOf(pool: pg.Pool, memory: CheckpointMemory, signer: LogSigner = logSigner): LogWriter {
  return createLogWriter({ pool, memory, signer })
}

async function writeAll(writer: LogWriter, limit = 5_000): Promise<string> {
  for (let placed: number | null = 1; placed !== 0; ) placed = await writer.sequencePending(limit)
  const note = await writer.publishCheckpoint()
  if (note === null) throw new Error('another writer holds the log')
  return note
}

const sizeOf = async (pool: pg.Pool) => (await readHead(pool)).size
const hashesOf = (tile: Buffer | null) =>
  Array.from({ length: (tile?.length ?? 0) / 32 }, (_, i) => Uint8Array.from(tile?.subarray(i * 32, i * 32 + 32) ?? []))
const pendingCount = async (pool: pg.Pool) =>
  (await pool.query<{ count: number }>('select count(*)::int4 from trace.log_leaf where leaf_index is null')).rows[0]
    ?.count
const checked = (note: string, signer = logSigner) => {
  const opened = openCheckpoint(note, LOG_ORIGIN, signer.keys)
  if (!opened.ok) throw new Error(opened.reason)
  return opened.checkpoint
}

describe('queueing leaves', () => {
  let pool: pg.Pool
  beforeAll(async () => {
    pool = (await freshDatabase()).pool
  })

  it('happens in the transaction of the caller: what is rolled back was never queued', async () => {
    await expect(
      inTransaction(pool, async (client) => {
        expect(await queueLeaf(client, sampleLeaf(1))).toBe(true)
        throw new Error('the decision could not be stored')
      }),
    ).rejects.toThrow('could not be stored')
    expect(await pendingCount(pool)).toBe(0)
    await inTransaction(pool, (client) => queueLeaf(client, sampleLeaf(1)))
    expect(await pendingCount(pool)).toBe(1)
  })

  it('is idempotent by party, kind and subject, within a call and between calls', async () => {
    expect(await queueLeaf(pool, sampleLeaf(1))).toBe(false)
    expect(await queueLeaves(pool, [sampleLeaf(2), sampleLeaf(2), sampleLeaf(1)])).toBe(1)
    expect(await queueLeaf(pool, sampleLeaf(1, { partyNo: 77 }))).toBe(true)
    expect(await queueLeaf(pool, sampleLeaf(1, { kind: 'decision' }))).toBe(true)
    expect(await queueLeaves(pool, [])).toBe(0)
    const runs = await Promise.all([1, 2, 3].map(() => queueLeaves(pool, sampleLeaves(50, 100).reverse())))
    expect(runs.reduce((sum, count) => sum + count, 0)).toBe(50)
  })

  it('refuses other content under the same subject, and queues nothing of that call', async () => {
    const before = await pendingCount(pool)
    const changed = sampleLeaf(2, { contentHash: sampleContent(999) })
    await expect(queueLeaves(pool, [sampleLeaf(500), changed])).rejects.toThrow(/"event-2" with another content/)
    await expect(
      queueLeaves(pool, [sampleLeaf(500), sampleLeaf(500, { contentHash: sampleContent(1) })]),
    ).rejects.toThrow(/"event-500" with another content/)
    expect(await pendingCount(pool)).toBe(before)
  })

  it.each([
    ['partyNo', { partyNo: -1 }],
    ['kind', { kind: 'order' as never }],
    ['subject', { subject: '' }],
    ['subject', { subject: 'x'.repeat(301) }],
    ['subject', { subject: 'a\0b' }],
    ['contentHash', { contentHash: new Uint8Array(31) }],
  ])('names a wrong %s', async (field, changes) => {
    await expect(queueLeaf(pool, sampleLeaf(600, changes))).rejects.toMatchObject({ name: 'InputError', field })
  })

  it('gives every leaf a salt of its own', async () => {
    const { rows } = await pool.query('select count(*)::int4, count(distinct salt)::int4 as salts from trace.log_leaf')
    expect(rows[0].salts).toBe(rows[0].count)
  })
})

describe('the log of several hundred leaves, written in batches', () => {
  const COUNT = 700
  let log: TestLog
  const notes: string[] = []
  beforeAll(async () => {
    log = await freshLog()
    notes.push(await writeAll(log.writer))
    for (let from = 0; from < COUNT; from += 100) {
      await queueLeaves(log.pool, sampleLeaves(100, from))
      expect(await log.writer.sequencePending(64)).toBe(64)
      notes.push((await log.writer.publishCheckpoint()) ?? '')
      expect(await log.writer.sequencePending(64)).toBe(36)
      notes.push((await log.writer.publishCheckpoint()) ?? '')
    }
  })

  it('begins with a signed checkpoint of the empty log', () => {
    expect(checked(notes[0] ?? '')).toMatchObject({ size: 0, root: emptyRoot() })
  })

  it('proves every leaf to somebody who has its content and our verifier key alone', async () => {
    const places = new Set<number>()
    for (let i = 0; i < COUNT; i++) {
      const found = await proofOfSubject(log.pool, 'event', `event-${i}`)
      if (found.state !== 'logged') throw new Error(found.state)
      const content = { kind: 'event' as const, contentHash: sampleContent(i) }
      expect(verifyContentProof(found.proof, content, logTrust)).toMatchObject({ ok: true, index: found.index })
      places.add(found.index)
    }
    expect(places.size).toBe(COUNT)
    expect(Math.max(...places)).toBe(COUNT - 1)
  }, 60_000)

  it('proves every leaf in every earlier tree it was in, from tiles and bundles alone', async () => {
    for (const note of notes.slice(1)) {
      const { size, root } = checked(note)
      for (let index = size % 7; index < size; index += 29) {
        const bundle = await readEntryBundle(
          log.pool,
          Math.floor(index / 256),
          Math.min(256, size - (index - (index % 256))),
        )
        const entry = entriesOf(bundle ?? Buffer.alloc(0))[index % 256] ?? Buffer.alloc(0)
        const proof = await inclusionProof(log.pool, index, size)
        expect(verifyInclusion(leafHash(entry), index, size, proof, root)).toEqual({ ok: true })
        expect(await findLeafIndex(log.pool, leafHash(entry))).toBe(index)
      }
    }
    expect(await findLeafIndex(log.pool, new Uint8Array(32))).toBeNull()
  })

  it('proves that each checkpoint continues each earlier one', async () => {
    const checkpoints = notes.slice(1).map((note) => checked(note))
    for (const [i, later] of checkpoints.entries()) {
      for (const earlier of checkpoints.slice(0, i + 1)) {
        const proof = await consistencyProof(log.pool, earlier.size, later.size)
        expect(verifyConsistency(earlier.size, later.size, proof, earlier.root, later.root)).toEqual({ ok: true })
      }
    }
  })

  it('serves full and partial tiles as C2SP tlog-tiles defines them, and none beyond the checkpoint', async () => {
    const leaves = await readTile(log.pool, { level: 0, tileNo: 1 })
    expect(leaves?.length).toBe(8_192)
    const upper = hashesOf(await readTile(log.pool, { level: 1, tileNo: 0 }, 2))
    expect(upper[1]).toEqual(rootOf(hashesOf(leaves)))
    for (const width of [1, 100, 188]) {
      const part = await readTile(log.pool, { level: 0, tileNo: 2 }, width)
      expect(part?.length).toBe(width * 32)
      const bundle = await readEntryBundle(log.pool, 2, width)
      expect(entriesOf(bundle ?? Buffer.alloc(0)).map(leafHash)).toEqual(hashesOf(part))
    }
    expect(await readTile(log.pool, { level: 0, tileNo: 2 }, 189)).toBeNull()
    expect(await readTile(log.pool, { level: 0, tileNo: 2 })).toBeNull()
    expect(await readTile(log.pool, { level: 1, tileNo: 0 }, 3)).toBeNull()
    expect(await readTile(log.pool, { level: 2, tileNo: 0 }, 1)).toBeNull()
    expect(await readTile(log.pool, { level: 0, tileNo: 3 }, 1)).toBeNull()
    expect(await readEntryBundle(log.pool, 2)).toBeNull()
  })

  it('is found whole, with every record and checkpoint', async () => {
    expect(await fsck(log.pool, { origin: LOG_ORIGIN, keys: logSigner.keys })).toMatchObject({
      ok: true,
      size: COUNT,
      checkpoints: notes.length,
      compared: COUNT,
      forgotten: 0,
      unrecorded: 0,
    })
  })

  it('does not sign the same tree again, and shows nothing of leaves that no checkpoint covers', async () => {
    expect(await log.writer.sequencePending(10)).toBe(0)
    expect(await log.writer.publishCheckpoint()).toBe(notes.at(-1))
    await queueLeaf(log.pool, sampleLeaf(10_000))
    expect(await proofOfSubject(log.pool, 'event', 'event-10000')).toEqual({ state: 'pending' })
    await log.writer.sequencePending(10)
    expect(await sizeOf(log.pool)).toBe(COUNT + 1)
    expect(await proofOfSubject(log.pool, 'event', 'event-10000')).toEqual({ state: 'pending' })
    expect(await readTile(log.pool, { level: 0, tileNo: 2 }, 189)).toBeNull()
    await log.writer.publishCheckpoint()
    expect(await proofOfSubject(log.pool, 'event', 'event-10000')).toMatchObject({ state: 'logged', index: COUNT })
    expect((await readTile(log.pool, { level: 0, tileNo: 2 }, 189))?.length).toBe(189 * 32)
    expect(await proofOfSubject(log.pool, 'decision', 'event-1')).toEqual({ state: 'unknown' })
  })

  it('forgets a leaf for good without harm to the rest', async () => {
    const leaf = { partyNo: sampleLeaf(5).partyNo, kind: 'event' as const, subject: 'event-5' }
    expect(await forgetLeaf(log.pool, leaf)).toBe(true)
    expect(await proofOfSubject(log.pool, 'event', 'event-5')).toEqual({ state: 'forgotten' })
    expect(await forgetLeaf(log.pool, { ...leaf, subject: 'event-none' })).toBe(false)
    await queueLeaf(log.pool, sampleLeaf(11_000))
    expect(await forgetLeaf(log.pool, { ...leaf, partyNo: sampleLeaf(11_000).partyNo, subject: 'event-11000' })).toBe(
      false,
    )
    expect(await fsck(log.pool)).toMatchObject({ ok: true, forgotten: 1, compared: COUNT })
  })

  it('keeps one checkpoint a day of days past, and all of the last one', async () => {
    await log.pool.query(`update trace.log_checkpoint set published_at = timestamptz '2026-01-01 12:00Z'
      + case when tree_size < 300 then interval '0' else interval '1 day' end where tree_size < 500`)
    const sizes = async () => (await checkpointsBetween(log.pool, -1, 10_000)).map(({ size }) => size)
    const before = await sizes()
    expect(await thinCheckpoints(log.pool, new Date('2026-02-01'))).toBeGreaterThan(5)
    expect(await sizes()).toEqual([264, 464, ...before.filter((size) => size >= 500)])
    expect(await thinCheckpoints(log.pool, new Date('2026-02-01'))).toBe(0)
    expect(await fsck(log.pool)).toMatchObject({ ok: true })
  })
})

describe('several writers at once', () => {
  it('give every leaf one place, while leaves keep coming in', async () => {
    const { pool, memory } = await freshLog()
    const writers = [1, 2, 3].map(() => writerOf(pool, memory))
    let queueing = true
    const placed = { total: 0, refused: 0 }
    const work = writers.map(async (writer) => {
      for (let last: number | null = 1; queueing || last !== 0; ) {
        last = await writer.sequencePending(37)
        if (last === null) placed.refused++
        else {
          placed.total += last
          await writer.publishCheckpoint()
          await writer.release()
        }
      }
    })
    const queues = [0, 1, 2].map(async (lane) => {
      for (let i = 0; i < 20; i++) await queueLeaves(pool, sampleLeaves(10, lane * 200 + i * 10))
    })
    await Promise.all(queues)
    queueing = false
    await Promise.all(work)
    expect(placed.total).toBe(600)
    expect(placed.refused).toBeGreaterThan(0)
    expect(await fsck(pool, { origin: LOG_ORIGIN, keys: logSigner.keys })).toMatchObject({
      ok: true,
      size: 600,
      compared: 600,
    })
  })

  it('one at a time holds the lease, others are refused until it is given up or has run out', async () => {
    const { pool } = await freshLog()
    const [a, b] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b']
    expect(await takeLease(pool, a, 60)).toBe(true)
    expect(await takeLease(pool, b, 60)).toBe(false)
    expect(await takeLease(pool, a, 0.2)).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect(await takeLease(pool, b, 60)).toBe(true)
    await releaseLease(pool, a)
    expect(await takeLease(pool, a, 60)).toBe(false)
    await releaseLease(pool, b)
    expect(await takeLease(pool, a, 60)).toBe(true)
  })

  it('a writer that lost the lease between two statements writes nothing', async () => {
    const { pool, memory } = await freshLog()
    await queueLeaves(pool, sampleLeaves(5))
    const usurped: CheckpointMemory = {
      ...memory,
      async read() {
        await pool.query(`update trace.log_head set holder = gen_random_uuid()`)
        return memory.read()
      },
    }
    expect(await writerOf(pool, usurped).sequencePending(10)).toBeNull()
    expect(await sizeOf(pool)).toBe(0)
    expect(await pendingCount(pool)).toBe(5)
  })
})

describe('a writer killed', () => {
  it.each(['sent', 'done'])(
    'at any step (%s) leaves a whole log that the next one continues',
    async (when) => {
      const { database, pool, memory } = await freshLog(250)
      const script = fileURLToPath(new URL('../testing/killed-log-writer.mjs', import.meta.url))
      let next = 1_000
      let ended: { code: number | null; signal: string | null } = { code: null, signal: null }
      let step = 0
      for (; ended.code !== 0 && step < 60; ) {
        step++
        await queueLeaves(pool, sampleLeaves(3, next))
        next += 3
        await pool.query(`update trace.log_head set held_until = '-infinity'`)
        const child = spawn(process.execPath, [script], {
          env: {
            ...process.env,
            DATABASE_URL: database.url,
            CHECKPOINT_FILE: memory.path,
            LOG_SEED,
            LOG_ORIGIN,
            KILL_AT: String(step),
            WHEN: when,
          },
          stdio: ['ignore', 'inherit', 'inherit'],
        })
        ended = await new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })))
        expect(ended.code === 0 || ended.signal === 'SIGKILL').toBe(true)
        expect(await fsck(pool, { origin: LOG_ORIGIN, keys: logSigner.keys })).toMatchObject({
          ok: true,
          unrecorded: 0,
        })
        const remembered = await memory.read()
        expect(checked(remembered ?? '').size).toBeLessThanOrEqual(await sizeOf(pool))
      }
      // Fewer steps than this would mean that the child did not come to its work.
      expect(step).toBeGreaterThan(15)
      expect(ended.code).toBe(0)
      expect(await pendingCount(pool)).toBe(0)
      expect(await fsck(pool)).toMatchObject({ ok: true, size: 250 + next - 1_000, compared: 250 + next - 1_000 })
      expect(await readCheckpoint(pool)).toBe(await memory.read())
    },
    240_000,
  )
})

describe('fsck', () => {
  let log: TestLog
  beforeAll(async () => {
    log = await freshLog(600)
  })

  it.each([
    [
      'a changed record of a leaf',
      `update trace.log_leaf set content_hash = sha256('x') where leaf_index = 300`,
      'record',
      /leaf 300 /,
    ],
    [
      'a changed salt',
      `update trace.log_leaf set salt = substr(sha256('x'), 1, 16) where leaf_index = 0`,
      'record',
      /leaf 0 /,
    ],
    ['a changed kind', 'update trace.log_leaf set kind = 1 where leaf_index = 599', 'record', /leaf 599 /],
    ['two records of one place', 'update trace.log_leaf set leaf_index = 8 where leaf_index = 9', 'record', /leaf 8 /],
    [
      'a changed entry',
      'update trace.log_tile set body = set_byte(body, 40, 9) where level = -1 and tile_no = 1',
      'tile',
      /leaf 257$/,
    ],
    [
      'a bundle cut short',
      'update trace.log_tile set body = substr(body, 1, 50) where level = -1 and tile_no = 2',
      'entries',
      /Bundle 2 /,
    ],
    ['a missing bundle', 'delete from trace.log_tile where level = -1 and tile_no = 0', 'entries', /Bundle 0 /],
    [
      'a changed tile',
      'update trace.log_tile set body = set_byte(body, 100, get_byte(body, 100) # 1) where level = 0 and tile_no = 2',
      'tile',
      /Tile 2 of level 0 .* leaf 515$/,
    ],
    [
      'a changed upper tile',
      'update trace.log_tile set body = set_byte(body, 33, get_byte(body, 33) # 1) where level = 1',
      'tile',
      /Tile 0 of level 1 .* hash 1$/,
    ],
    ['a missing upper tile', 'delete from trace.log_tile where level = 1', 'tile', /Tile 0 of level 1 /],
    ['a changed head', `update trace.log_head set root_hash = sha256('x')`, 'head', /another root/],
    [
      'a head set back',
      'update trace.log_head set tree_size = 599',
      'checkpoint',
      /of 600 leaves, but the log holds 599/,
    ],
    [
      'a changed root of a checkpoint',
      `update trace.log_checkpoint set root_hash = sha256('x')`,
      'checkpoint',
      /600 leaves has another root/,
    ],
    [
      'a changed note',
      `update trace.log_checkpoint set note = replace(note, '600', '601')`,
      'checkpoint',
      /600 leaves has another root/,
    ],
    ['a malformed note', `update trace.log_checkpoint set note = 'x'`, 'checkpoint', /malformed/],
    [
      'a changed signature',
      `update trace.log_checkpoint set note = replace(note, right(note, 6), 'AAA=' || chr(10))`,
      'checkpoint',
      /./,
    ],
  ])('says where the first difference is: %s', async (_, damage, part, reason) => {
    const client = await log.pool.connect()
    try {
      await client.query('begin')
      expect((await client.query(damage)).rowCount).toBe(1)
      const result = await fsck(client, { origin: LOG_ORIGIN, keys: logSigner.keys })
      expect(result).toMatchObject({ ok: false, part, reason: expect.stringMatching(reason) })
    } finally {
      await client.query('rollback')
      client.release()
    }
  })

  it('finds nothing wrong with a log that is as it should be, or empty', async () => {
    expect(await fsck(log.pool, { origin: LOG_ORIGIN, keys: logSigner.keys })).toMatchObject({ ok: true, size: 600 })
    expect(await fsck((await freshDatabase()).pool)).toMatchObject({ ok: true, size: 0, checkpoints: 0 })
  })

  it('recomputes logs with three levels of tiles', async () => {
    const big = await freshLog()
    await queueLeaves(big.pool, sampleLeaves(66_000))
    await writeAll(big.writer, 30_000)
    expect(await fsck(big.pool)).toMatchObject({ ok: true, size: 66_000, compared: 66_000 })
    expect((await readTile(big.pool, { level: 2, tileNo: 0 }, 1))?.length).toBe(32)
    await big.pool.query(
      'update trace.log_tile set body = set_byte(body, 8191, get_byte(body, 8191) # 1) where level = 1 and tile_no = 0',
    )
    expect(await fsck(big.pool)).toMatchObject({ ok: false, part: 'tile', reason: expect.stringMatching(/hash 255$/) })
  }, 120_000)
})

describe('what was published binds the log', () => {
  /** A copy of a database as a backup of this moment holds it. */
  async function backupOf({ database }: TestLog): Promise<OwnDatabase> {
    const name = `${new URL(database.url).pathname.slice(1)}_backup_${databases.length}`
    const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
    await admin.connect()
    const source = new URL(database.url).pathname.slice(1)
    await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [source])
    await admin.query(`create database ${name} template ${source}`)
    await admin.end()
    const url = new URL(database.url)
    url.pathname = `/${name}`
    const pool = new pg.Pool({ connectionString: url.href, max: 4 })
    pool.on('error', () => undefined)
    const backup: OwnDatabase = {
      url: url.href,
      pool,
      async drop() {
        await pool.end()
        const last = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
        await last.connect()
        await last.query(`drop database if exists ${name} with (force)`)
        await last.end()
      },
    }
    databases.push(backup)
    return backup
  }

  it('refuses to place and to sign when it is behind, until the missing leaves are back from a mirror', async () => {
    const log = await freshLog(300)
    await queueLeaves(log.pool, sampleLeaves(40, 300))
    await log.writer.release()
    const restored = await backupOf(log)
    await queueLeaves(log.pool, sampleLeaves(400, 340))
    const published = await writeAll(log.writer)

    const writer = writerOf(restored.pool, log.memory)
    const behind = /holds 300 leaves, but the checkpoint remembered outside the database is of 740: it is behind/
    await expect(writer.sequencePending(10)).rejects.toThrow(behind)
    await expect(writer.publishCheckpoint()).rejects.toThrow(behind)
    expect(await sizeOf(restored.pool)).toBe(300)
    expect(await pendingCount(restored.pool)).toBe(40)
    await writer.release()

    const mirror = async (tileNo: number, width: number) =>
      (await readEntryBundle(log.pool, tileNo, width)) ?? Buffer.alloc(0)
    const parts = { pool: restored.pool, signer: logSigner }
    const wrong = async (tileNo: number, width: number) => {
      const bundle = Buffer.from(await mirror(tileNo, width))
      bundle[bundle.length - 1] = (bundle[bundle.length - 1] ?? 0) ^ 1
      return bundle
    }
    await expect(replayEntries(parts, published, wrong)).rejects.toThrow(/do not lead to the root/)
    await expect(replayEntries(parts, published, async () => Buffer.alloc(0))).rejects.toThrow(/lacks entries/)
    expect(await sizeOf(restored.pool)).toBe(300)

    expect(await replayEntries(parts, published, mirror)).toEqual({ replayed: 440, recorded: 40 })
    expect(await replayEntries(parts, published, mirror)).toEqual({ replayed: 0, recorded: 0 })
    expect(await pendingCount(restored.pool)).toBe(0)
    await queueLeaves(restored.pool, sampleLeaves(5, 5_000))
    const next = checked(await writeAll(writer))
    expect(next.size).toBe(745)
    const before = checked(published)
    const proof = await consistencyProof(restored.pool, before.size, next.size)
    expect(verifyConsistency(before.size, next.size, proof, before.root, next.root)).toEqual({ ok: true })
    expect(await fsck(restored.pool)).toMatchObject({ ok: true, size: 745, compared: 345, unrecorded: 400 })
  })

  it('refuses to place and to sign when it has another history', async () => {
    const log = await freshLog(20)
    await log.writer.release()
    const other = await backupOf(log)
    await queueLeaves(log.pool, sampleLeaves(5, 100))
    await writeAll(log.writer)
    await queueLeaves(other.pool, sampleLeaves(9, 200))
    await writeAll(writerOf(other.pool, ownCheckpointFile()))
    await other.pool.query(`update trace.log_head set held_until = '-infinity'`)

    const writer = writerOf(other.pool, log.memory)
    await expect(writer.sequencePending(10)).rejects.toThrow(/contradicts the checkpoint remembered outside/)
    await expect(writer.publishCheckpoint()).rejects.toThrow(/leads to another root/)
  })

  it('refuses to sign when its own newest checkpoint is of more leaves than it has', async () => {
    const { pool, writer, memory } = await freshLog(20)
    await pool.query(`update trace.log_head set tree_size = 19`)
    await writeFile(memory.path, logSigner.sign(0, emptyRoot()))
    await expect(writer.sequencePending(10)).rejects.toThrow(
      /holds 19 leaves, but the newest published checkpoint is of 20/,
    )
  })

  it('refuses to sign when its tiles lead to another root than its head', async () => {
    const { pool, writer } = await freshLog(20)
    await queueLeaf(pool, sampleLeaf(100))
    await writer.sequencePending(10)
    await pool.query('update trace.log_tile set body = set_byte(body, 650, get_byte(body, 650) # 1) where level = 0')
    await expect(writer.publishCheckpoint()).rejects.toThrow(/tiles of the log lead to another root|another root/)
  })

  it('refuses to go on from a remembered checkpoint that it cannot verify', async () => {
    const { writer, memory } = await freshLog(3)
    const stranger = createLogSigner(LOG_ORIGIN, { 0: 'ab'.repeat(32) })
    await writeFile(memory.path, stranger.sign(0, emptyRoot()))
    await expect(writer.sequencePending(10)).rejects.toThrow(/cannot tell whether .* no signature of a trusted key/)
    await writeFile(memory.path, 'rubbish')
    await expect(writer.publishCheckpoint()).rejects.toThrow(/cannot tell whether/)
  })

  it('signs what it remembered but had not shown when it was interrupted', async () => {
    const { pool, writer, memory } = await freshLog(3)
    await queueLeaves(pool, sampleLeaves(4, 50))
    await writer.sequencePending(10)
    const note = logSigner.sign(7, await rootAt(pool, 7))
    await memory.write(note)
    expect(await writer.publishCheckpoint()).toBe(note)
    expect(await readCheckpoint(pool)).toBe(note)
  })

  it('publishes nothing that could not be remembered', async () => {
    const { pool, memory, writer } = await freshLog(3)
    const before = await readCheckpoint(pool)
    await writer.release()
    await queueLeaf(pool, sampleLeaf(50))
    const full: CheckpointMemory = {
      read: () => memory.read(),
      write: () => Promise.reject(new Error('no space left on device')),
    }
    await expect(writeAll(writerOf(pool, full))).rejects.toThrow('no space left')
    expect(await readCheckpoint(pool)).toBe(before)
  })
})

describe('rotating keys', () => {
  it('signs the newest tree again with the added key, then goes on with that key alone', async () => {
    const { pool, memory, writer } = await freshLog(10)
    await writer.release()
    const newSeed = '77'.repeat(32)
    const both = createLogSigner(LOG_ORIGIN, { 0: LOG_SEED, 1: newSeed })
    const after = createLogSigner(LOG_ORIGIN, { 1: newSeed })
    const early = writerOf(pool, memory, after)
    await expect(early.publishCheckpoint()).rejects.toThrow(/no signature of a trusted key/)
    await early.release()

    const overlap = writerOf(pool, memory, both)
    const note = (await overlap.publishCheckpoint()) ?? ''
    expect(checked(note, logSigner)).toEqual(checked(note, after))
    expect(checked(note).size).toBe(10)
    expect(await readCheckpoint(pool)).toBe(note)
    expect(await overlap.publishCheckpoint()).toBe(note)
    await overlap.release()

    await queueLeaf(pool, sampleLeaf(50))
    const last = await writeAll(writerOf(pool, memory, after))
    expect(checked(last, after).size).toBe(11)
    expect(openCheckpoint(last, LOG_ORIGIN, logSigner.keys).ok).toBe(false)
    const proof = await proofOfSubject(pool, 'event', 'event-50')
    const parsed = parseLogProof(proof.state === 'logged' ? proof.proof : '')
    expect(parsed.ok && parsed.proof.checkpoint === last).toBe(true)
    expect(same(checked(last, after).root, await rootAt(pool, 11))).toBe(true)
  })
})
