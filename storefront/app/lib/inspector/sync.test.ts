import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { InspectorStore } from './inspector-store.ts'
import { API, type Fetch, syncWaiting } from './sync.ts'
import type { WaitingLookUp, WaitingRecord } from './types.ts'

const NOW = () => new Date('2026-11-23T02:00:00Z')

function memoryStore(): InspectorStore {
  const records = new Map<string, WaitingRecord>()
  const lookUps = new Map<string, WaitingLookUp>()
  return {
    records: async () => [...records.values()],
    putRecord: async (record) => void records.set(record.requestKey, record),
    removeRecord: async (key) => void records.delete(key),
    lookUps: async () => [...lookUps.values()],
    putLookUp: async (lookUp) => void lookUps.set(lookUp.requestKey, lookUp),
    removeLookUps: async (keys) => {
      for (const key of keys) lookUps.delete(key)
    },
    desk: async () => null,
    putDesk: async () => undefined,
    bundle: async () => null,
    putBundle: async () => undefined,
    issuer: async () => null,
    putIssuer: async () => undefined,
  }
}

function waiting(requestKey: string, photos = 0, changes: Partial<WaitingRecord> = {}): WaitingRecord {
  return {
    requestKey,
    inspectorId: 'insp_1',
    draft: {
      provinceCode: '82',
      place: 'Chợ',
      foundAt: '2026-11-23T01:00:00.000Z',
      scanned: null,
      productRef: null,
      productName: 'Hạt sen',
      seller: 'Sạp 1',
      findings: ['other'],
      notes: '',
      verdict: null,
      followUpBy: null,
    },
    photos: Array.from({ length: photos }, (_, at) => ({
      title: `Ảnh ${at}`,
      blob: new Blob([`${requestKey} ${at}`]),
      file: null,
    })),
    refused: null,
    ...changes,
  }
}

/** The shop's promises: a record once by its key, a photo once by its bytes. Each call may be lost before or after. */
function shop(losses: ('none' | 'request' | 'answer' | 'busy')[]) {
  const kept = new Map<string, { photos: string[] }>()
  const files = new Map<string, string>()
  const lookUps = new Set<string>()
  let calls = 0
  const take = async (path: string, init: RequestInit): Promise<Response> => {
    if (path === `${API}/photos`) {
      const bytes = await ((init.body as FormData).get('file') as File).text()
      if (!files.has(bytes)) files.set(bytes, `private-${files.size}.jpg`)
      return Response.json({ file: files.get(bytes) })
    }
    const body = JSON.parse(String(init.body))
    if (path === `${API}/look-ups`) {
      for (const each of body.lookUps) lookUps.add(each.requestKey)
      return Response.json({ kept: body.lookUps.length })
    }
    if (body.notes === 'refuse') return Response.json({ error: { message: 'Không nhận' } }, { status: 400 })
    const fresh = !kept.has(body.requestKey)
    if (fresh) kept.set(body.requestKey, { photos: body.photos })
    return Response.json({}, { status: fresh ? 201 : 200 })
  }
  const fetch: Fetch = async (path, init = {}) => {
    const loss = losses[calls++] ?? 'none'
    if (loss === 'request') throw new TypeError('network')
    if (loss === 'busy') return new Response(null, { status: 503 })
    const answer = await take(path, init)
    if (loss === 'answer') throw new TypeError('network')
    return answer
  }
  return { kept, files, lookUps, fetch }
}

describe('the queue', () => {
  test('ends with every record at the shop once, whatever requests and answers are lost', async () => {
    const loss = fc.constantFrom('none', 'request', 'answer', 'busy')
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 5 }),
        fc.array(loss, { maxLength: 40 }),
        async (photoCounts, losses) => {
          const store = memoryStore()
          const there = shop(losses)
          for (const [at, photos] of photoCounts.entries()) await store.putRecord(waiting(`record-${at}`, photos))
          for (const key of ['a', 'b']) {
            const look = { askedAt: '2026-11-23T01:00:00Z', scanned: 'x', outcome: 'unreadable' }
            await store.putLookUp({ requestKey: key, inspectorId: 'insp_1', ...look })
          }
          let end = 'away'
          for (let round = 0; round < 60 && end !== 'done'; round++) {
            end = await syncWaiting(store, 'insp_1', there.fetch, NOW)
          }
          expect(end).toBe('done')
          expect([...there.kept.keys()].sort()).toEqual(photoCounts.map((_, at) => `record-${at}`).sort())
          for (const [at, photos] of photoCounts.entries()) {
            const { photos: sent = [] } = there.kept.get(`record-${at}`) ?? {}
            expect(new Set(sent).size).toBe(photos)
          }
          expect(there.files.size).toBe(photoCounts.reduce((sum, count) => sum + count, 0))
          expect([...there.lookUps].sort()).toEqual(['a', 'b'])
          expect([await store.records(), await store.lookUps()]).toEqual([[], []])
        },
      ),
      { numRuns: 200 },
    )
  })

  test('keeps what the shop refuses, with the reason, and sends the others', async () => {
    const store = memoryStore()
    const there = shop([])
    const bad = waiting('bad')
    await store.putRecord({ ...bad, draft: { ...bad.draft, notes: 'refuse' } })
    await store.putRecord(waiting('good'))
    expect(await syncWaiting(store, 'insp_1', there.fetch, NOW)).toBe('done')
    expect([...there.kept.keys()]).toEqual(['good'])
    expect((await store.records()).map(({ requestKey, refused }) => [requestKey, refused])).toEqual([
      ['bad', 'Không nhận'],
    ])
  })

  test('sends nothing of another inspector, and stops when the session is over', async () => {
    const store = memoryStore()
    const there = shop([])
    await store.putRecord(waiting('other', 0, { inspectorId: 'insp_2' }))
    expect(await syncWaiting(store, 'insp_1', there.fetch, NOW)).toBe('done')
    expect([there.kept.size, (await store.records()).length]).toEqual([0, 1])
    await store.putRecord(waiting('mine'))
    expect(await syncWaiting(store, 'insp_1', async () => new Response(null, { status: 401 }), NOW)).toBe('sign_in')
    expect(await store.records()).toHaveLength(2)
  })
})
