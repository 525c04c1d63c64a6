import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { recordStep } from '../events/steps.ts'
import { registerParty } from '../identifiers/parties.ts'
import { keepToken, revokeToken } from '../storage/api-tokens.ts'
import { entry, raw } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { type RunningService, runService } from '../testing/running-service.ts'

const PARTNER = 'token-of-the-partner-0001'
const STRANGER = 'token-of-a-stranger-0002'
const READER = 'token-of-a-reader-000003'
const OPENED = 'token-with-a-grant-00004'

let database: OwnDatabase
let service: RunningService

async function grant(
  token: string,
  ref: string,
  { mayCapture = true, reads = [] }: { mayCapture?: boolean; reads?: number[] } = {},
): Promise<void> {
  const { partyNo } = await registerParty(database.pool, ref)
  await keepToken(database.pool, token, { partyNo, label: ref, mayCapture, mayQuery: true, reads, expiresAt: null })
}

beforeAll(async () => {
  database = await ownDatabase()
  service = await runService(database.url)
  const producer = await registerParty(database.pool, 'producer-1')
  await grant(PARTNER, 'partner')
  await grant(STRANGER, 'stranger')
  await grant(READER, 'partner', { mayCapture: false })
  await grant(OPENED, 'opened', { reads: [producer.partyNo] })
})
afterAll(async () => {
  await service.stop()
  await database.drop()
})

type Members = Record<string, unknown>
interface Told {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, each looked at where it is expected
  body: any
}

async function call(
  method: string,
  address: string,
  {
    body,
    token = PARTNER,
    headers = {},
  }: { body?: unknown; token?: string | null; headers?: Record<string, string> } = {},
): Promise<Told> {
  const text = body === undefined || typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(address.startsWith('http') ? address : `${service.url}${address}`, {
    method,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(text === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(text === undefined ? {} : { body: text }),
  })
  const answer = await response.text()
  return { status: response.status, headers: response.headers, body: answer === '' ? null : JSON.parse(answer) }
}

const CONTEXT = 'https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld'
const document = (events: Members[], more: Members = {}): Members => ({
  '@context': [CONTEXT, { example: 'http://ns.example.com/epcis/' }],
  type: 'EPCISDocument',
  schemaVersion: '2.0',
  creationDate: '2026-11-01T00:00:00Z',
  epcisBody: { eventList: events },
  ...more,
})
let serial = 0
const event = (changes: Members = {}): Members => ({
  type: 'ObjectEvent',
  action: 'OBSERVE',
  eventTime: '2026-11-01T08:00:00.000+07:00',
  eventTimeZoneOffset: '+07:00',
  bizStep: 'shipping',
  epcList: [`https://id.gs1.org/01/04012345123456/21/s${serial++}`],
  ...changes,
})
const listOf = (told: Told): Members[] => told.body.epcisBody.queryResults.resultsBody.eventList
const idsOf = (told: Told): unknown[] => listOf(told).map((each) => each.eventID)
const capture = (events: Members[], more: Parameters<typeof call>[2] = {}) =>
  call('POST', '/epcis/capture', { body: document(events), ...more })
const countEvents = async (): Promise<number> =>
  (await database.pool.query('select count(*)::int as n from trace.event')).rows[0].n

describe('capture', () => {
  const own = fileURLToPath(new URL('../testing/epcis', import.meta.url))
  const standard = process.env.EPCIS_EXAMPLES
  if (standard === undefined) {
    console.log('NOTE the documents of the EPCIS standard were not captured: EPCIS_EXAMPLES names no folder')
  }
  const files = [own, ...(standard === undefined ? [] : [standard])].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.json(ld)?$/.test(name))
      .map((name) => path.join(folder, name)),
  )

  it.each(files.map((file) => [path.basename(file), file]))(
    '%s is captured and comes back equal',
    async (_name, file) => {
      const sent = JSON.parse(readFileSync(file, 'utf8'))
      const body = sent.epcisBody === undefined ? document([sent], { '@context': sent['@context'] }) : sent
      // Some documents tell one event in other words, which a party has once: each is sent by a party of its own.
      const token = `token-of-${path.basename(file)}`
      await grant(token, encodeURIComponent(path.basename(file)))
      const told = await call('POST', '/epcis/capture', { body, token })
      expect([told.status, told.body]).toMatchObject([202, { success: true, running: false, errors: [] }])
      const events: Members[] = body.epcisBody.eventList ?? body.epcisBody.queryResults.resultsBody.eventList
      const all = await call('GET', '/epcis/events?perPage=1000', {
        token,
        headers: { 'gs1-epc-format': 'Never_Translates' },
      })
      const bare = (each: Members): string => {
        const { eventID: _id, recordTime: _time, '@context': _context, ...rest } = each
        return canonical(rest)
      }
      const stored = new Set(listOf(all).map(bare))
      for (const each of events) expect(stored).toContain(bare(each))
    },
  )

  it('stores the same event once, however often and in whatever form it is sent', async () => {
    const before = await countEvents()
    const first = event({ epcList: ['urn:epc:id:sgtin:4012345.012345.999'], bizStep: 'packing' })
    const same = {
      ...event({ epcList: ['https://other.example/01/04012345123456/21/999'], bizStep: 'packing' }),
      eventTime: '2026-11-01T01:00:00Z',
    }
    await Promise.all([capture([first]), capture([first, same]), capture([same])])
    await capture([first])
    expect((await countEvents()) - before).toBeLessThanOrEqual(2)
    const told = await call('POST', '/epcis/events', { body: { '@context': CONTEXT, ...first } })
    expect([told.status, await countEvents()]).toEqual([201, await countEvents()])
    expect((await call('GET', told.headers.get('location') ?? '')).status).toBe(200)
  })

  it('under rollback stores all events or none, and names every fault by its pointer', async () => {
    const before = await countEvents()
    const told = await capture([event(), event({ eventTimeZoneOffset: '+25:00' }), event({ bizStep: 'walking' })])
    expect(told.status).toBe(400)
    expect(told.headers.get('content-type')).toContain('application/problem+json')
    expect(told.body.type).toBe('epcisException:ValidationException')
    expect(told.body.errors.map((each: { pointer: string }) => each.pointer)).toEqual([
      '/epcisBody/eventList/1/eventTimeZoneOffset',
      '/epcisBody/eventList/2/bizStep',
    ])
    expect(await countEvents()).toBe(before)
  })

  it('under proceed stores the good events and lists the others in the job', async () => {
    const before = await countEvents()
    const told = await capture([event(), event({ action: 'MOVE' }), event()], {
      headers: { 'gs1-capture-error-behaviour': 'proceed' },
    })
    expect([told.status, told.body.success]).toEqual([202, false])
    expect(await countEvents()).toBe(before + 2)
    const job = await call('GET', told.headers.get('location') ?? '')
    expect(job.body).toEqual(told.body)
    expect(job.body.errors).toMatchObject([{ pointer: '/epcisBody/eventList/1/action' }])
    expect((await call('GET', '/epcis/capture')).body[0]).toEqual(told.body)
  })

  it.each([
    ['what is no JSON', '{"type":', 400, 'ValidationException'],
    ['a member given twice', '{"type":"EPCISDocument","type":"EPCISDocument"}', 400, 'ValidationException'],
    ['deep nesting', `${'['.repeat(5_000)}${']'.repeat(5_000)}`, 400, 'ValidationException'],
    ['a prototype', '{"__proto__":{"admin":true},"type":"EPCISDocument"}', 400, 'ValidationException'],
    ['a document of another kind', '{"type":"Invoice"}', 400, 'ValidationException'],
    [
      'too many events',
      JSON.stringify(document(Array.from({ length: 2_001 }, () => event()))),
      413,
      'CaptureLimitExceededException',
    ],
  ])('refuses %s with a problem document and goes on', async (_what, body, status, kind) => {
    const before = await countEvents()
    const told = await call('POST', '/epcis/capture', { body })
    expect([told.status, told.body.type]).toEqual([status, `epcisException:${kind}`])
    expect(told.body.detail.length).toBeGreaterThan(10)
    expect(await countEvents()).toBe(before)
    expect((await fetch(`${service.url}/live`)).status).toBe(200)
  })

  it('refuses events of the future, without a zone or with unknown members', async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    const faults = async (changes: Members) =>
      (await capture([event(changes)])).body.errors.map((each: { pointer: string }) => each.pointer)
    expect(await faults({ eventTime: tomorrow })).toEqual(['/epcisBody/eventList/0/eventTime'])
    expect(await faults({ eventTime: '2026-11-01T08:00:00' })).toEqual(['/epcisBody/eventList/0/eventTime'])
    expect(await faults({ colour: 'red' })).toEqual(['/epcisBody/eventList/0/colour'])
  })

  it('never lets one eventID name two events', async () => {
    const eventID = 'urn:uuid:6a0b5a4e-7a0c-4f59-9d0e-000000000001'
    expect((await capture([event({ eventID })])).status).toBe(202)
    const told = await capture([event({ eventID })])
    expect([told.status, told.body.errors[0].pointer]).toEqual([400, '/epcisBody/eventList/0/eventID'])
  })

  it('takes error declarations as events of their own, once each', async () => {
    const wrong = event()
    await capture([wrong])
    const declared = {
      ...wrong,
      errorDeclaration: { declarationTime: '2026-11-02T00:00:00Z', reason: 'did_not_occur' },
    }
    const before = await countEvents()
    await capture([declared])
    await capture([declared])
    expect(await countEvents()).toBe(before + 1)
    const epc = encodeURIComponent((wrong.epcList as string[])[0] ?? '')
    expect(listOf(await call('GET', `/epcis/events?MATCH_epc=${epc}`))).toHaveLength(2)
    expect(listOf(await call('GET', `/epcis/events?MATCH_epc=${epc}&EXISTS_errorDeclaration=true`))).toHaveLength(1)
  })

  it('refuses XML, other versions and other answers than JSON', async () => {
    const xml = await call('POST', '/epcis/capture', { body: '<a/>', headers: { 'content-type': 'application/xml' } })
    expect([xml.status, xml.body.type]).toEqual([415, 'epcisException:UnsupportedMediaTypeException'])
    expect((await call('GET', '/epcis/events', { headers: { accept: 'application/xml' } })).status).toBe(406)
    expect((await call('GET', '/epcis/events', { headers: { 'gs1-epcis-version': '1.2' } })).status).toBe(406)
    expect((await call('GET', '/epcis/events', { headers: { 'gs1-epcis-version': '2.0' } })).status).toBe(200)
    expect((await call('GET', '/epcis/events', { headers: { 'gs1-epc-format': 'Always_EPC_URN' } })).status).toBe(406)
  })
})

describe('access', () => {
  it('is denied without a token, with a wrong or revoked one, and beyond what it opens', async () => {
    for (const token of [null, 'wrong-token-wrong-token']) {
      const told = await call('GET', '/epcis/events', { token })
      expect([told.status, told.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    }
    expect((await capture([event()], { token: READER })).status).toBe(403)
    await keepToken(database.pool, 'token-soon-revoked-0005', {
      partyNo: (await registerParty(database.pool, 'partner')).partyNo,
      label: 'x',
      mayCapture: true,
      mayQuery: false,
      reads: [],
      expiresAt: null,
    })
    const soon = { token: 'token-soon-revoked-0005' }
    expect((await call('GET', '/epcis/events', soon)).status).toBe(403)
    await revokeToken(database.pool, soon.token)
    await vi.waitFor(async () => expect((await call('GET', '/epcis/capture', soon)).status).toBe(401), 5_000)
  })

  it('keeps parties apart on every route', async () => {
    const secret = event({ bizStep: 'destroying', readPoint: { id: 'https://partner.example/secret' } })
    const told = await capture([secret])
    const id = encodeURIComponent(String(idsOf(await call('GET', '/epcis/events?EQ_bizStep=destroying'))[0]))
    await call('POST', '/epcis/queries', { body: { name: 'mine', query: { EQ_bizStep: ['destroying'] } } })
    const epc = encodeURIComponent((secret.epcList as string[])[0] ?? '')
    const place = encodeURIComponent('https://partner.example/secret')
    for (const address of [
      `/epcis/events/${id}`,
      told.headers.get('location') ?? '',
      `/epcis/epcs/${epc}/events`,
      `/epcis/readPoints/${place}`,
      '/epcis/queries/mine',
      '/epcis/queries/mine/events',
    ]) {
      expect([address, (await call('GET', address)).status]).toEqual([address, 200])
      expect([address, (await call('GET', address, { token: STRANGER })).status]).toEqual([address, 404])
    }
    expect((await call('DELETE', '/epcis/queries/mine', { token: STRANGER })).status).toBe(404)
    expect(listOf(await call('GET', '/epcis/events?EQ_bizStep=destroying', { token: STRANGER }))).toEqual([])
    for (const address of ['/epcis/epcs', '/epcis/readPoints', '/epcis/bizSteps', '/epcis/dispositions']) {
      expect((await call('GET', address, { token: STRANGER })).body.member).toEqual([])
    }
    expect((await call('GET', '/epcis/capture', { token: STRANGER })).body).toEqual([])
  })

  it('opens the journal of a producer to a partner it was opened to, and to nobody else', async () => {
    await recordStep(database.pool, entry({ step: 'harvesting', outputs: [raw('sen', 800)], note: 'Hái sáng' }))
    const told = await call('GET', '/epcis/events', { token: OPENED })
    expect(listOf(told)).toMatchObject([
      {
        type: 'ObjectEvent',
        action: 'ADD',
        bizStep: 'https://saolang.vn/voc/step/harvesting',
        quantityList: [{ quantity: 800, uom: 'KGM' }],
        'sao:note': 'Hái sáng',
        '@context': [CONTEXT, { sao: 'https://saolang.vn/voc/' }],
      },
    ])
    const again = await call('POST', '/epcis/capture', { body: told.body, token: OPENED })
    expect(again.body).toMatchObject({ success: true })
    expect(listOf(await call('GET', '/epcis/events', { token: STRANGER }))).toEqual([])
  })
})

describe('queries', () => {
  it('combine parameters with and, values with or, and find either form of an identifier', async () => {
    const step = 'https://partner.example/step/weighing'
    await capture([
      event({ bizStep: step, epcList: ['urn:epc:id:sgtin:4012345.012345.A1'], disposition: 'in_transit' }),
      event({ bizStep: step, epcList: ['urn:epc:id:sgtin:4012345.012345.A2'], disposition: 'active' }),
      event({
        bizStep: step,
        epcList: undefined,
        action: 'ADD',
        quantityList: [{ epcClass: 'urn:epc:class:lgtin:4012345.012345.L1', quantity: 7 }],
      }),
    ])
    const count = async (query: string) =>
      listOf(await call('GET', `/epcis/events?EQ_bizStep=${encodeURIComponent(step)}&${query}`)).length
    const link = encodeURIComponent('https://example.org/01/04012345123456/21/A1')
    expect(await count('')).toBe(3)
    expect(await count('EQ_disposition=active&EQ_disposition=in_transit')).toBe(2)
    expect(await count('EQ_disposition=active|in_transit')).toBe(2)
    expect(await count(`MATCH_epc=${link}`)).toBe(1)
    expect(await count('MATCH_epc=urn:epc:idpat:sgtin:4012345.012345.*')).toBe(2)
    expect(await count('MATCH_anyEPCClass=urn:epc:class:lgtin:4012345.012345.L1')).toBe(1)
    expect(await count('GE_quantity=7')).toBe(1)
    expect(await count('GT_quantity=7')).toBe(0)
    expect(await count('GE_eventTime=2026-11-01T01:00:00Z&LT_eventTime=2026-11-01T01:00:01Z')).toBe(3)
    expect(await count('LT_eventTime=2026-11-01T01:00:00Z')).toBe(0)
    const all = await call('GET', `/epcis/events?MATCH_epc=${link}`)
    expect(listOf(all)[0]?.epcList).toEqual(['https://id.gs1.org/01/04012345123456/21/A1'])
  })

  it.each([
    ['colour=red', 'colour'],
    ['EQ_action=MOVE', 'EQ_action'],
    ['GE_eventTime=yesterday', 'GE_eventTime'],
    ['eventCountLimit=1&maxEventCount=1', 'maxEventCount'],
    ['orderDirection=UP', 'orderDirection'],
    ['perPage=0', 'perPage'],
    ['nextPageToken=abc', 'nextPageToken'],
    ['GT_quantity=many', 'GT_quantity'],
  ])('refuses %s and names the parameter', async (query, parameter) => {
    const told = await call('GET', `/epcis/events?${query}`)
    expect([told.status, told.body.type]).toEqual([400, 'epcisException:QueryParameterException'])
    expect(told.body.detail).toContain(parameter)
  })

  it('limit what they give: eventCountLimit cuts, maxEventCount refuses', async () => {
    expect(listOf(await call('GET', '/epcis/events?eventCountLimit=2'))).toHaveLength(2)
    const told = await call('GET', '/epcis/events?maxEventCount=2')
    expect([told.status, told.body.type]).toEqual([413, 'epcisException:QueryTooLargeException'])
  })

  it('page through everything once, while others capture, in either order', async () => {
    const step = 'https://partner.example/step/paging'
    await capture(
      Array.from({ length: 45 }, (_, i) => event({ bizStep: step, eventTime: `2026-11-0${1 + (i % 5)}T00:00:00Z` })),
    )
    for (const order of ['orderBy=eventTime&orderDirection=ASC', 'orderBy=eventTime', 'orderDirection=ASC', '']) {
      const seen: unknown[] = []
      let next: string | null = `/epcis/events?EQ_bizStep=${encodeURIComponent(step)}&perPage=10&${order}`
      for (let pages = 0; next !== null; pages++) {
        expect(pages).toBeLessThan(10)
        const told: Told = await call('GET', next)
        seen.push(...idsOf(told))
        await capture([event({ bizStep: step, eventTime: '2026-11-03T12:00:00Z' })])
        const link = /^<(.+)>; rel="next"$/.exec(told.headers.get('link') ?? '')?.[1]
        if (link) expect(Date.parse(told.headers.get('gs1-next-page-token-expires') ?? '')).toBeGreaterThan(Date.now())
        next = link ?? null
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.length).toBeGreaterThanOrEqual(45)
    }
  })

  it('refuse a page token of another question or another party', async () => {
    const told = await call('GET', '/epcis/events?perPage=1')
    const link = /^<(.+)>; rel="next"$/.exec(told.headers.get('link') ?? '')?.[1] ?? ''
    expect((await call('GET', link)).status).toBe(200)
    expect((await call('GET', `${link}&EQ_action=ADD`)).status).toBe(400)
    expect((await call('GET', link, { token: STRANGER })).status).toBe(400)
    expect((await call('GET', link.replace(/nextPageToken=./, 'nextPageToken=A'))).status).toBe(400)
    expect((await call('DELETE', '/epcis/nextPageToken/x')).status).toBe(501)
  })

  it('with a name are kept, run, listed and deleted; a name is taken once', async () => {
    const body = { name: 'packed', query: { EQ_bizStep: ['packing'], eventType: 'ObjectEvent' } }
    const made = await call('POST', '/epcis/queries', { body })
    expect([made.status, made.headers.get('location')]).toEqual([201, '/epcis/queries/packed'])
    const again = await call('POST', '/epcis/queries', { body })
    expect([again.status, again.body.type]).toEqual([409, 'epcisException:ResourceAlreadyExistsException'])
    expect((await call('GET', '/epcis/queries/packed')).body).toEqual(body)
    expect(listOf(await call('GET', '/epcis/queries/packed/events')).length).toBeGreaterThan(0)
    expect((await call('GET', '/epcis/queries')).body).toContainEqual(body)
    const wrong = await call('POST', '/epcis/queries', { body: { name: 'x', query: { EQ_colour: 'red' } } })
    expect(wrong.status).toBe(400)
    expect((await call('DELETE', '/epcis/queries/packed')).status).toBe(204)
    expect((await call('GET', '/epcis/queries/packed')).body.type).toBe('epcisException:NoSuchNameException')
  })
})

describe('discovery', () => {
  it('lists the resources and what events carry, and says which methods an address takes', async () => {
    const root = await call('GET', '/epcis')
    expect(root.body.member).toEqual([
      'capture',
      'events',
      'queries',
      'eventTypes',
      'epcs',
      'bizSteps',
      'bizLocations',
      'readPoints',
      'dispositions',
    ])
    expect((await call('GET', '/epcis/eventTypes')).body.member).toHaveLength(5)
    expect((await call('GET', '/epcis/bizSteps')).body.member).toContain('shipping')
    expect((await call('GET', '/epcis/bizSteps/shipping')).body.member).toEqual(['events'])
    expect(listOf(await call('GET', '/epcis/bizSteps/shipping/events')).length).toBeGreaterThan(0)
    expect((await call('GET', '/epcis/bizSteps/flying')).status).toBe(404)
    const options = await call('OPTIONS', '/epcis/capture', { token: null })
    expect([options.status, options.headers.get('allow')]).toEqual([204, 'OPTIONS, GET, POST'])
    expect(options.headers.get('gs1-epcis-capture-limit')).toBe('2000')
    expect(options.headers.get('gs1-epcis-capture-file-size-limit')).toBe(String(16 * 1024 * 1024))
    expect(root.headers.get('gs1-epcis-version')).toBe('2.0.0')
  })

  it('pages through identifiers', async () => {
    const seen: string[] = []
    let next: string | null = '/epcis/epcs?perPage=7'
    while (next !== null) {
      const told: Told = await call('GET', next)
      seen.push(...told.body.member)
      next = /^<(.+)>; rel="next"$/.exec(told.headers.get('link') ?? '')?.[1] ?? null
    }
    expect(seen.length).toBeGreaterThan(50)
    expect(seen).toEqual([...new Set(seen)])
  })
})

/** JSON with sorted members and lists: events are sets of facts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}
