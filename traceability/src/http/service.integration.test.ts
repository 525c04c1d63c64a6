import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordEvent } from '../events/journey.ts'
import { upsertLot } from '../events/lots.ts'
import { recallLot } from '../events/recalls.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { codeRing, unitCode } from '../identifiers/unit-codes.ts'
import { createLabelBatch } from '../labels/label-batches.ts'
import { voidUnit } from '../labels/units.ts'
import { storePassport } from '../passports/passports.ts'
import { neededMigration } from '../storage/migration-level.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { CODE_KEY, PHONE, type RunningService, runService, TOKEN } from '../testing/running-service.ts'
import { sampleArea, sampleLot, samplePassport, sampleRecognition, sampleStep } from '../testing/samples.ts'
import { vietnamDay } from '../verify/recognition-state.ts'
import type { VerdictResponse } from '../verify/verdict.ts'

const ring = codeRing({ 0: CODE_KEY })
const DAY_MS = 86_400_000
let database: OwnDatabase
let service: RunningService
const codes: Record<'genuine' | 'void' | 'recalled' | 'expired' | 'counted' | 'logged', string> = {
  genuine: '',
  void: '',
  recalled: '',
  expired: '',
  counted: '',
  logged: '',
}

async function issue(name: string, passportChanges = {}, size = 20): Promise<(index: number) => string> {
  const refs = { partyRef: `producer-${name}`, productRef: `product-${name}` }
  const passport = samplePassport({ productRef: refs.productRef, ...passportChanges })
  await storePassport(database.pool, { messageId: `m-${name}`, partyRef: refs.partyRef, passport })
  await upsertSourceArea(database.pool, sampleArea({ partyRef: refs.partyRef, productRefs: [refs.productRef] }))
  await upsertLot(database.pool, sampleLot({ ...refs, ref: `lot-${name}` }))
  await recordEvent(database.pool, refs.partyRef, `lot-${name}`, sampleStep())
  const wanted = { ...refs, lotRef: `lot-${name}`, size, epoch: 0, requestKey: 'b' }
  // Ordered on the packing day, when every one of them was recognised.
  const batch = await createLabelBatch(database.pool, wanted, new Date('2026-10-15T01:00:00Z'))
  if (name === 'good') await voidUnit(database.pool, { batchNo: batch.batchNo, index: 1, reason: 'Tem in hỏng' })
  return (index) => unitCode(ring, batch, index)
}

beforeAll(async () => {
  database = await ownDatabase()
  const good = await issue('good')
  const yesterday = vietnamDay(new Date(Date.now() - DAY_MS))
  const lapsed = await issue('lapsed', { recognitions: [sampleRecognition({ validTo: yesterday })] })
  const bad = await issue('bad')
  await recallLot(database.pool, {
    partyRef: 'producer-bad',
    lotRef: 'lot-bad',
    reason: 'Nấm mốc',
    advice: 'Ngừng sử dụng',
  })
  Object.assign(codes, {
    genuine: good(0),
    void: good(1),
    recalled: bad(0),
    expired: lapsed(0),
    counted: good(2),
    logged: good(3),
  })
  service = await runService(database.url)
})
afterAll(async () => {
  await service?.stop()
  await database?.drop()
})

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${service.url}${path}`, { headers, redirect: 'manual' })
const verify = async (code: string, headers: Record<string, string> = {}) => {
  const response = await get(`/verify/${code}`, headers)
  return { status: response.status, headers: response.headers, body: (await response.json()) as VerdictResponse }
}
const internal = (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
  fetch(`${service.url}/internal${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json', ...headers },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
const errorOf = async (response: Response) =>
  ((await response.json()) as { error: { code: string; message: string; field?: string; requestId: string } }).error
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
const asPerson = (device: string) => ({ authorization: `Bearer ${TOKEN}`, 'x-client-agent': PHONE, 'x-device': device })

/** Waits until the scan log has been written: the row count of a query, asked until it is as expected. */
async function eventually<T>(ask: () => Promise<T>, accept: (value: T) => boolean): Promise<T> {
  for (let i = 0; i < 100; i++) {
    const value = await ask()
    if (accept(value)) return value
    await pause(50)
  }
  return ask()
}

/** A request with the path exactly as written; `fetch` would tidy it up first. */
function raw(path: string, method = 'GET', headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string; headers: NodeJS.Dict<string | string[]> }>((resolve, reject) => {
    const { hostname, port } = new URL(service.url)
    const sent = request({ hostname, port, path, method, headers }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        body += part
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

describe('GET /verify/{code}', () => {
  it('genuine: unit, batch, lot with source areas and journey, passport and the star of today', async () => {
    const { status, headers, body } = await verify(codes.genuine)
    expect(status).toBe(200)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(body).toMatchObject({
      verdict: 'genuine',
      reasons: [],
      code: codes.genuine,
      unit: { index: 0, status: 'active', earlierChecks: 0 },
      batch: { size: 20 },
      lot: { ref: 'lot-good', sourceAreas: [{ ref: 'area-1' }], journey: [{ step: 'harvesting' }] },
      passport: { productRef: 'product-good' },
      recognition: { today: { status: 'valid', stars: 4 }, onPackingDay: { status: 'valid', stars: 4 } },
    })
    expect(Math.abs(Date.parse(body.checkedAt) - Date.now())).toBeLessThan(10_000)
  })

  it('void, recalled: 200 with what to do', async () => {
    expect(await verify(codes.void)).toMatchObject({
      status: 200,
      body: { verdict: 'void', reasons: ['unit_void'], unit: { status: 'void', voidReason: 'Tem in hỏng' } },
    })
    expect(await verify(codes.recalled)).toMatchObject({
      status: 200,
      body: {
        verdict: 'recalled',
        lot: { status: 'recalled', recall: { reason: 'Nấm mốc', advice: 'Ngừng sử dụng' } },
      },
    })
  })

  it('a recognition whose last day was yesterday shows no star today and says since when', async () => {
    const today = vietnamDay(new Date())
    expect(await verify(codes.expired)).toMatchObject({
      status: 200,
      body: {
        verdict: 'expired_recognition',
        reasons: [`recognition_expired_since:${today}`],
        recognition: { today: { stars: null, lapsedOn: today } },
      },
    })
  })

  it('a recall over HTTP shows with the next scan', async () => {
    const code = (await issue('tocall'))(0)
    expect((await verify(code)).body.verdict).toBe('genuine')
    const recall = { partyRef: 'producer-tocall', reason: 'Nấm mốc', advice: 'Ngừng sử dụng' }
    expect((await internal('POST', '/lots/lot-tocall/recall', recall)).status).toBe(200)
    expect((await verify(code)).body.verdict).toBe('recalled')
  })

  it('forgives case, groups, look-alikes and a whole URL', async () => {
    const grouped = codes.genuine.toLowerCase().match(/.{4}/g)?.join('-') ?? ''
    for (const typed of [
      grouped,
      codes.genuine.replaceAll('0', 'o'),
      encodeURIComponent(`HTTPS://X.VN/Q/${codes.genuine}`),
    ]) {
      expect(await verify(typed)).toMatchObject({ status: 200, body: { code: codes.genuine } })
    }
    expect((await raw(`/verify/https://shop.test/q/${codes.genuine}`)).status).toBe(200)
  })

  it.each([
    ['a NUL', '%00'],
    ['5,000 characters', 'A'.repeat(5000)],
    ['a path upwards', '..%2f..%2fetc%2fpasswd'],
    ['a plain path upwards', '../../etc/passwd'],
    ['an emoji', '%F0%9F%90%9D'],
    ['a script', '<script>alert(1)</script>'],
    ['SQL', "'%20OR%201=1--"],
    ['a broken percent sign', '%E0%A4%A'],
    ['nothing', ''],
    ['a well-formed code never issued', '0ABCDEFGHJKMNPQR'],
  ])('%s is not issued here: 404, the same shape, no trace of the inside', async (_, code) => {
    const { status, body, headers } = await raw(`/verify/${code}`)
    expect(status).toBe(404)
    expect(headers['content-type']).toBe('application/json; charset=utf-8')
    const answer = JSON.parse(body) as VerdictResponse
    expect(answer).toMatchObject({ verdict: 'not_issued_here', unit: null, passport: null, lot: null })
    expect([...answer.code].length).toBeLessThanOrEqual(64)
    expect(body).not.toMatch(/at \w+ \(|node_modules|select /i)
  })

  it('HEAD is answered without a body', async () => {
    expect(await raw(`/verify/${codes.genuine}`, 'HEAD')).toMatchObject({ status: 200, body: '' })
  })
})

describe('the scan log', () => {
  it('counts distinct devices, not a second look, not a bot, not our own pages asking for themselves', async () => {
    const checksSeenBy = async (device: string) =>
      (await verify(codes.counted, { ...asPerson(device), 'x-scan-log': 'off' })).body.unit?.earlierChecks
    await verify(codes.counted, asPerson('device-anna'))
    await eventually(
      () => checksSeenBy('device-zzzz'),
      (checks) => checks === 1,
    )
    await verify(codes.counted, asPerson('device-anna'))
    await verify(codes.counted, asPerson('device-binh'))
    await verify(codes.counted, { ...asPerson('device-robot'), 'x-client-agent': 'facebookexternalhit/1.1' })
    await raw(`/verify/${codes.counted}`, 'HEAD', asPerson('device-head'))
    expect(
      await eventually(
        () => checksSeenBy('device-zzzz'),
        (checks) => checks === 2,
      ),
    ).toBe(2)
    await pause(200)
    expect(await checksSeenBy('device-zzzz')).toBe(2)
    expect(await checksSeenBy('device-anna')).toBe(1)
  })

  it('is not switched off by a header without the token', async () => {
    const before = await scanCount(codes.genuine)
    await get(`/verify/${codes.genuine}`, { 'x-scan-log': 'off', 'user-agent': PHONE })
    expect(
      await eventually(
        () => scanCount(codes.genuine),
        (count) => count > before,
      ),
    ).toBe(before + 1)
  })

  it('holds neither address nor cookie nor agent, only keyed hashes; and the province only when it is stated', async () => {
    const address = '203.0.113.99'
    const cookie = 'cookie-value-never-stored'
    await verify(codes.logged, { ...asPerson(cookie), 'x-client-ip': address, 'x-client-province': '82' })
    await verify(codes.logged, { ...asPerson('another-device'), 'x-client-ip': address })
    await eventually(
      () => scanCount(codes.logged),
      (count) => count === 2,
    )
    const { rows } = await database.pool.query<{ scan: string; size: number; province_code: string | null }>(
      `select s::text as scan, length(device_hash) as size, province_code from trace.scan s
        where batch_no = (select min(batch_no) from trace.label_batch) and unit_ix = 3 order by scanned_at`,
    )
    expect(rows.map((row) => row.province_code)).toEqual(['82', null])
    for (const row of rows) {
      expect(row.size).toBe(16)
      for (const secret of [address, '127.0.0.1', cookie, 'Mozilla', Buffer.from(cookie).toString('hex')]) {
        expect(row.scan).not.toContain(secret)
      }
    }
    const log = service.lines.join('\n')
    for (const secret of [address, cookie, 'Mozilla', codes.logged, TOKEN]) expect(log).not.toContain(secret)
  })

  async function scanCount(code: string): Promise<number> {
    const { body } = await verify(code, { authorization: `Bearer ${TOKEN}`, 'x-scan-log': 'off' })
    const { rows } = await database.pool.query<{ count: number }>(
      'select count(*)::int as count from trace.scan where batch_no = $1 and unit_ix = $2',
      [body.batch?.batchNo, body.unit?.index],
    )
    return rows[0]?.count ?? 0
  }
})

describe('the other public routes', () => {
  it('/qr/{code} gives SVG and PNG of issued codes alone', async () => {
    const svg = await get(`/qr/${codes.genuine}.svg`)
    expect(svg.status).toBe(200)
    expect(svg.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    expect(await svg.text()).toContain('<svg')
    const png = await get(`/qr/${codes.genuine}.png`)
    expect(png.headers.get('content-type')).toBe('image/png')
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    for (const path of ['/qr/0ABCDEFGHJKMNPQR.svg', `/qr/${codes.genuine}.gif`, `/qr/${codes.genuine}`, '/qr/.svg']) {
      const missing = await get(path)
      expect(missing.status).toBe(404)
      expect((await errorOf(missing)).code).toBe('not_issued_here')
    }
  })

  it('/products/{ref}/trace gives source areas and lots, and empty lists for a product nobody spoke of', async () => {
    expect(await (await get('/products/product-good/trace')).json()).toMatchObject({
      sourceAreas: [{ ref: 'area-1', confidence: 'commune_confirmed' }],
      lots: [{ ref: 'lot-good', journey: [{ step: 'harvesting' }] }],
    })
    for (const ref of ['unknown', '%00', encodeURIComponent("' or 1=1--")]) {
      const response = await get(`/products/${ref}/trace`)
      expect(response.status).toBe(200)
      expect(await response.json()).toEqual({ sourceAreas: [], lots: [] })
    }
  })

  it('an unknown address is 404, another method 405; both with the error shape and a request id', async () => {
    const missing = await get('/nothing', { 'x-request-id': 'caller-id-12345' })
    expect(missing.status).toBe(404)
    expect(missing.headers.get('x-request-id')).toBe('caller-id-12345')
    expect(await errorOf(missing)).toEqual({
      code: 'not_found',
      message: 'There is nothing at this address',
      requestId: 'caller-id-12345',
    })
    const posted = await fetch(`${service.url}/verify/x`, { method: 'POST' })
    expect(posted.status).toBe(405)
    expect(posted.headers.get('allow')).toBe('GET')
  })

  it('every answer carries the security headers, and no origin may read it', async () => {
    for (const path of [`/verify/${codes.genuine}`, '/nothing', '/health', `/qr/${codes.genuine}.svg`, '/internal/x']) {
      const { headers } = await get(path, { origin: 'https://evil.test' })
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('content-security-policy')).toContain("default-src 'none'")
      expect(headers.get('x-frame-options')).toBe('DENY')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
      expect(headers.get('strict-transport-security')).toContain('max-age=31536000')
      expect(headers.get('access-control-allow-origin')).toBeNull()
      expect(headers.get('x-powered-by')).toBeNull()
    }
  })
})

describe('limits', () => {
  const from = (ip: string) => ({ authorization: `Bearer ${TOKEN}`, 'x-client-ip': ip })

  it('guessing codes is stopped after 60 wrong ones, for that client alone; a changed address header does not help', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 62; i++) statuses.push((await verify('0ABCDEFGHJKMNPQR', from('198.51.100.1'))).status)
    expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true)
    const refused = await get(`/verify/${codes.genuine}`, { ...from('198.51.100.1'), 'x-forwarded-for': '9.9.9.9' })
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await errorOf(refused)).code).toBe('too_many_requests')
    expect((await verify(codes.genuine, from('198.51.100.2'))).status).toBe(200)
  })

  it('right codes are not limited at the pace of a shared address', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 10; i++) {
      const some = Array.from({ length: 50 }, async () => (await verify(codes.genuine, from('198.51.100.3'))).status)
      statuses.push(...(await Promise.all(some)))
    }
    expect(new Set(statuses)).toEqual(new Set([200]))
  })
})

describe('/internal', () => {
  it('wants the token on every route', async () => {
    const routes: [string, string][] = [
      ['PUT', '/parties/x'],
      ['PUT', '/passports/x'],
      ['PUT', '/source-areas/x'],
      ['PUT', '/lots/x'],
      ['POST', '/lots/x/recall'],
      ['POST', '/lots/x/events'],
      ['POST', '/label-batches'],
      ['POST', '/units/void'],
    ]
    for (const [method, path] of routes) {
      for (const authorization of ['', 'Bearer wrong', `Basic ${TOKEN}`]) {
        const response = await internal(method, path, {}, { authorization })
        expect(`${method} ${path} ${response.status}`).toBe(`${method} ${path} 401`)
        expect((await errorOf(response)).code).toBe('unauthorized')
      }
    }
  })

  it('takes a producer from registration to a printed label, scanned', async () => {
    const partyRef = 'producer-http'
    const productRef = 'product-http'
    const party = await internal('PUT', `/parties/${partyRef}`)
    expect(await party.json()).toEqual({ partyNo: expect.any(Number) })
    const message = { messageId: 'http-1', partyRef, passport: samplePassport({ productRef }) }
    for (let i = 0; i < 2; i++) {
      const stored = await internal('PUT', `/passports/${productRef}`, message)
      expect([stored.status, await stored.json()]).toEqual([200, { stored: true }])
    }
    const older = { ...message, messageId: 'http-0', passport: samplePassport({ productRef, version: 1 }) }
    expect(await (await internal('PUT', `/passports/${productRef}`, older)).json()).toEqual({ stored: false })
    const { ref: areaRef, ...area } = sampleArea({ partyRef, productRefs: [productRef] })
    expect((await internal('PUT', `/source-areas/${areaRef}`, area)).status).toBe(200)
    const { ref: lotRef, ...lot } = sampleLot({ partyRef, productRef })
    expect((await internal('PUT', `/lots/${lotRef}`, lot)).status).toBe(200)
    const steps = { partyRef, steps: [sampleStep()] }
    expect(await (await internal('POST', `/lots/${lotRef}/events`, steps)).json()).toEqual({ recorded: 1 })
    const wanted = { partyRef, productRef, lotRef, size: 10, requestKey: 'http' }
    const batch = await (await internal('POST', '/label-batches', wanted)).json()
    expect(batch).toMatchObject({ size: 10, epoch: 0 })
    expect(await (await internal('POST', '/label-batches', wanted)).json()).toEqual(batch)
    const conflict = await internal('POST', '/label-batches', { ...wanted, size: 11 })
    expect([conflict.status, (await errorOf(conflict)).code]).toEqual([409, 'conflict'])

    const code = unitCode(ring, batch as { batchNo: number; epoch: number; size: number }, 4)
    expect(await verify(code)).toMatchObject({ status: 200, body: { verdict: 'genuine', unit: { index: 4 } } })
    const theirs = { partyRef: 'producer-good', code, reason: 'không phải của tôi' }
    expect((await errorOf(await internal('POST', '/units/void', theirs))).field).toBe('code')
    expect((await internal('POST', '/units/void', { partyRef, code, reason: 'Rách' })).status).toBe(200)
    expect((await verify(code)).body.verdict).toBe('void')
  })

  it.each([
    ['an unknown member', 'PUT', '/lots/l', { surprise: 1 }, 'surprise', 'partyRef'],
    ['a missing member', 'POST', '/label-batches', { partyRef: 'p' }, 'productRef', 'productRef'],
    ['the ref in the body as well', 'PUT', '/lots/l', { ref: 'l' }, 'ref', 'ref'],
    [
      'an unknown party',
      'POST',
      '/lots/l/recall',
      { partyRef: 'nobody', reason: 'x', advice: 'x' },
      'partyRef',
      'partyRef',
    ],
    [
      'a nested field',
      'PUT',
      '/passports/p',
      { messageId: 'm', partyRef: 'p', passport: { ...samplePassport(), version: -1 } },
      'passport.version',
      'passport.version',
    ],
    [
      'another product than the path',
      'PUT',
      '/passports/p',
      { messageId: 'm', partyRef: 'p', passport: samplePassport() },
      'passport.productRef',
      'passport.productRef',
    ],
  ])('names the field of %s', async (_, method, path, body, __, field) => {
    const response = await internal(method, path, body)
    expect(response.status).toBe(400)
    const error = await errorOf(response)
    expect(error).toMatchObject({ code: 'invalid_input', field })
    expect(error.message).toContain(field)
  })

  it('refuses what is not JSON, not an object, too large or of another type', async () => {
    const status = async (body: string, type = 'application/json') =>
      (await internal('PUT', '/lots/l', body, { 'content-type': type })).status
    expect(await status('{"a":')).toBe(400)
    expect(await status('[]')).toBe(400)
    expect(await status('{}', 'text/plain')).toBe(415)
    expect(await status(JSON.stringify({ partyRef: 'x'.repeat(300_000) }))).toBe(413)
    expect(await status('{"__proto__":{"admin":true}}')).toBe(400)
    expect((await get('/live')).status).toBe(200)
  })
})

describe('health', () => {
  it('names the database, the migration and the partitions ahead', async () => {
    const response = await get('/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      status: 'ok',
      dependencies: { database: { status: 'ok' } },
      migration: { done: neededMigration(), needed: neededMigration() },
      partitionsAhead: 3,
      scanLog: { dropped: 0 },
    })
    expect(await (await get('/live')).json()).toEqual({ status: 'ok' })
  })

  it('is degraded, still 200, when fewer than two months are ready', async () => {
    const own = await ownDatabase()
    await own.pool.query(`do $$ declare p text; begin
      for p in select inhrelid::regclass::text from pg_inherits where inhparent = 'trace.scan'::regclass
        order by 1 desc limit 2 loop execute 'drop table ' || p; end loop; end $$`)
    const { healthCheck } = await import('./health.ts')
    const idle = { add: () => undefined, state: () => ({ waiting: 0, dropped: 0 }), close: async () => undefined }
    expect(await healthCheck(own.pool, idle, () => false)()).toMatchObject({ status: 'degraded', partitionsAhead: 1 })
    await own.drop()
  })
})

describe('the log', () => {
  it('is JSON lines with the request id, the route’s pattern and no code', async () => {
    await get(`/verify/${codes.genuine}`, { 'x-request-id': 'find-this-request' })
    const line = await eventually(
      async () => service.lines.find((each) => each.includes('find-this-request')),
      (found) => found !== undefined,
    )
    expect(JSON.parse(line ?? '{}')).toMatchObject({
      level: 'info',
      service: 'traceability',
      msg: 'request',
      requestId: 'find-this-request',
      route: '/verify/*code',
      status: 200,
    })
    for (const each of service.lines) expect(() => JSON.parse(each)).not.toThrow()
    expect(service.lines.join('\n')).not.toContain(codes.genuine)
  })
})
