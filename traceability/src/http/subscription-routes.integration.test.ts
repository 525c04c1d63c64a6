import { spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { captureEvent } from '../events/capture.ts'
import { registerParty } from '../identifiers/parties.ts'
import { type ApiAccess, accessReader, keepToken, revokeToken } from '../storage/api-tokens.ts'
import { feedHead, placeInFeed, pruneFeed } from '../storage/event-feed.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { type Receiver, startReceiver } from '../testing/receiver.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { epcisRoutes } from './epcis-routes.ts'
import type { Log } from './log.ts'
import type { OutboundRules } from './outbound.ts'
import { type SubscriptionJobParts, startSubscriptions } from './subscription-jobs.ts'
import { MOST_SUBSCRIPTIONS, subscriptionRoutes } from './subscription-routes.ts'

const SECRET = 'a secret of the service under test'
const OUTBOUND: OutboundRules = { reach: 'local', ownHosts: ['saolang.test'] }

const complaints: string[] = []
const log: Log = {
  write: (_level, msg, fields) => void complaints.push(`${msg}: ${JSON.stringify(fields)}`),
  flush: () => undefined,
}

let database: OwnDatabase
let server: Awaited<ReturnType<typeof serveRoutes>>
let token: string
let party: ApiAccess
let parties = 0
const closing: (() => Promise<unknown>)[] = []

beforeAll(async () => {
  database = await ownDatabase()
  const lookUps = { db: database.pool, pooler: 'none' as const }
  const accessOf = accessReader(lookUps)
  const pools = { pool: database.pool, writers: database.pool }
  const parts = { ...pools, accessOf, lookUps, secret: SECRET, outbound: OUTBOUND, log }
  server = await serveRoutes([...epcisRoutes(parts), ...subscriptionRoutes(parts)])
})
afterAll(async () => {
  await server?.close()
  await database?.drop()
})
beforeEach(async () => {
  token = ''
  ;({ token, party } = await newPartner())
})
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
  expect(complaints.splice(0)).toEqual([])
})

async function newPartner(more: Partial<ApiAccess> = {}): Promise<{ token: string; party: ApiAccess }> {
  const name = `partner-${parties++}`
  const { partyNo } = await registerParty(database.pool, name)
  const access = { partyNo, mayCapture: true, mayQuery: true, reads: [], ...more }
  await keepToken(database.pool, `token-of-${name}-0123456789`, { ...access, label: name, expiresAt: null })
  return { token: `token-of-${name}-0123456789`, party: access }
}

function work(more: Partial<SubscriptionJobParts> = {}): () => Promise<void> {
  const stop = startSubscriptions({
    pool: database.pool,
    secret: SECRET,
    outbound: OUTBOUND,
    log,
    lookEveryMs: 20,
    ...more,
    rules: { firstRetryMs: 20, longestRetryMs: 100, ...more.rules },
  })
  closing.push(stop)
  return stop
}

async function receiver(...given: Parameters<typeof startReceiver>): Promise<Receiver> {
  const made = await startReceiver(...given)
  closing.push(() => made.close())
  return made
}

interface Told {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, each looked at where it is expected
  body: any
}

async function call(method: string, path: string, body?: unknown, as = token): Promise<Told> {
  const response = await fetch(`${server.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${as}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) }
}

const nameQuery = (name: string, query: unknown, as = token) => call('POST', '/epcis/queries', { name, query }, as)

/** A subscription to a query for shipping events, or to the named one. Out: its path. */
async function subscribe(body: Record<string, unknown>, name = 'shipments'): Promise<string> {
  await nameQuery('shipments', { EQ_bizStep: 'shipping' })
  const told = await call('POST', `/epcis/queries/${name}/subscriptions`, body)
  expect(told.body).toMatchObject({ dest: body.dest })
  expect(told.status).toBe(201)
  return told.headers.get('location') ?? ''
}

let serial = 0
const event = (bizStep = 'shipping') => ({
  '@context': ['https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'],
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventTime: '2026-11-01T08:00:00.000+07:00',
  eventTimeZoneOffset: '+07:00',
  bizStep,
  eventID: `urn:uuid:00000000-0000-4000-8000-${String(serial++).padStart(12, '0')}`,
  epcList: [`https://id.gs1.org/01/04012345123456/21/w${serial}`],
})

/** Captures events one after the other. Out: their IDs. */
async function record(count = 1, bizStep = 'shipping', as = party): Promise<string[]> {
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const body = Buffer.from(JSON.stringify(event(bizStep)))
    ids.push((await captureEvent(database.pool, as.partyNo, body)).eventID)
  }
  return ids
}

// biome-ignore lint/suspicious/noExplicitAny: the documents are looked at member by member
const documents = ({ received }: Receiver): any[] => received.map(({ body }) => JSON.parse(body.toString()))
const idsOf = (there: Receiver): string[] =>
  documents(there).flatMap((each) =>
    each.epcisBody.queryResults.resultsBody.eventList.map(({ eventID }: { eventID: string }) => eventID),
  )

async function until(holds: () => boolean | Promise<boolean>, within = 10_000): Promise<void> {
  const end = performance.now() + within
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('it did not come about in time')
    await pause(10)
  }
}
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

describe('a subscription', () => {
  it('is made, shown without its secret, listed, and removed', async () => {
    const dest = 'http://127.0.0.1:9/hook'
    const signatureToken = '13df38d8275b13f05704629e5f1cf3d45d6132d5'
    await nameQuery('all', {})
    const made = await call('POST', '/epcis/queries/all/subscriptions', { dest, signatureToken, stream: true })
    expect(made.status).toBe(201)
    expect(made.body).toEqual({
      subscriptionID: expect.any(String),
      queryName: 'all',
      dest,
      createdAt: expect.any(String),
      initialRecordTime: expect.any(String),
      epcFormat: 'Always_GS1_Digital_Link',
      reportIfEmpty: false,
      stream: true,
      state: 'active',
    })
    const path = made.headers.get('location') ?? ''
    expect(path).toBe(`/epcis/queries/all/subscriptions/${made.body.subscriptionID}`)
    const scheduled = await call('POST', '/epcis/queries/all/subscriptions', { dest, schedule: { hour: '1' } })
    expect(scheduled.body).toMatchObject({ schedule: { hour: '1' }, nextAttemptAt: expect.any(String) })
    expect((await call('GET', path)).body).toEqual({ ...made.body, deliveryAttempts: [] })

    const first = await call('GET', '/epcis/queries/all/subscriptions?perPage=1')
    expect(first.body).toEqual([made.body])
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link') ?? '')?.[1] ?? ''
    const second = await call('GET', next)
    expect(second.body).toEqual([scheduled.body])
    expect(second.headers.get('link')).toBeNull()

    const everything = JSON.stringify((await database.pool.query('select s::text from trace.subscription s')).rows)
    for (const form of [signatureToken, Buffer.from(signatureToken).toString('hex')]) {
      expect(everything).not.toContain(form)
    }
    expect((await call('DELETE', path)).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    expect((await call('DELETE', path)).status).toBe(404)
  })

  it('ends with its query, whatever waits for it (OpenAPI, DELETE /queries/{queryName})', async () => {
    const path = await subscribe({ dest: 'http://127.0.0.1:9/', stream: true })
    await record(2)
    expect((await call('DELETE', '/epcis/queries/shipments')).status).toBe(204)
    expect((await call('GET', path)).status).toBe(404)
    await nameQuery('shipments', {})
    expect((await call('GET', '/epcis/queries/shipments/subscriptions')).body).toEqual([])
  })

  it.each([
    ['neither stream nor schedule', { dest: 'http://127.0.0.1:9/' }],
    ['a private address', { dest: 'http://10.0.0.1/', stream: true }],
    ['the metadata of a cloud', { dest: 'http://169.254.169.254/latest', stream: true }],
    ['a host of ours', { dest: 'https://trace.saolang.test/', stream: true }],
    ['a name without an address', { dest: 'https://nowhere.invalid/', stream: true }],
    ['another member', { dest: 'http://127.0.0.1:9/', stream: true, signature: 'x' }],
  ])('is refused with %s, and nothing is stored', async (_what, body) => {
    await nameQuery('all', {})
    const told = await call('POST', '/epcis/queries/all/subscriptions', body)
    expect(told.status).toBe(400)
    expect(told.body.type).toBe('epcisException:SubscriptionControlsException')
    expect((await call('GET', '/epcis/queries/all/subscriptions')).body).toEqual([])
  })

  it('is refused to a query that limits its events', async () => {
    await nameQuery('few', { maxEventCount: 3 })
    const told = await call('POST', '/epcis/queries/few/subscriptions', { dest: 'http://127.0.0.1:9/', stream: true })
    expect(told.body.type).toBe('epcisException:SubscriptionControlsException')
  })

  it('is one of a limited number, also when many are made at once', async () => {
    await nameQuery('all', {})
    const body = { dest: 'http://127.0.0.1:9/', stream: true }
    const told = await Promise.all(
      Array.from({ length: MOST_SUBSCRIPTIONS + 5 }, () => call('POST', '/epcis/queries/all/subscriptions', body)),
    )
    expect(told.filter(({ status }) => status === 201)).toHaveLength(MOST_SUBSCRIPTIONS)
    const refused = told.filter(({ status }) => status !== 201)
    for (const each of refused) expect(each.body.type).toBe('epcisException:SubscriptionControlsException')
  })

  it('of another party, and to its query, is not there', async () => {
    const path = await subscribe({ dest: 'http://127.0.0.1:9/', stream: true })
    const other = await newPartner({ reads: [party.partyNo] })
    for (const [method, address, body] of [
      ['GET', '/epcis/queries/shipments/subscriptions'],
      ['POST', '/epcis/queries/shipments/subscriptions', { dest: 'http://127.0.0.1:9/', stream: true }],
      ['GET', path],
      ['DELETE', path],
    ] as const) {
      expect((await call(method, address, body, other.token)).status, `${method} ${address}`).toBe(404)
    }
    await nameQuery('shipments', {}, other.token)
    expect((await call('GET', path, undefined, other.token)).status).toBe(404)
    expect((await call('DELETE', path, undefined, other.token)).status).toBe(404)
    expect((await call('GET', path)).status).toBe(200)
    expect((await call('GET', path, undefined, 'a-token-nobody-knows')).status).toBe(401)
  })

  it('needs the right to query', async () => {
    const { token: capturing } = await newPartner({ mayQuery: false })
    expect((await call('GET', '/epcis/queries/all/subscriptions', undefined, capturing)).status).toBe(403)
  })

  it('tells its methods', async () => {
    const told = await call('OPTIONS', '/epcis/queries/all/subscriptions')
    expect([told.status, told.headers.get('allow')]).toEqual([204, 'OPTIONS, GET, POST'])
  })
})

describe('a stream', () => {
  it('brings each matching event once, in record order, signed, as a query document', async () => {
    const there = await receiver()
    const signatureToken = '13df38d8275b13f05704629e5f1cf3d45d6132d5'
    await record(1)
    const path = await subscribe({ dest: there.url, stream: true, signatureToken })
    work()
    const ids: string[] = []
    for (let i = 0; i < 20; i++) {
      ids.push(...(await record(1)))
      await record(1, 'receiving')
    }
    await until(() => idsOf(there).length >= ids.length)
    await pause(100)
    expect(idsOf(there)).toEqual(ids)
    const { headers, body } = there.received[0] ?? { headers: {}, body: Buffer.alloc(0) }
    expect(headers['gs1-signature']).toBe(createHmac('sha256', signatureToken).update(body).digest('hex'))
    expect(headers).toMatchObject({ 'content-type': 'application/json', 'gs1-epcis-version': '2.0.0' })
    expect(JSON.parse(body.toString())).toMatchObject({
      type: 'EPCISQueryDocument',
      schemaVersion: '2.0',
      epcisBody: { queryResults: { queryName: 'shipments', subscriptionID: path.split('/').at(-1) } },
    })
    const shown = (await call('GET', path)).body
    expect(shown.lastNotifiedAt).toEqual(expect.any(String))
    expect(shown.deliveryAttempts[0]).toMatchObject({ status: 200, error: null, milliseconds: expect.any(Number) })
  })

  it('goes without a signature when there is no signatureToken', async () => {
    const there = await receiver()
    await subscribe({ dest: there.url, stream: true })
    work()
    await record(1)
    await until(() => there.received.length === 1)
    expect(there.received[0]?.headers).not.toHaveProperty('gs1-signature')
  })

  it('begins with what was recorded since initialRecordTime, and goes on with what is new', async () => {
    const there = await receiver()
    await record(1)
    await until(async () => (await placeInFeed(database.pool, 1_000)) > 0)
    await pause(5)
    const initialRecordTime = (await database.pool.query('select clock_timestamp() as now')).rows[0].now.toISOString()
    await pause(5)
    const placed = await record(130)
    await until(async () => (await placeInFeed(database.pool, 1_000)) === 130)
    const unplaced = await record(3)
    await subscribe({ dest: there.url, stream: true, initialRecordTime })
    work()
    const later = await record(3)
    const ids = [...placed, ...unplaced, ...later]
    await until(() => idsOf(there).length >= ids.length)
    await pause(100)
    expect(idsOf(there)).toEqual(ids)
  })

  it('waits for a transaction that began earlier and commits late, and then keeps record order', async () => {
    const there = await receiver()
    await subscribe({ dest: there.url, stream: true })
    work()
    const late = new pg.Client({ connectionString: database.url })
    await late.connect()
    await late.query('begin')
    const [first] = await record(1)
    await until(() => idsOf(there).length === 1)
    // Nothing is recorded in it yet, so nobody waits for it; from here on it holds an earlier record time.
    const lateEvent = event()
    await captureEvent(late, party.partyNo, Buffer.from(JSON.stringify(lateEvent)))
    const after = await record(5)
    await pause(500)
    expect(idsOf(there)).toEqual([first])
    await late.query('commit')
    await late.end()
    await until(() => idsOf(there).length >= 7)
    expect(idsOf(there)).toEqual([first, lateEvent.eventID, ...after])
    const times = documents(there).flatMap((each) =>
      each.epcisBody.queryResults.resultsBody.eventList.map(({ recordTime }: { recordTime: string }) => recordTime),
    )
    expect([...times].sort()).toEqual(times)
  })

  it('skips nothing when the clock of the database was set back: such events come later', async () => {
    const there = await receiver()
    await subscribe({ dest: there.url, stream: true, initialRecordTime: '2026-01-01T00:00:00Z' })
    work()
    const first = await record(3)
    await until(() => idsOf(there).length === 3)
    const back = await database.pool.connect()
    await back.query('begin')
    const behind = event()
    await captureEvent(back, party.partyNo, Buffer.from(JSON.stringify(behind)))
    const { at } = (await back.query('select max(recorded_at)::text as at from trace.event_feed where place is null'))
      .rows[0]
    for (const table of ['event_feed', 'event_key', 'event', 'event_epc']) {
      await back.query(
        `update trace.${table} set recorded_at = recorded_at - interval '2 minutes' where party_no = $1 and recorded_at = $2`,
        [party.partyNo, at],
      )
    }
    await back.query('commit')
    back.release()
    await until(() => idsOf(there).length === 4)
    expect(idsOf(there)).toEqual([...first, behind.eventID])
  })

  it('brings what other parties opened to the token, and nothing of anybody else', async () => {
    const there = await receiver()
    const opened = await newPartner()
    const closed = await newPartner()
    ;({ token } = await newPartner({ reads: [opened.party.partyNo] }))
    await subscribe({ dest: there.url, stream: true })
    work()
    await record(2, 'shipping', closed.party)
    const ids = await record(2, 'shipping', opened.party)
    await until(() => idsOf(there).length >= 2)
    await pause(100)
    expect(idsOf(there)).toEqual(ids)
  })

  it('ends in a reason when the token it was made with is revoked', async () => {
    const there = await receiver()
    const path = await subscribe({ dest: there.url, stream: true })
    await keepToken(database.pool, `${token}-2`, { ...party, label: 'second', expiresAt: null })
    await revokeToken(database.pool, token)
    work()
    await record(1)
    await until(async () => (await call('GET', path, undefined, `${token}-2`)).body.state === 'suspended')
    expect((await call('GET', path, undefined, `${token}-2`)).body.suspendedReason).toMatch(/access .* has ended/)
    expect(there.received).toEqual([])
  })
})

describe('a schedule', () => {
  it('runs at its times with what was recorded since, and reports an empty run only when asked to', async () => {
    const there = await receiver()
    const eager = await receiver()
    let now = new Date()
    const schedule = { minute: '0' }
    await subscribe({ dest: there.url, schedule })
    await subscribe({ dest: eager.url, schedule, reportIfEmpty: true })
    work({ now: () => now })
    const pass = (minutes: number) => {
      now = new Date(now.getTime() + minutes * 60_000)
    }
    const ids = await record(3)
    await pause(200)
    expect(there.received.length + eager.received.length).toBe(0)

    pass(61)
    await until(() => idsOf(there).length === 3 && idsOf(eager).length === 3)
    expect(idsOf(there)).toEqual(ids)
    await pause(100)
    pass(61)
    await until(() => eager.received.length === 2)
    await pause(100)
    expect(documents(eager)[1].epcisBody.queryResults.resultsBody.eventList).toEqual([])
    expect(there.received).toHaveLength(1)
    const more = await record(250)
    // A run under way, and the ones missed in a day without a worker, are made up for once.
    pass(24 * 60)
    await until(() => idsOf(there).length === 253 && idsOf(eager).length === 253)
    expect(idsOf(there)).toEqual([...ids, ...more])
    expect(idsOf(eager)).toEqual([...ids, ...more])
    expect(there.received).toHaveLength(4)
  })
})

describe('a delivery that fails', () => {
  it('is made again, later and later, with all of its attempts on record, and the rest follows in order', async () => {
    const there = await receiver({ behave: (nth) => [500, 302, 429][nth] ?? 204 })
    const path = await subscribe({ dest: there.url, stream: true })
    work()
    const ids = await record(3)
    await until(() => there.received.length >= 4)
    await until(async () => (await call('GET', path)).body.lastNotifiedAt !== undefined)
    await until(() => new Set(idsOf(there)).size === 3)
    const { state, failures, deliveryAttempts } = (await call('GET', path)).body
    expect([state, failures]).toEqual(['active', undefined])
    const statuses = deliveryAttempts.map(({ status }: { status: number }) => status).reverse()
    expect(statuses.slice(0, 4)).toEqual([500, 302, 429, 204])
    expect(deliveryAttempts.at(-2).error).toMatch(/redirects are not followed/)
    expect([...new Set(idsOf(there))]).toEqual(ids)
  })

  it('suspends the subscription after the last day, with the reason, and delivers nothing more', async () => {
    const there = await receiver({ behave: () => 503 })
    let hours = 0
    const path = await subscribe({ dest: there.url, stream: true })
    const now = () => new Date(Date.now() + hours * 3_600_000)
    work({ now, rules: { giveUpAfterMs: 72 * 3_600_000 } })
    await record(1)
    await until(() => there.received.length >= 1)
    for (hours = 10; hours < 72; hours += 10) {
      const before = there.received.length
      await until(() => there.received.length > before)
      expect((await call('GET', path)).body.state).toBe('active')
    }
    await until(async () => (await call('GET', path)).body.state === 'suspended')
    const shown = (await call('GET', path)).body
    expect(shown.suspendedReason).toMatch(/failed for \d+ hours; .* 503/)
    expect(shown.failures).toBeGreaterThan(5)
    const before = there.received.length
    await record(1)
    hours += 1_000
    await pause(200)
    expect(there.received).toHaveLength(before)
  })

  it('suspends at once when the receiver is gone for good, or too much waits', async () => {
    const gone = await receiver({ behave: () => 410 })
    const full = await receiver({ behave: () => 500 })
    const first = await subscribe({ dest: gone.url, stream: true })
    const second = await subscribe({ dest: full.url, stream: true })
    await record(5)
    work({ rules: { mostWaiting: 4 } })
    for (const path of [first, second]) {
      await until(async () => (await call('GET', path)).body.state === 'suspended')
    }
    expect((await call('GET', first)).body.suspendedReason).toMatch(/410/)
    expect((await call('GET', second)).body.suspendedReason).toMatch(/5 events wait, and at most 4 may/)
  })

  it('with 413 is made again in smaller documents', async () => {
    const there = await receiver({
      behave: (nth) => (documents(there)[nth].epcisBody.queryResults.resultsBody.eventList.length > 4 ? 413 : 200),
    })
    const path = await subscribe({ dest: there.url, stream: true })
    const ids = await record(16)
    work()
    await until(() => new Set(idsOf(there)).size === 16 && there.received.length >= 6)
    await until(async () => (await call('GET', path)).body.failures === undefined)
    const taken = documents(there).filter((each) => each.epcisBody.queryResults.resultsBody.eventList.length <= 4)
    expect(
      taken.flatMap((each) =>
        each.epcisBody.queryResults.resultsBody.eventList.map((one: { eventID: string }) => one.eventID),
      ),
    ).toEqual(ids)
  })

  it('holds up nobody else: silent and dead destinations stay by themselves', async () => {
    const silent = await receiver({ behave: () => undefined })
    const there = await receiver()
    for (let i = 0; i < 5; i++) await subscribe({ dest: silent.url, stream: true })
    await subscribe({ dest: 'http://127.0.0.1:9/', stream: true })
    await subscribe({ dest: there.url, stream: true })
    work()
    const started = performance.now()
    const ids = await record(10)
    await until(() => idsOf(there).length >= 10)
    expect(performance.now() - started).toBeLessThan(5_000)
    expect(idsOf(there)).toEqual(ids)
    expect(silent.received.length).toBe(5)
  })
})

describe('workers', () => {
  it('two at once deliver everything, in order and once, to each of several receivers', async () => {
    const receivers = await Promise.all([receiver(), receiver(), receiver(), receiver()])
    for (const { url } of receivers) await subscribe({ dest: url, stream: true })
    work()
    work()
    const ids: string[] = []
    for (let i = 0; i < 10; i++) {
      ids.push(...(await record(12)))
      await pause(15)
    }
    await until(() => receivers.every((each) => idsOf(each).length >= ids.length))
    await pause(200)
    for (const each of receivers) expect(idsOf(each)).toEqual(ids)
  })

  it('leave nothing out while many record at once', async () => {
    const there = await receiver()
    await subscribe({ dest: there.url, stream: true })
    work()
    work()
    const ids = (await Promise.all(Array.from({ length: 6 }, () => record(25)))).flat()
    await until(() => idsOf(there).length >= ids.length)
    await pause(100)
    expect([...idsOf(there)].sort()).toEqual([...ids].sort())
    const times = documents(there).flatMap((each) =>
      each.epcisBody.queryResults.resultsBody.eventList.map(({ recordTime }: { recordTime: string }) => recordTime),
    )
    expect([...times].sort()).toEqual(times)
  })

  it('that are killed between sending and noting it are followed by one that sends again, and loses nothing', async () => {
    const there = await receiver()
    await subscribe({ dest: there.url, stream: true })
    const ids = await record(3)
    const script = fileURLToPath(new URL('../testing/killed-subscription-worker.mjs', import.meta.url))
    const child = spawn(process.execPath, [script], {
      env: { PATH: process.env.PATH, DATABASE_URL: database.url, SECRET, LEASE_MS: '700' },
      stdio: 'inherit',
    })
    const signal = await new Promise((resolve) => child.once('exit', (_code, by) => resolve(by)))
    expect(signal).toBe('SIGKILL')
    const sent = idsOf(there)
    expect(sent.length).toBeGreaterThan(0)
    ids.push(...(await record(2)))
    work()
    await until(() => idsOf(there).length >= sent.length + ids.length)
    await pause(100)
    expect(idsOf(there)).toEqual([...sent, ...ids])
  })

  it('go on after a restart where the one before was stopped, in the middle of a document too', async () => {
    let slow = true
    const there = await receiver({ behave: () => (slow ? undefined : 200) })
    const path = await subscribe({ dest: there.url, stream: true })
    const stop = work()
    const ids = await record(2)
    await until(() => there.received.length === 1)
    await stop()
    const sent = idsOf(there)
    // A send that was broken off is no failure of the receiver.
    expect((await call('GET', path)).body.failures).toBeUndefined()
    slow = false
    ids.push(...(await record(2)))
    work()
    await until(() => idsOf(there).length >= sent.length + 4)
    expect(idsOf(there)).toEqual([...sent, ...ids])
  })

  it('keep the feed for as long as a subscription waits for it, and no longer', async () => {
    await database.pool.query('delete from trace.subscription')
    const there = await receiver()
    await subscribe({ dest: there.url, schedule: { hour: '1', minute: '5' } })
    await record(4)
    const head = await feedHead(database.pool)
    await until(
      async () => (await feedHead(database.pool)).place !== head.place || (await placeInFeed(database.pool, 100)) > 0,
    )
    await pruneFeed(database.pool)
    const kept = async () =>
      (await database.pool.query('select count(*)::int as n from trace.event_feed where place is not null')).rows[0].n
    expect(await kept()).toBe(4)
    let now = new Date()
    work({ now: () => now })
    now = new Date(now.getTime() + 86_400_000)
    await until(() => idsOf(there).length === 4)
    await until(async () => {
      await pruneFeed(database.pool)
      return (await kept()) <= 1
    })
  })
})
