import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { downloadPart, nothingReceived } from './part-download.ts'

const FILE = Buffer.from('index,code\r\n0,ABC\r\n1,DEF\r\n')
const ETAG = '"tag-1"'
const URLS = { fileUrl: '/phan/1', digestUrl: '/dau/1' }
const digest = { etag: ETAG, bytes: FILE.length, sha256: createHash('sha256').update(FILE).digest('hex') }

/** A server of one file whose connection breaks after some bytes, as often as told. */
function server({ breaks = [] as number[], told = digest, etag = ETAG } = {}) {
  const asked: (string | null)[] = []
  const get = async (url: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (String(url).startsWith('/dau')) return Response.json(told)
    const headers = new Headers(init?.headers)
    asked.push(headers.get('range'))
    const ours = headers.get('if-range') === etag
    const start = ours ? Number(/\d+/.exec(headers.get('range') ?? '')?.[0] ?? 0) : 0
    if (start >= FILE.length) return new Response(null, { status: 416 })
    const end = breaks.shift()
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(FILE.subarray(start, end ?? FILE.length)))
        if (end === undefined) controller.close()
      },
      pull(controller) {
        if (end !== undefined) controller.error(new TypeError('network error'))
      },
    })
    return new Response(body, { status: start > 0 ? 206 : 200, headers: { etag } })
  }
  return { asked, get: get as typeof fetch }
}
const idle = new AbortController().signal
const quiet = () => undefined

describe('a part of a print sheet', () => {
  test('is fetched, counted as it comes, and checked', async () => {
    const received = nothingReceived()
    const seen: number[] = []
    const outcome = await downloadPart(URLS, received, () => seen.push(received.bytes), idle, server().get)
    expect(outcome).toMatchObject({ kind: 'whole', sha256: digest.sha256 })
    if (outcome.kind === 'whole') expect(Buffer.from(await outcome.file.arrayBuffer()).equals(FILE)).toBe(true)
    expect(seen.at(-1)).toBe(FILE.length)
  })

  test('goes on where the network was lost, and no byte comes twice', async () => {
    const received = nothingReceived()
    const { asked, get } = server({ breaks: [7, 15] })
    expect((await downloadPart(URLS, received, quiet, idle, get)).kind).toBe('lost')
    expect((await downloadPart(URLS, received, quiet, idle, get)).kind).toBe('lost')
    const outcome = await downloadPart(URLS, received, quiet, idle, get)
    expect(outcome.kind).toBe('whole')
    expect(asked).toEqual([null, 'bytes=7-', 'bytes=15-'])
  })

  test('that came whole before the answer was lost is checked without coming again', async () => {
    const received = { etag: ETAG, chunks: [new Uint8Array(FILE)], bytes: FILE.length }
    expect((await downloadPart(URLS, received, quiet, idle, server().get)).kind).toBe('whole')
  })

  test('that has changed meanwhile begins anew', async () => {
    const received = { etag: '"older"', chunks: [new Uint8Array(3)], bytes: 3 }
    expect((await downloadPart(URLS, received, quiet, idle, server().get)).kind).toBe('whole')
  })

  test.each([
    ['a byte', { ...digest, sha256: '0'.repeat(64) }],
    ['the length', { ...digest, bytes: 3 }],
    ['the tag', { ...digest, etag: '"other"' }],
  ])('that differs in %s is not taken, and is forgotten', async (_what, told) => {
    const received = nothingReceived()
    expect((await downloadPart(URLS, received, quiet, idle, server({ told }).get)).kind).toBe('damaged')
    expect(received.bytes).toBe(0)
  })

  test.each([
    [401, { kind: 'signed_out' }],
    [303, { kind: 'signed_out' }],
    [404, { kind: 'refused', status: 404 }],
    [409, { kind: 'refused', status: 409 }],
    [503, { kind: 'lost' }],
  ])('answered with %i is no file', async (status, outcome) => {
    const get = async () => new Response('x', { status })
    expect(await downloadPart(URLS, nothingReceived(), quiet, idle, get)).toEqual(outcome)
  })

  test('stops when it is told to', async () => {
    const stop = new AbortController()
    stop.abort()
    const get = async () => {
      throw new DOMException('stopped', 'AbortError')
    }
    expect(await downloadPart(URLS, nothingReceived(), quiet, stop.signal, get)).toEqual({ kind: 'stopped' })
  })
})
