import { readdirSync } from 'node:fs'
import http, { type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { APPLICATION_IDENTIFIERS } from '@sao-lang/traceability/verify/gs1/application-identifiers'
import express from 'express'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { isForResolver, namedThing, PRIMARY_KEYS, resolverGateway } from './resolver-gateway.mjs'

const UNIT = '/01/02000000000015/21/0K7QM2X9RTD4P8HJ'
const COMPRESSED = '/ARFKk4XBoELhoACEGIKMOSUYaegi'

test('every key a Digital Link may begin with is known, and no other', () => {
  const keys = [...APPLICATION_IDENTIFIERS.values()].filter((each) => each.keyQualifiers).map(({ ai }) => ai)
  expect([...PRIMARY_KEYS].sort()).toEqual([...new Set(keys)].sort())
})

describe('what stands at an address', () => {
  test.each([
    ['/q/0K7QM2X9RTD4P8HJ', 'unit'],
    ['/Q/0123', 'unit'],
    [UNIT, 'unit'],
    ['/01/02000000000015/22/A/10/L%2F1/21/X/', 'unit'],
    ['/01/02000000000015', 'item'],
    ['/01/02000000000015/10/HS261015', 'item'],
    ['/414/9506000134352', 'item'],
    ['/8004/9506000134352X', 'item'],
    ['/.well-known/gs1resolver', 'item'],
    [COMPRESSED, 'item'],
    ['/99/1', null],
    ['/q', null],
    ['/01/', null],
    ['/san-pham/hat-sen-say', null],
    ['/internal/parties/x', null],
  ])('%s: %s', (path, thing) => expect(namedThing(path)).toBe(thing))

  it('is a page for every page of the site', () => {
    const pages = readdirSync(new URL('../app/routes', import.meta.url))
      .map((file) => file.replace(/\.tsx$/, '').split(/[._]/)[0] ?? '')
      .filter((name) => name !== '$' && name !== '01' && name !== 'q' && name !== '')
    expect(pages.length).toBeGreaterThan(10)
    for (const page of pages) expect([page, namedThing(`/${page}`)]).toEqual([page, null])
  })
})

test.each([
  ['GET', 'unit', '', false, false],
  ['GET', 'unit', 'lang=en', false, false],
  ['GET', 'unit', '', true, true],
  ['HEAD', 'unit', 'linkType=gs1:pip', false, true],
  ['GET', 'unit', 'linktype=all', false, true],
  ['OPTIONS', 'unit', '', false, true],
  ['GET', 'item', '', false, true],
] as const)('%s of a %s, %j, data wanted %s: for the resolver %s', (method, thing, query, wantsData, expected) => {
  expect(isForResolver({ method, thing, query, wantsData })).toBe(expected)
})

describe('the gateway', () => {
  let service: Server
  let site: Server
  let asked: IncomingMessage[] = []
  let answer: { status: number; headers: Record<string, string>; body: string }
  const origin = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const listen = (server: Server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))

  beforeAll(async () => {
    service = http.createServer((req, res) => {
      asked.push(req)
      res.writeHead(answer.status, answer.headers).end(answer.body)
    })
    await listen(service)
    site = http.createServer(siteOf(origin(service)))
    await listen(site)
  })
  afterAll(() => {
    service.close()
    site.close()
  })
  beforeEach(() => {
    asked = []
    answer = {
      status: 200,
      headers: { 'content-type': 'application/linkset+json', 'access-control-allow-origin': '*', 'set-cookie': 'a=b' },
      body: '{"linkset":[]}',
    }
  })

  function siteOf(traceUrl: string) {
    const app = express()
    app.use((_req, res, next) => {
      res.locals.requestId = 'request-0001'
      next()
    })
    app.use(resolverGateway({ traceUrl, internalToken: 'token-of-the-test', log: () => {} }))
    return app.use((_req, res) => res.send('page'))
  }

  /** With the raw path: `fetch` would tidy it first. */
  function ask(path: string, headers: Record<string, string> = {}, method = 'GET', server = site) {
    return new Promise<{ status: number; headers: http.IncomingHttpHeaders; body: string }>((resolve, reject) => {
      const { port } = server.address() as AddressInfo
      const request = http.request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        let body = ''
        response.on('data', (chunk) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }))
      })
      request.on('error', reject).end()
    })
  }

  it('gives browsers the page, and tells caches that the answer hangs on Accept', async () => {
    const page = await ask(UNIT, { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' })
    expect([page.body, page.headers.vary, asked.length]).toEqual(['page', 'Accept, Accept-Language', 0])
    expect((await ask(UNIT)).body).toBe('page')
    expect((await ask(UNIT, { accept: 'text/html, application/json;q=0.9' })).body).toBe('page')
  })

  it.each(['application/linkset+json', 'application/json, text/plain, */*', 'application/ld+json, text/html;q=0.5'])(
    'hands %s to the resolver, with the path as sent and the visitor’s address',
    async (accept) => {
      const links = await ask('/01/02000000000015/10/L%2f1/21/0K7%51?x=%c3%a0', { accept, 'accept-language': 'vi' })
      expect([links.status, links.body, links.headers.vary]).toEqual([200, answer.body, 'Accept, Accept-Language'])
      expect(links.headers['access-control-allow-origin']).toBe('*')
      expect(links.headers['set-cookie']).toBeUndefined()
      expect(asked[0]?.url).toBe('/01/02000000000015/10/L%2f1/21/0K7%51?x=%c3%a0')
      expect(asked[0]?.headers).toMatchObject({
        ...{ accept, 'accept-language': 'vi', authorization: 'Bearer token-of-the-test', 'x-client-ip': '127.0.0.1' },
        'x-request-id': 'request-0001',
      })
    },
  )

  it('hands on preflights, HEAD and named link types', async () => {
    answer = { status: 204, headers: { allow: 'GET, HEAD, OPTIONS' }, body: '' }
    expect((await ask(UNIT, {}, 'OPTIONS')).headers.allow).toBe('GET, HEAD, OPTIONS')
    answer = { status: 307, headers: { location: 'https://saolang.test/san-pham/x?linkType=gs1:pip' }, body: '' }
    const moved = await ask(`${UNIT}?linkType=gs1:pip`, { accept: 'text/html' }, 'HEAD')
    expect([moved.status, moved.headers.location]).toEqual([307, answer.headers.location])
    expect(asked.map(({ method }) => method)).toEqual(['OPTIONS', 'HEAD'])
  })

  it('never lets another method or another path through', async () => {
    for (const path of ['/internal/parties/x', '/q/../internal/parties/x', '//internal', '/verify/x', '/health']) {
      expect([path, (await ask(path, { accept: 'application/json' })).body]).toEqual([path, 'page'])
    }
    expect((await ask(UNIT, { accept: 'application/json' }, 'POST')).body).toBe('page')
    expect(asked).toEqual([])
  })

  it('sends a link without a serial where the resolver says', async () => {
    answer = { status: 307, headers: { location: 'https://saolang.test/san-pham/hat-sen-say' }, body: '' }
    expect((await ask('/01/02000000000015', { accept: 'text/html' })).headers.location).toBe(answer.headers.location)
    expect((await ask(COMPRESSED, { accept: 'text/html' })).status).toBe(307)
  })

  it('answers with the page itself where the chosen link is this very address, and not in a circle', async () => {
    const query = '?linkType=gs1:verificationService'
    answer = { status: 307, headers: { location: `https://saolang.test${UNIT}${query}` }, body: '' }
    expect((await ask(`${UNIT}${query}`, { accept: 'text/html' })).body).toBe('page')
    answer = { status: 307, headers: { location: `https://saolang.test${UNIT}?lang=en&linkType=gs1:x` }, body: '' }
    expect((await ask(`${UNIT}?linkType=gs1:x`, { accept: 'text/html' })).status).toBe(307)
    expect((await ask(`${UNIT}?lang=en&linkType=gs1:x`, { accept: 'text/html' })).body).toBe('page')
  })

  it('shows people the site’s own page for what nobody registered, and programs the reason', async () => {
    answer = { status: 404, headers: { 'content-type': 'application/json' }, body: '{"error":{}}' }
    expect((await ask('/01/02000000000015', { accept: 'text/html' })).body).toBe('page')
    expect((await ask('/01/02000000000015', { accept: 'application/json' })).body).toBe('{"error":{}}')
    expect((await ask('/01/02000000000015?linkType=gs1:pip', { accept: 'text/html' })).status).toBe(404)
  })

  it('is 503 while the service is away', async () => {
    const alone = http.createServer(siteOf('http://127.0.0.1:1'))
    await listen(alone)
    const data = await ask(UNIT, { accept: 'application/json' }, 'GET', alone)
    expect([data.status, JSON.parse(data.body).error.code]).toEqual([503, 'unavailable'])
    expect((await ask('/01/02000000000015', { accept: 'text/html' }, 'GET', alone)).body).toContain('<html')
    alone.close()
  })
})
