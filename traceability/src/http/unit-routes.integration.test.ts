import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upsertLot } from '../events/lots.ts'
import { recallLot } from '../events/recalls.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { registerParty } from '../identifiers/parties.ts'
import { unitCode } from '../identifiers/unit-codes.ts'
import { createLabelBatch, type LabelBatch, type LabelBatchInput } from '../labels/label-batches.ts'
import type { LabelBatchPage, SheetManifest } from '../labels/label-sheets.ts'
import { scratchCode, scratchRing } from '../labels/scratch-codes.ts'
import { storePassport } from '../passports/passports.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { SCRATCH_KEY, TOKEN } from '../testing/running-service.ts'
import { LABEL_KEYS } from '../testing/sample-sheet.ts'
import { sampleArea, sampleLot, samplePassport } from '../testing/samples.ts'
import { bearerCheck } from './caller.ts'
import { labelRoutes } from './label-routes.ts'
import { unitRoutes } from './unit-routes.ts'

let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>
const codes = LABEL_KEYS.ring
const scratch = scratchRing({ 0: SCRATCH_KEY })

beforeAll(async () => {
  database = await ownDatabase()
  const { pool } = database
  server = await serveRoutes(
    [
      ...labelRoutes({ pool, keys: LABEL_KEYS, storefrontUrl: 'https://saolang.vn' }),
      ...unitRoutes({ pool, codes, scratch }),
    ],
    { trusts: bearerCheck(TOKEN) },
  )
  for (const party of ['producer-1', 'producer-2']) await registerParty(pool, party)
  await storePassport(pool, { messageId: 'm-1', partyRef: 'producer-1', passport: samplePassport() })
  await upsertSourceArea(pool, sampleArea())
  await upsertLot(pool, sampleLot())
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

let asked = 0
const made = (changes: Partial<LabelBatchInput> = {}): Promise<LabelBatch> =>
  createLabelBatch(database.pool, {
    ...{ partyRef: 'producer-1', productRef: 'product-1', lotRef: 'lot-1', size: 100, epoch: 0 },
    requestKey: `b-${asked++}`,
    ...changes,
  })

interface Answer<T> {
  status: number
  body: T
}
interface Refusal {
  error: { code: string; field: string; message: string; details: unknown }
}
async function call<T = Refusal>(method: string, path: string, body?: unknown): Promise<Answer<T>> {
  const answer = await fetch(server.url + path, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as T }
}
const at = ({ batchNo }: { batchNo: number }, tail = '', party = 'producer-1') =>
  `/internal/parties/${party}/label-batches/${batchNo}${tail}`
const change = (changes: Record<string, unknown>) => ({
  ...{ action: 'void', note: 'Tem in nhòe', actorRef: 'member-1', placeRef: null, provinceCode: null },
  ...changes,
})
const pageOf = async (batch: { batchNo: number }) => (await call<LabelBatchPage>('GET', at(batch))).body
const statesOf = async (batch: { batchNo: number }) =>
  Object.fromEntries((await pageOf(batch)).states.map(({ state, units }) => [state, units]))

describe('states of labels', () => {
  it('are counted for a batch, each label once, whoever has a state of its own', async () => {
    const batch = await made({ startsAs: 'issued', size: 1_000 })
    expect(await statesOf(batch)).toEqual({ issued: 1_000 })
    await call('POST', at(batch, '/units'), change({ action: 'commission', first: 0, last: 499 }))
    await call('POST', at(batch, '/units'), change({ first: 7, last: 7 }))
    await call('POST', at(batch, '/units'), change({ action: 'sell', first: 8, last: 8 }))
    await call('POST', at(batch, '/units'), change({ action: 'destroy', first: 490, last: 509 }))
    expect(await statesOf(batch)).toEqual({ active: 488, void: 1, sold: 1, destroyed: 20, issued: 490 })
    expect((await pageOf(batch)).changes).toMatchObject([
      { action: 'destroy', first: 490, last: 509, changed: 20, note: 'Tem in nhòe', actorRef: 'member-1' },
      { action: 'commission', first: 0, last: 499, changed: 500, refused: 0 },
    ])
  })

  it('change by a list of codes, as typed, all together or not at all', async () => {
    const batch = await made()
    const other = await made()
    const typed = [3, 4, 9].map((index) => unitCode(codes, batch, index).toLowerCase())
    const wrong = change({ codes: [...typed, unitCode(codes, other, 0)] })
    expect(await call('POST', at(batch, '/units'), wrong)).toMatchObject({
      status: 400,
      body: { error: { field: 'codes.3' } },
    })
    expect(await statesOf(batch)).toEqual({ active: 100 })
    const right = change({ codes: [...typed, typed[0] ?? ''], requestKey: 'list-1' })
    const first = await call<{ changed: number }>('POST', at(batch, '/units'), right)
    expect(first.body).toMatchObject({ changed: 3, refused: [] })
    expect(await call('POST', at(batch, '/units'), right)).toEqual(first)
    expect(await statesOf(batch)).toEqual({ active: 97, void: 3 })
    expect(await call('POST', at(batch, '/units'), change({ codes: typed, requestKey: 'list-1' }))).toMatchObject({
      status: 409,
    })
  })

  it('can be undone where the rules allow it; refusals are counted', async () => {
    const batch = await made()
    await call('POST', at(batch, '/units'), change({ action: 'sell', first: 0, last: 9 }))
    const back = await call('POST', at(batch, '/units'), change({ action: 'return', first: 5, last: 14 }))
    expect(back.body).toMatchObject({ changed: 5, refused: [{ reason: 'already_active', units: 5 }] })
    expect(await statesOf(batch)).toEqual({ active: 95, sold: 5 })
  })

  it('of one label are told with its history, by code or by its number', async () => {
    const batch = await made()
    await call('POST', at(batch, '/units'), change({ action: 'sell', first: 4, last: 6 }))
    for (const name of ['5', unitCode(codes, batch, 4)]) {
      expect(await call('GET', at(batch, `/units?code=${name}`))).toMatchObject({
        status: 200,
        body: { index: 4, code: unitCode(codes, batch, 4), state: 'sold', history: [{ action: 'sell', done: true }] },
      })
    }
    expect(await call('GET', at(batch, '/units?code=101'))).toMatchObject({ status: 400 })
  })

  it('of another party are not there, and need the token', async () => {
    const batch = await made()
    for (const [method, tail, body] of [
      ['POST', '/units', change({ first: 0, last: 0 })],
      ['GET', '/units?code=1', undefined],
      ['POST', '/reprint', { first: 0, last: 0, note: 'x', actorRef: null, requestKey: 'r' }],
      ['GET', '/hidden-codes', undefined],
    ] as const) {
      expect((await call(method, at(batch, tail, 'producer-2'), body)).status, tail).toBe(404)
      expect((await fetch(server.url + at(batch, tail), { method })).status, tail).toBe(401)
    }
    expect(await statesOf(batch)).toEqual({ active: 100 })
  })
})

describe('a reprint of spoilt labels', () => {
  const spoilt = (changes: Record<string, unknown>) => ({
    ...{ note: 'Máy in nhòe mực', actorRef: 'member-1', requestKey: `r-${asked++}` },
    ...changes,
  })

  it('voids them for ever and gives as many new ones, active where the old ones were', async () => {
    const batch = await made({
      startsAs: 'issued',
      printedLines: ['Giữ lạnh'],
      bestBefore: '2027-02-01',
      scratch: true,
    })
    await call('POST', at(batch, '/units'), change({ action: 'commission', first: 12, last: 13 }))
    const wanted = spoilt({ first: 10, last: 14 })
    const answer = await call<LabelBatch>('POST', at(batch, '/reprint'), wanted)
    expect(answer).toMatchObject({ status: 200, body: { size: 5 } })
    expect(await call('POST', at(batch, '/reprint'), wanted)).toEqual(answer)
    expect(await statesOf(batch)).toEqual({ issued: 95, void: 5 })
    expect(await statesOf(answer.body)).toEqual({ issued: 3, active: 2 })
    const { batch: again } = await pageOf(answer.body)
    expect(again).toMatchObject({
      lotRef: 'lot-1',
      printedLines: ['Giữ lạnh'],
      bestBefore: '2027-02-01',
      scratch: true,
    })
    const old = await call<{ history: unknown[] }>('GET', at(batch, '/units?code=13'))
    expect(old.body.history.at(-1)).toMatchObject({
      action: 'reprint',
      note: 'Máy in nhòe mực',
      other: { batchNo: answer.body.batchNo, index: 2 },
    })
    const young = await call<{ history: unknown[] }>('GET', at(answer.body, '/units?code=3'))
    expect(young.body.history).toContainEqual(
      expect.objectContaining({ action: 'replace', other: { batchNo: batch.batchNo, index: 12 } }),
    )
  })

  it('of labels in trade is refused as a whole, and makes no batch', async () => {
    const batch = await made()
    await call('POST', at(batch, '/units'), change({ action: 'sell', first: 3, last: 3 }))
    const before = await database.pool.query('select count(*) from trace.label_batch')
    const refused = await call('POST', at(batch, '/reprint'), spoilt({ first: 0, last: 5 }))
    expect(refused).toMatchObject({ status: 409, body: { error: { message: expect.stringContaining('is_sold') } } })
    expect(await statesOf(batch)).toEqual({ active: 99, sold: 1 })
    expect(await database.pool.query('select count(*) from trace.label_batch')).toMatchObject({ rows: before.rows })
  })

  it.each([
    [{ first: 5, last: 4 }, 'last'],
    [{ first: 90, last: 100 }, 'last'],
    [{ first: 0, last: 5, note: '' }, 'note'],
  ])('%j is refused by name', async (wrong, field) => {
    const batch = await made()
    const answer = await call('POST', at(batch, '/reprint'), spoilt(wrong))
    expect(answer).toMatchObject({ status: 400, body: { error: { field } } })
  })
})

describe('hidden codes', () => {
  it('are listed for the printer beside the codes they belong to', async () => {
    const batch = await made({ scratch: true })
    const answer = await fetch(`${server.url}${at(batch, '/hidden-codes?from=2&to=5')}`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    })
    expect(answer.headers.get('cache-control')).toBe('private, no-store')
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="ma-cao-${batch.batchNo}-3-5.csv"`)
    const lines = (await answer.text()).split('\r\n')
    expect(lines).toEqual([
      'index,code,hidden_code',
      ...[2, 3, 4].map((i) => `${i},${unitCode(codes, batch, i)},${scratchCode(scratch, batch, i)}`),
      '',
    ])
  })

  it('of a batch without them, or outside of it, are refused', async () => {
    expect((await call('GET', at(await made(), '/hidden-codes'))).body.error.field).toBe('batchNo')
    const batch = await made({ scratch: true })
    expect((await call('GET', at(batch, '/hidden-codes?from=100'))).body.error.field).toBe('from')
    expect((await call('GET', at(batch, '/hidden-codes?to=101'))).body.error.field).toBe('to')
  })
})

describe('parts of a print sheet', () => {
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(server.url + path, { headers: { authorization: `Bearer ${TOKEN}`, ...headers } })

  it.each(['csv', 'pdf'])(
    'of %s can be told from a damaged copy, and go on at the byte where a connection was lost',
    async (format) => {
      const { batchNo } = await made()
      const sheet = await call<SheetManifest>('POST', '/internal/parties/producer-1/label-sheets', {
        ...{ batchNo, format, kind: 'plain', requestKey: `s-${asked++}`, layout: { sheet: 'a4-65' } },
      })
      const part = `/internal/parties/producer-1/label-sheets/${sheet.body.sheetNo}/parts/1`
      const early = await get(part, { range: 'bytes=1000-' })
      const whole = Buffer.from(await (await get(part)).arrayBuffer())
      const digest = (await call<{ etag: string; bytes: number; sha256: string }>('GET', `${part}/digest`)).body
      expect(digest).toEqual({
        etag: `"${sheet.body.parts[0]?.etag}"`,
        bytes: whole.length,
        sha256: createHash('sha256').update(whole).digest('hex'),
      })
      expect([early.status, early.headers.get('content-range')]).toEqual([
        206,
        `bytes 1000-${whole.length - 1}/${whole.length}`,
      ])
      expect(Buffer.from(await early.arrayBuffer()).equals(whole.subarray(1000))).toBe(true)
      const ours = await get(part, { range: 'bytes=10-', 'if-range': digest.etag })
      expect([ours.status, (await ours.arrayBuffer()).byteLength]).toEqual([206, whole.length - 10])
      const other = await get(part, { range: 'bytes=10-', 'if-range': '"other"' })
      expect([other.status, (await other.arrayBuffer()).byteLength]).toEqual([200, whole.length])
      const beyond = await get(part, { range: `bytes=${whole.length}-` })
      expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`])
      expect((await get(part, { range: 'bytes=0-5' })).status).toBe(200)
      expect((await get(`${part.slice(0, -1)}2/digest`)).status).toBe(404)
    },
  )
})

describe('a preview of a label', () => {
  const wanted = {
    ...{ productRef: 'product-1', lotRef: 'lot-1', packedOn: null, bestBefore: '2027-01-31' },
    ...{ printedLines: ['Giữ lạnh'], kind: 'plain', layout: { sheet: 'a4-21' } },
  }
  const preview = (changes: Record<string, unknown> = {}) =>
    call<{ svg: string; leftOut: string[] } & Refusal>('POST', '/internal/parties/producer-1/label-preview', {
      ...wanted,
      ...changes,
    })

  it('says what would be printed, with a code that no label has', async () => {
    const { body } = await preview()
    for (const text of ['Hạt sen sấy', 'Lô: HS261015', 'HSD: 31/01/2027', 'NĐG: 15/10/2026', 'Giữ lạnh', '0000-0000']) {
      expect(body.svg).toContain(text)
    }
    expect(body).toMatchObject({ leftOut: [] })
    expect((await preview({ kind: 'signed' })).body.svg).not.toBe(body.svg)
  })

  it('names what does not fit', async () => {
    expect((await preview({ layout: { sheet: 'a4-132-cut' } })).body.leftOut).not.toEqual([])
    expect(await preview({ layout: { rollWidthMm: 12, rollHeightMm: 12 } })).toMatchObject({
      status: 400,
      body: { error: { field: 'symbolMm' } },
    })
    expect((await preview({ lotRef: 'none' })).body.error.field).toBe('lotRef')
  })
})

describe('a recalled lot', () => {
  it('gets no new labels', async () => {
    await upsertLot(database.pool, sampleLot({ ref: 'lot-2', lotCode: 'HS-THU-HOI' }))
    await recallLot(database.pool, { partyRef: 'producer-1', lotRef: 'lot-2', reason: 'Dư lượng', advice: 'Trả lại' })
    await expect(made({ lotRef: 'lot-2' })).rejects.toMatchObject({
      code: 'lot_recalled',
      details: { lot: 'HS-THU-HOI' },
    })
  })
})
