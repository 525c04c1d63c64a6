import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { correctStep } from '../events/corrections.ts'
import { recallSourceArea } from '../events/recalls.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import type { StepInput } from '../events/step-input.ts'
import { recordStep } from '../events/steps.ts'
import { lotBookContent } from '../exports/lot-book-content.ts'
import { registerParty } from '../identifiers/parties.ts'
import { entry, packed, raw, take } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { PLACE } from '../testing/samples.ts'
import { lotBookRoutes } from './lot-book-routes.ts'

let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>

const PERIOD = { from: '2026-10-02', to: '2026-10-31' }
const BOOK = { ...PERIOD, producer: 'Hợp tác xã Sen Tháp Mười', people: { 'member-1': 'Nguyễn Thị Sen' } }

beforeAll(async () => {
  database = await ownDatabase()
  await registerParty(database.pool, 'producer-1')
  await registerParty(database.pool, 'producer-2')
  server = await serveRoutes(lotBookRoutes(database.pool), {
    trusts: (incoming) => incoming.headers.authorization === 'Bearer let-me-in',
  })
  await upsertSourceArea(database.pool, {
    partyRef: 'producer-1',
    ref: 'ruong-1',
    name: 'Ruộng sen ấp 1',
    place: PLACE,
    areaHectares: 2,
    growers: 3,
    certificates: [],
    confidence: 'self_declared',
    sample: true,
    productRefs: ['product-1'],
  })
  const record = (changes: Partial<StepInput>) => recordStep(database.pool, entry(changes))
  await record({
    step: 'harvesting',
    happenedAt: '2026-10-01T01:00:00Z',
    outputs: [raw('sen-01', 800)],
    sourceAreaRefs: ['ruong-1'],
  })
  await record({
    step: 'drying',
    happenedAt: '2026-10-02T01:00:00Z',
    inputs: [take('sen-01', 600)],
    outputs: [raw('sen-kho', 150, { kind: 'intermediate', material: 'Hạt sen khô' })],
    recordedBy: 'member-1',
    note: '=HYPERLINK("http://x")',
  })
  const wrong = await record({
    step: 'packing',
    happenedAt: '2026-10-03T01:00:00Z',
    inputs: [take('sen-kho', 50)],
    outputs: [packed('sen-hop', 200)],
  })
  await correctStep(database.pool, {
    partyRef: 'producer-1',
    requestKey: 'fix-1',
    stepNo: wrong.stepNo,
    reason: 'Đếm nhầm số hộp trong mẻ này',
    replacement: entry({
      step: 'packing',
      happenedAt: '2026-10-03T01:00:00Z',
      inputs: [take('sen-kho', 50)],
      outputs: [packed('sen-hop', 245)],
    }),
  })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

const ask = (path: string, body?: unknown, token = 'let-me-in') =>
  fetch(`${server.url}/internal/parties/${path}`, {
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
  })

it('are closed without the internal token', async () => {
  for (const path of ['producer-1/source-areas', 'producer-1/recalls']) {
    expect((await ask(path, undefined, 'guess')).status).toBe(401)
  }
  for (const path of ['producer-1/journal.pdf', 'producer-1/journal.xlsx']) {
    expect((await ask(path, BOOK, 'guess')).status).toBe(401)
  }
})

it('tell the entries of the days with what went in, came out and was lost', async () => {
  const book = await lotBookContent(database.pool, 'producer-1', BOOK)
  expect(book.lines.map((line) => [line.day, line.time, line.work, line.loss, line.recordedBy])).toEqual([
    ['2026-10-02', '08:00', 'Sấy, phơi', 0.75, 'Nguyễn Thị Sen'],
    ['2026-10-03', '08:00', 'Đóng gói', expect.closeTo(0.2, 5), null],
    ['2026-10-03', '08:00', 'Đóng gói', expect.closeTo(0.02, 5), null],
  ])
  expect(book.lines.map((line) => line.crossedOut)).toEqual([null, 'Đếm nhầm số hộp trong mẻ này', null])
  expect(book.lines[0]?.inputs).toEqual([
    { lotCode: 'SEN-01', name: 'Hạt sen tươi', quantity: { value: 600, unit: 'kg' } },
  ])
})

it('close every lot at what was there, plus what came, less what went; corrected entries count once', async () => {
  const { totals } = await lotBookContent(database.pool, 'producer-1', BOOK)
  expect(
    totals.map(({ lotCode, unit, opening, made, used, closing }) => [lotCode, unit, opening, made, used, closing]),
  ).toEqual([
    ['SEN-01', 'kg', 800, 0, 600, 200],
    ['SEN-KHO', 'kg', 0, 150, 50, 100],
    ['SEN-HOP', 'kg', 0, 49, 0, 49],
  ])
  for (const total of totals) expect(total.opening + total.made - total.used).toBeCloseTo(total.closing, 6)
})

it('write numbers as numbers, days as dates, text as text and corrections struck through', async () => {
  const answer = await ask('producer-1/journal.xlsx', BOOK)
  expect(answer.status).toBe(200)
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()))
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const sheet = text('xl/worksheets/sheet1.xml')
  expect(sheet).toMatch(/<c r="G5"[^>]*><v>600<\/v><\/c>/)
  // 2 October 2026 as a serial date.
  expect(sheet).toMatch(/<c r="A5"[^>]*><v>46297<\/v><\/c>/)
  expect(sheet).not.toContain('<f>')
  expect(text('xl/styles.xml')).toContain('<strike')
  expect(text('xl/sharedStrings.xml')).toContain('Đếm nhầm số hộp trong mẻ này')
  expect(text('xl/sharedStrings.xml')).toContain('Hợp tác xã Sen Tháp Mười · từ 02/10/2026 đến 31/10/2026')
  expect(text('xl/worksheets/sheet2.xml')).toMatch(/<c r="G5"[^>]*><v>200<\/v><\/c>/)
})

it('print the book, with as many pages as it needs', async () => {
  const answer = await ask('producer-1/journal.pdf', BOOK)
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = Buffer.from(await answer.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(2)
  expect(bytes.toString('latin1')).toContain('BeVietnamPro-Regular')
})

it('refuse days that are none, lie backwards or are more than a year', async () => {
  const refusal = async (change: object) => {
    const answer = await ask('producer-1/journal.pdf', { ...BOOK, ...change })
    const { error } = (await answer.json()) as { error: { field: string } }
    return [answer.status, error.field]
  }
  expect(await refusal({ from: '2026-02-30' })).toEqual([400, 'from'])
  expect(await refusal({ to: '2026-10-01' })).toEqual([400, 'to'])
  expect(await refusal({ to: '2028-01-01' })).toEqual([400, 'to'])
  expect(await refusal({ partyRef: 'producer-2' })).toEqual([400, 'partyRef'])
})

it('list source areas and recalls of the party and of no other', async () => {
  const areas = async (party: string) =>
    ((await (await ask(`${party}/source-areas`)).json()) as { sourceAreas: object[] }).sourceAreas
  expect(await areas('producer-1')).toMatchObject([{ ref: 'ruong-1', productRefs: ['product-1'], recall: null }])
  expect(await areas('producer-2')).toEqual([])

  const why = { reason: 'Nước ruộng nhiễm mặn', advice: 'Không dùng, mang trả nơi bán' }
  const { recallNo } = await recallSourceArea(database.pool, { partyRef: 'producer-1', areaRef: 'ruong-1', ...why })
  expect(await areas('producer-1')).toMatchObject([{ recall: { recallNo, ...why } }])
  const recalls = async (party: string) => (await (await ask(`${party}/recalls`)).json()) as object
  expect(await recalls('producer-1')).toMatchObject({
    recalls: [{ recallNo, cause: 'source_area', ref: 'ruong-1', name: 'Ruộng sen ấp 1', liftedAt: null, lots: 3 }],
  })
  expect(await recalls('producer-2')).toEqual({ recalls: [] })
})

it('take an entry sent again after somebody else signed in for the same one', async () => {
  const harvest = entry({ step: 'harvesting', outputs: [raw('sen-02', 10)], recordedBy: 'member-1' })
  const first = await recordStep(database.pool, harvest)
  expect(await recordStep(database.pool, { ...harvest, recordedBy: 'member-2' })).toEqual(first)
})
