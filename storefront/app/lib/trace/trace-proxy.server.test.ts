import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

let server: Server
let asked: IncomingMessage | null = null
let answer: { status: number; headers: Record<string, string>; body: string }

const port = vi.hoisted(() => ({ value: 0 }))
vi.mock('#app/lib/env.server.ts', () => ({
  env: () => ({ TRACE_URL: `http://127.0.0.1:${port.value}`, TRACE_INTERNAL_TOKEN: 'token-of-the-test' }),
}))
vi.mock('#app/lib/log.server.ts', () => ({ log: () => {} }))
vi.mock('#app/lib/request-context.server.ts', () => ({
  requestContext: () => ({
    requestId: 'test-request',
    signal: new AbortController().signal,
    clientIp: '203.0.113.9',
    clientProvince: null,
  }),
}))

beforeAll(async () => {
  server = createServer((req, res) => {
    asked = req
    res.writeHead(answer.status, answer.headers)
    res.end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port.value = (server.address() as AddressInfo).port
})
afterAll(() => server.close())

async function read(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  const { fromTraceability, rawAddress } = await import('./trace-proxy.server.ts')
  const request = new Request(`https://saolang.test${address}`, { headers, method })
  return fromTraceability({ request, context: {} }, rawAddress(request))
}

describe('evidence under the name of the site', () => {
  it('is asked for by the raw address, so that an encoded slash stays one', async () => {
    answer = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'proof' }
    expect(await (await read('/log/proof/event/ni%3A%2F%2F%2Fsha-256?x=1', { accept: 'text/plain' })).text()).toBe(
      'proof',
    )
    expect([asked?.url, asked?.headers.accept, asked?.headers['x-request-id']]).toEqual([
      '/log/proof/event/ni%3A%2F%2F%2Fsha-256?x=1',
      'text/plain',
      'test-request',
    ])
  })

  it('passes on status, type, caching and openness, and nothing else', async () => {
    answer = {
      status: 404,
      headers: {
        'content-type': 'application/json',
        'cache-control': 'public, max-age=2',
        'access-control-allow-origin': '*',
        'set-cookie': 'a=b',
        server: 'trace',
      },
      body: '{}',
    }
    const response = await read('/log/checkpoint')
    expect(response.status).toBe(404)
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      'cache-control': 'public, max-age=2',
      'access-control-allow-origin': '*',
    })
  })
})

describe('what anybody may read', () => {
  beforeEach(() => {
    asked = null
    answer = { status: 200, headers: { 'content-type': 'application/json' }, body: '{}' }
  })

  it.each([
    '/verify/0K7QM2X9RTD4P8HJ?gtin=02000000000015',
    '/qr/0K7QM2X9RTD4P8HJ.svg',
    '/export/lots/0198-x.jsonld',
    '/export/lots/0198-x/tt02.csv?lang=en',
    '/export/products/prod%2F1.csv',
    '/products/prod%2F1/trace',
    '/credentials/by-recognition/rec%2F1',
    '/labels/keys',
    '/log/tile/0/000',
    '/.well-known/did.json',
  ])('%s, asked with the visitor’s address', async (address) => {
    expect((await read(address)).status).toBe(200)
    expect(asked?.url).toBe(address)
    expect(asked?.headers).toMatchObject({ authorization: 'Bearer token-of-the-test', 'x-client-ip': '203.0.113.9' })
  })

  it.each([
    '/internal/parties/x',
    '/INTERNAL/parties/x',
    '/%69nternal/parties/x',
    '//internal/parties/x',
    '/verify/../internal/parties/x',
    '/verify/%2e%2e/internal/parties/x',
    '/verify/./../../internal/x',
    '/qr/..%5c..%5cinternal/x',
    '/labels/keys/../../internal/label-layouts',
    '/labels/keys/',
    '/products/x/trace/../../../internal/x',
    '/epcis/events',
    '/health',
    '/verify',
    '/verify/',
    '/',
  ])('and nothing else: %s', async (address) => {
    expect((await read(address)).status).toBe(404)
    expect(asked).toBeNull()
  })

  it.each([
    'http://evil.test/verify/x',
    '//evil.test/verify/x',
    '/verify/../internal/x',
    '/verify/x#y',
    'verify/x',
    '',
  ])('an address is judged as it will be asked: %j is none', async (address) => {
    const { isPublicAddress } = await import('./trace-proxy.server.ts')
    expect(isPublicAddress(address)).toBe(false)
  })

  it('an encoded dot segment or slash stays one name of a code', async () => {
    await read('/verify/..%2finternal%2fparties%2fx')
    expect(asked?.url).toBe('/verify/..%2finternal%2fparties%2fx')
  })

  it('hands on conditions, ranges, languages and devices, and no header that says who we are', async () => {
    await read('/export/lots/x.csv', {
      'if-none-match': '"a"',
      range: 'bytes=0-9',
      'accept-language': 'en',
      'x-scan-log': 'off',
      'x-client-ip': '198.51.100.1',
      authorization: 'Bearer of-somebody-else',
      cookie: 'sl-device=abcdefghijklmnopqrstuv; sl-cart=secret',
    })
    expect(asked?.headers).toMatchObject({
      'if-none-match': '"a"',
      range: 'bytes=0-9',
      'accept-language': 'en',
      'x-client-ip': '203.0.113.9',
      'x-device': 'abcdefghijklmnopqrstuv',
      authorization: 'Bearer token-of-the-test',
    })
    expect(asked?.headers['x-scan-log']).toBeUndefined()
    expect(asked?.headers.cookie).toBeUndefined()
  })

  it('passes on 304, 206 and files, and the length of a HEAD', async () => {
    answer = {
      status: 206,
      headers: { 'content-range': 'bytes 0-1/9', 'content-disposition': 'attachment' },
      body: '{}',
    }
    const part = await read('/export/lots/x.csv')
    expect([part.status, part.headers.get('content-range'), part.headers.get('content-disposition')]).toEqual([
      206,
      'bytes 0-1/9',
      'attachment',
    ])
    answer = { status: 304, headers: { etag: '"a"' }, body: '' }
    expect((await read('/credentials/1-x')).status).toBe(304)
    answer = { status: 200, headers: { 'content-length': '12' }, body: '' }
    const head = await read('/labels/keys', {}, 'HEAD')
    expect([asked?.method, head.headers.get('content-length'), await head.text()]).toEqual(['HEAD', '12', ''])
  })

  it('asks on with OPTIONS, and refuses what writes', async () => {
    await read('/export/lots/x.csv', {}, 'OPTIONS')
    expect(asked?.method).toBe('OPTIONS')
    asked = null
    expect((await read('/verify/x', {}, 'POST')).status).toBe(405)
    expect(asked).toBeNull()
  })
})

describe('while the service is away', () => {
  it('is 503 with a sentence while the service is away', async () => {
    port.value = 1
    const response = await read('/credentials/1-x')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await response.json()).error.message).toMatch(/Try again/)
  })
})
