import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { type ScanQuestion, verifyCode } from './verify.server.ts'

let server: Server | undefined
afterEach(async () => {
  const running = server
  server = undefined
  if (running) await new Promise((done) => running.close(done))
})

interface Seen {
  url: string
  headers: IncomingHttpHeaders
}

async function serviceAnswering(status: number, body: string): Promise<{ question: ScanQuestion; seen: Seen[] }> {
  const seen: Seen[] = []
  const listening = createServer((request, response) => {
    seen.push({ url: request.url ?? '', headers: request.headers })
    response.writeHead(status, { 'content-type': 'application/json', connection: 'close' }).end(body)
  })
  server = listening
  await new Promise<void>((done) => listening.listen(0, '127.0.0.1', done))
  const { port } = listening.address() as AddressInfo
  const question: ScanQuestion = {
    traceUrl: `http://127.0.0.1:${port}`,
    internalToken: 'token-of-the-test',
    code: 'K7QM2X9RTD4P',
    gtin: null,
    requestId: 'request-0001',
    device: 'device-opaque',
    clientIp: '203.0.113.9',
    clientAgent: 'Zalo ⚡ iOS',
    clientProvince: '82',
    logScan: true,
  }
  return { question, seen }
}
const answer = (verdict: string) =>
  JSON.stringify({ verdict, reasons: [], code: 'K7QM2X9RTD4P', checkedAt: '2026-11-22T01:00:00Z' })

describe('asking the traceability service', () => {
  it('passes device, address, agent and request id on', async () => {
    const { question, seen } = await serviceAnswering(200, answer('genuine'))
    expect((await verifyCode(question)).kind).toBe('answered')
    expect(seen[0]?.url).toBe('/verify/K7QM2X9RTD4P')
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer token-of-the-test',
      'x-request-id': 'request-0001',
      'x-device': 'device-opaque',
      'x-client-ip': '203.0.113.9',
      'x-client-agent': 'Zalo  iOS',
      'x-client-province': '82',
    })
    expect(seen[0]?.headers['x-scan-log']).toBeUndefined()
  })

  it('asks not to be logged for a prefetch', async () => {
    const { question, seen } = await serviceAnswering(200, answer('genuine'))
    await verifyCode({ ...question, logScan: false, device: null })
    expect(seen[0]?.headers['x-scan-log']).toBe('off')
    expect(seen[0]?.headers['x-device']).toBeUndefined()
  })

  it('asks with the GTIN of a Digital Link, so that code and product must agree', async () => {
    const { question, seen } = await serviceAnswering(404, answer('not_issued_here'))
    await verifyCode({ ...question, gtin: '02000000000015' })
    expect(seen[0]?.url).toBe('/verify/K7QM2X9RTD4P?gtin=02000000000015')
  })

  it('takes 404 with a verdict as an answer', async () => {
    const { question } = await serviceAnswering(404, answer('not_issued_here'))
    expect(await verifyCode(question)).toMatchObject({ kind: 'answered', verdict: { verdict: 'not_issued_here' } })
  })

  it.each([
    [503, answer('genuine')],
    [500, 'oops'],
    [404, '<html>proxy</html>'],
    [200, '{}'],
    [200, 'null'],
  ])('%i %s is unknown, never genuine', async (status, body) => {
    const { question } = await serviceAnswering(status, body)
    expect(await verifyCode(question)).toEqual({ kind: 'unavailable' })
  })

  it('a service that is not there is unknown', async () => {
    const { question } = await serviceAnswering(200, answer('genuine'))
    const running = server
    server = undefined
    await new Promise((done) => running?.close(done))
    expect(await verifyCode(question)).toEqual({ kind: 'unavailable' })
  })
})
