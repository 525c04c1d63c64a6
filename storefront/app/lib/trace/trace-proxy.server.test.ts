import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

let server: Server
let asked: IncomingMessage | null = null
let answer: { status: number; headers: Record<string, string>; body: string }

const port = vi.hoisted(() => ({ value: 0 }))
vi.mock('#app/lib/env.server.ts', () => ({ env: () => ({ TRACE_URL: `http://127.0.0.1:${port.value}` }) }))
vi.mock('#app/lib/log.server.ts', () => ({ log: () => {} }))
vi.mock('#app/lib/request-context.server.ts', () => ({
  requestContext: () => ({ requestId: 'test-request', signal: new AbortController().signal }),
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

async function read(address: string, accept?: string): Promise<Response> {
  const { fromTraceability, rawAddress } = await import('./trace-proxy.server.ts')
  const request = new Request(`https://saolang.test${address}`, accept ? { headers: { accept } } : {})
  return fromTraceability({ request, context: {} }, rawAddress(request))
}

describe('evidence under the name of the site', () => {
  it('is asked for by the raw address, so that an encoded slash stays one', async () => {
    answer = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'proof' }
    expect(await (await read('/log/proof/event/ni%3A%2F%2F%2Fsha-256?x=1', 'text/plain')).text()).toBe('proof')
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

  it('is 503 with a sentence while the service is away', async () => {
    port.value = 1
    const response = await read('/credentials/1-x')
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '5'])
    expect((await response.json()).error.message).toMatch(/Try again/)
  })
})
