import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createReadableStreamFromReadable } from '@remix-run/node'
import { expect, test } from 'vitest'
import { readToTheEnd } from './read-to-the-end.ts'

const CHUNKS = 200

/** A form as Remix hands it to an action: Node's request behind a stream of the platform. */
function source(): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0
  const request = new Readable({
    read() {
      sent += 1
      setImmediate(() => this.push(sent > CHUNKS ? null : Buffer.alloc(64 * 1024)))
    },
  })
  return { body: createReadableStreamFromReadable(request), sent: () => Math.min(sent, CHUNKS) }
}

test('all of it comes through', async () => {
  const { body } = source()
  const whole = await new Response(readToTheEnd(body).stream).arrayBuffer()
  expect(whole.byteLength).toBe(CHUNKS * 64 * 1024)
})

test('who sends is heard to the end by a server that refused at once', async () => {
  const server = createServer((req, res) => {
    res.writeHead(422, { 'content-type': 'application/json' }).end('{"error":{"code":"paper_kind_unknown"}}')
    req.resume()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { body, sent } = source()
  const { stream, drain } = readToTheEnd(body)
  try {
    const { port } = server.address() as AddressInfo
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      body: stream,
      duplex: 'half',
    } as RequestInit)
    expect([answer.status, await answer.json()]).toEqual([422, { error: { code: 'paper_kind_unknown' } }])
    await drain()
    expect(sent()).toBe(CHUNKS)
  } finally {
    server.closeAllConnections()
    server.close()
  }
})
