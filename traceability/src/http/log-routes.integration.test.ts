import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CheckpointMemory } from '../log/checkpoint-memory.ts'
import { fsck } from '../log/fsck.ts'
import { forgetLeaf, queueLeaf, queueLeaves } from '../log/leaves.ts'
import { createLogWriter, type LogWriter } from '../log/log-writer.ts'
import { httpBundles, replayEntries } from '../log/replay.ts'
import { readHead } from '../storage/log.ts'
import { buildGoPeer } from '../testing/go-peer.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import {
  LOG_ORIGIN,
  logSigner,
  logTrust,
  ownCheckpointFile,
  sampleContent,
  sampleLeaf,
  sampleLeaves,
} from '../testing/sample-log.ts'
import { openCheckpoint } from '../verify/checkpoint.ts'
import { verifyContentProof } from '../verify/log-proof.ts'
import { verifyConsistency } from '../verify/merkle.ts'
import { parseVerifierKey, verifyNote } from '../verify/signed-note.ts'
import { startSequencer } from './jobs.ts'
import type { Level, Log } from './log.ts'
import { logRoutes } from './log-routes.ts'

const COUNT = 770
let database: OwnDatabase
let empty: OwnDatabase
let writer: LogWriter
let server: Awaited<ReturnType<typeof serveRoutes>>
let emptyServer: Awaited<ReturnType<typeof serveRoutes>>

beforeAll(async () => {
  database = await ownDatabase()
  empty = await ownDatabase()
  writer = createLogWriter({ pool: database.pool, signer: logSigner, memory: ownCheckpointFile() })
  await queueLeaves(database.pool, sampleLeaves(COUNT))
  await queueLeaf(database.pool, sampleLeaf(1, { kind: 'status-list', subject: 'https://trace.test/lists/3#2026/11' }))
  await writer.sequencePending(10_000)
  await writer.publishCheckpoint()
  server = await serveRoutes(logRoutes({ pool: database.pool, signer: logSigner }))
  emptyServer = await serveRoutes(logRoutes({ pool: empty.pool, signer: logSigner }))
})
afterAll(async () => {
  await server?.close()
  await emptyServer?.close()
  await database?.drop()
  await empty?.drop()
})

const get = (path: string) => fetch(`${server.url}/log${path}`)
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string; message: string } }).error

describe('the log over HTTP (C2SP tlog-tiles)', () => {
  it('serves the checkpoint as text that is fresh after seconds, to any page', async () => {
    const response = await get('/checkpoint')
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('cache-control')).toBe('public, max-age=2')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect(openCheckpoint(await response.text(), LOG_ORIGIN, logSigner.keys)).toMatchObject({
      ok: true,
      checkpoint: { size: COUNT + 1 },
    })
  })

  it('names the keys that sign now', async () => {
    const keys = (await (await get('/keys')).text()).trim().split('\n')
    expect(keys).toEqual(logSigner.vkeys)
    expect(keys.every((vkey) => parseVerifierKey(vkey).ok)).toBe(true)
  })

  it.each([
    ['/tile/0/000', 8_192],
    ['/tile/0/002', 8_192],
    ['/tile/0/003.p/3', 96],
    ['/tile/0/003.p/1', 32],
    ['/tile/1/000.p/3', 96],
    ['/tile/entries/000', 256 * 36],
    ['/tile/entries/003.p/2', 72],
  ])('serves %s for ever, as bytes', async (path, length) => {
    const response = await get(path)
    expect(response.status).toBe(200)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await response.arrayBuffer()).byteLength).toBe(length)
  })

  it.each([
    ['/tile/0/003', 404],
    ['/tile/0/003.p/4', 404],
    ['/tile/1/000', 404],
    ['/tile/2/000.p/1', 404],
    ['/tile/63/000.p/1', 404],
    ['/tile/0/x001/x234/067', 404],
    ['/tile/entries/003', 404],
    ['/tile/0/0', 400],
    ['/tile/0/x000/001', 400],
    ['/tile/0/000.p/256', 400],
    ['/tile/0/000.p/0', 400],
    ['/tile/64/000', 400],
    ['/tile/00/000', 400],
    ['/tile/-1/000', 400],
    ['/tile/entries/..%2f..', 400],
    ['/tile/entries/', 400],
  ])('answers %s with %i and a sentence', async (path, status) => {
    const response = await get(path)
    expect(response.status).toBe(status)
    expect(response.headers.get('cache-control')).toBe('private, no-store')
    expect(response.headers.get('access-control-allow-origin')).toBe('*')
    expect((await errorOf(response)).message).toMatch(/^(No published|A tile is|The level)/)
  })

  it('gives a proof file that verifies with the content and the key alone', async () => {
    const response = await get('/proof/event/event-500')
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const content = { kind: 'event' as const, contentHash: sampleContent(500) }
    expect(verifyContentProof(await response.text(), content, logTrust)).toMatchObject({ ok: true })
    const list = { kind: 'status-list' as const, contentHash: sampleContent(1) }
    for (const subject of [
      encodeURIComponent('https://trace.test/lists/3#2026/11'),
      'https://trace.test/lists/3%232026/11',
    ]) {
      const proof = await (await get(`/proof/status-list/${subject}`)).text()
      expect(verifyContentProof(proof, list, logTrust)).toMatchObject({ ok: true })
    }
  })

  it('says why there is no proof: never logged, not yet, forgotten, or no such kind', async () => {
    const answer = async (path: string) => {
      const response = await get(`/proof/${path}`)
      return [response.status, (await errorOf(response)).code, response.headers.get('retry-after')]
    }
    expect(await answer('event/nothing')).toEqual([404, 'not_found', null])
    expect(await answer('event/')).toEqual([404, 'not_found', null])
    expect(await answer('event/%00')).toEqual([404, 'not_found', null])
    expect(await answer(`event/${'x'.repeat(5_000)}`)).toEqual([404, 'not_found', null])
    expect(await answer('decision/event-500')).toEqual([404, 'not_found', null])
    expect(await answer('constructor/x')).toEqual([400, 'invalid_input', null])
    await queueLeaf(database.pool, sampleLeaf(9_999))
    expect(await answer('event/event-9999')).toEqual([404, 'not_yet', '3'])
    const { partyNo } = sampleLeaf(7)
    await forgetLeaf(database.pool, { partyNo, kind: 'event', subject: 'event-7' })
    expect(await answer('event/event-7')).toEqual([410, 'forgotten', null])
  })

  it('gives consistency proofs between any two published sizes', async () => {
    const firstLeaf = new Uint8Array(await (await get('/tile/0/000')).arrayBuffer()).slice(0, 32)
    const opened = openCheckpoint(await (await get('/checkpoint')).text(), LOG_ORIGIN, logSigner.keys)
    if (!opened.ok) throw new Error(opened.reason)
    const response = await get('/consistency?from=1')
    expect(response.headers.get('cache-control')).toBe('public, max-age=2')
    const { from, to, proof } = (await response.json()) as { from: number; to: number; proof: string[] }
    expect([from, to]).toEqual([1, COUNT + 1])
    const hashes = proof.map((hash) => Uint8Array.from(Buffer.from(hash, 'base64')))
    expect(verifyConsistency(1, to, hashes, firstLeaf, opened.checkpoint.root)).toEqual({ ok: true })
    expect((await get('/consistency?from=5&to=9')).headers.get('cache-control')).toMatch(/immutable/)
  })

  it.each([
    ['', 'from: must be a tree size'],
    ['?from=x', 'from: must be a tree size'],
    ['?from=0', 'from: must be at least 1'],
    ['?from=05', 'from: must be a tree size'],
    ['?from=9&to=8', 'to: must not be less than from'],
    ['?from=1&to=772', 'to: must not be more than the 771 leaves'],
    ['?from=1&to=99999999999999999999', 'to: must be a tree size'],
  ])('refuses /consistency%s with the field and a sentence', async (query, message) => {
    const response = await get(`/consistency${query}`)
    expect(response.status).toBe(400)
    expect((await errorOf(response)).message).toContain(message)
  })

  it('has nothing to show before the first checkpoint, and says so', async () => {
    const response = await fetch(`${emptyServer.url}/log/checkpoint`)
    expect([response.status, (await errorOf(response)).code]).toEqual([404, 'not_yet'])
    expect((await fetch(`${emptyServer.url}/log/tile/0/000.p/1`)).status).toBe(404)
    expect((await fetch(`${emptyServer.url}/log/consistency?from=1`)).status).toBe(400)
  })

  it('is itself the mirror from which a log without leaves is filled again', async () => {
    const note = await (await get('/checkpoint')).text()
    const other = await ownDatabase()
    try {
      const replayed = await replayEntries(
        { pool: other.pool, signer: logSigner },
        note,
        httpBundles(`${server.url}/log`),
      )
      expect(replayed).toEqual({ replayed: COUNT + 1, recorded: 0 })
      expect(await fsck(other.pool)).toMatchObject({ ok: true, size: COUNT + 1, unrecorded: COUNT + 1 })
      await expect(
        replayEntries({ pool: empty.pool, signer: logSigner }, note, httpBundles(`${emptyServer.url}/log`)),
      ).rejects.toThrow('The mirror does not have bundle 0 of the log')
    } finally {
      await other.drop()
    }
  })
})

describe('agreement with the transparency log packages of the Go project', () => {
  const built = buildGoPeer()
  if ('missing' in built) {
    it('needs Go', () => {
      console.log(`NOTE Log: the Go peer was NOT run, because ${built.missing}`)
      expect(built.missing).not.toBe('')
    })
    return
  }
  const { peer } = built

  it('Go reads the log over HTTP: signature, root, every inclusion, consistency, proof files', async () => {
    const subjects = [1, 255, 256, 500, COUNT - 1].map((i) => `event/event-${i}`)
    const { ok, output } = await peer(['check', `${server.url}/log`, logSigner.vkeys[0] ?? '', ...subjects])
    expect({ ok, output }).toMatchObject({ ok: true, output: expect.stringMatching(/^size=\d+ inclusion=\d+ /) })
    const { size } = await readHead(database.pool)
    expect(output).toContain(`size=${size} inclusion=${size} `)
    expect(output).toContain(`proof_files=${subjects.length} `)
    console.log(`NOTE Log: read and verified by Go's sumdb/tlog and note: ${output.trim()}`)
  })

  it('Go refuses the log when a tile, an entry or the signature was changed', async () => {
    const vkey = logSigner.vkeys[0] ?? ''
    const changes = [
      'update trace.log_tile set body = set_byte(body, 70, get_byte(body, 70) # 1) where level = 0 and tile_no = 1',
      'update trace.log_tile set body = set_byte(body, 70, get_byte(body, 70) # 1) where level = -1 and tile_no = 1',
      'update trace.log_tile set body = set_byte(body, 70, get_byte(body, 70) # 1) where level = 1',
    ]
    for (const change of changes) {
      await database.pool.query(change)
      expect((await peer(['check', `${server.url}/log`, vkey])).ok).toBe(false)
      await database.pool.query(change)
    }
    const stranger = vkey.replace(/\+.*/, '+00000000+AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')
    expect((await peer(['check', `${server.url}/log`, stranger])).ok).toBe(false)
    expect((await peer(['check', `${server.url}/log`, vkey])).ok).toBe(true)
  })

  it('we read notes that Go signed, with 16 signatures', async () => {
    const { output } = await peer(['sign', 'Mỗi xã một sản phẩm', '16'])
    const cut = output.indexOf('\n\n')
    const keys = output
      .slice(0, cut)
      .split('\n')
      .map((vkey) => {
        const parsed = parseVerifierKey(vkey)
        if (!parsed.ok) throw new Error(parsed.reason)
        return parsed.key
      })
    const note = output.slice(cut + 2)
    const verified = verifyNote(note, keys)
    expect(verified).toMatchObject({ ok: true, text: 'Mỗi xã một sản phẩm\n' })
    expect(verified.ok && verified.signatures.length).toBe(16)
    for (const key of keys) expect(verifyNote(note, [key]).ok).toBe(true)
    expect(verifyNote(note.replace('một', 'hai'), keys).ok).toBe(false)
  })
})

describe('the sequencer', () => {
  function recordingLog(): Log & {
    lines: { level: Level; msg: string; fields: Record<string, unknown> | undefined }[]
  } {
    const lines: { level: Level; msg: string; fields: Record<string, unknown> | undefined }[] = []
    return { lines, flush: () => undefined, write: (level, msg, fields) => void lines.push({ level, msg, fields }) }
  }
  const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
  async function eventually(ask: () => Promise<boolean> | boolean): Promise<boolean> {
    for (let i = 0; i < 100; i++) {
      if (await ask()) return true
      await pause(50)
    }
    return false
  }
  let own: OwnDatabase
  beforeAll(async () => {
    own = await ownDatabase()
  })
  afterAll(() => own.drop())

  it('logs what is queued within seconds, in whichever of two processes, and stops cleanly', async () => {
    const memory = ownCheckpointFile()
    const logs = [recordingLog(), recordingLog()]
    const stops = logs.map((log) => startSequencer(createLogWriter({ pool: own.pool, signer: logSigner, memory }), log))
    await queueLeaves(own.pool, sampleLeaves(3_000))
    expect(await eventually(async () => (await readHead(own.pool)).size === 3_000)).toBe(true)
    await queueLeaves(own.pool, sampleLeaves(10, 5_000))
    expect(await eventually(async () => (await memory.read())?.includes('\n3010\n') ?? false)).toBe(true)
    await Promise.all(stops.map((stop) => stop()))
    const after = own.pool.totalCount - own.pool.idleCount
    await queueLeaf(own.pool, sampleLeaf(6_000))
    await pause(1_300)
    expect((await readHead(own.pool)).size).toBe(3_010)
    expect(after).toBe(0)
    expect(logs.flatMap(({ lines }) => lines).filter(({ level }) => level !== 'debug')).toEqual([])
    expect(await fsck(own.pool)).toMatchObject({ ok: true, size: 3_010 })
  })

  it('tries again ever more slowly after errors, lets another process write meanwhile, and recovers', async () => {
    const file = ownCheckpointFile()
    await writeFile(
      file.path,
      (await own.pool.query('select note from trace.log_checkpoint order by tree_size desc limit 1')).rows[0].note,
    )
    let broken = true
    const memory: CheckpointMemory = {
      read: () => (broken ? Promise.reject(new Error('the disk is gone')) : file.read()),
      write: (note) => file.write(note),
    }
    const log = recordingLog()
    const stop = startSequencer(createLogWriter({ pool: own.pool, signer: logSigner, memory }), log)
    expect(await eventually(() => log.lines.length >= 2)).toBe(true)
    expect(log.lines.slice(0, 2).map(({ level, fields }) => [level, fields?.reason, fields?.inMilliseconds])).toEqual([
      ['error', 'the disk is gone', 500],
      ['error', 'the disk is gone', 1_000],
    ])
    const other = createLogWriter({ pool: own.pool, signer: logSigner, memory: file })
    expect(await other.sequencePending(10)).toBe(1)
    await other.release()
    broken = false
    expect(await eventually(async () => (await file.read())?.includes('\n3011\n') ?? false)).toBe(true)
    await stop()
  })

  it('says that somebody must look when the log contradicts what it published', async () => {
    const file = ownCheckpointFile()
    await file.write(logSigner.sign(1_000_000, new Uint8Array(32)))
    const log = recordingLog()
    const stop = startSequencer(createLogWriter({ pool: own.pool, signer: logSigner, memory: file }), log)
    expect(await eventually(() => log.lines.length > 0)).toBe(true)
    await stop()
    expect(log.lines[0]).toMatchObject({ level: 'error', fields: { needsSomebody: true } })
  })
})
