import { describe, expect, test } from 'vitest'
import type { EntryBody } from '../types.ts'
import { journalServer, outcomeOf } from './journal-server.ts'

const read = (body: unknown) => (body === 'ours' ? 'ours' : null)
const entry = { requestKey: 'k' } as EntryBody & { evidence: [] }

describe('an answer counts as stored', () => {
  test('only when it is what was asked for', () => {
    expect(outcomeOf(200, 'ours', read)).toEqual({ kind: 'done', value: 'ours' })
  })

  test('not when a hotspot answers with a page of its own', async () => {
    const portal = async () => new Response('<html>Đăng nhập wifi</html>', { status: 200 })
    expect(await journalServer(portal).record({ ...entry, evidence: [] }, 0)).toEqual({ kind: 'stop', why: 'offline' })
    const json = async () => Response.json({ ok: true })
    expect(await journalServer(json).record({ ...entry, evidence: [] }, 0)).toEqual({ kind: 'stop', why: 'offline' })
  })
})

describe('a refusal is final', () => {
  test.each([400, 404, 409, 413, 415, 422])('with %d and a code of ours', (status) => {
    const body = { error: { code: 'lot_unknown', field: 'inputs.0', details: { lot: 'L1' } } }
    expect(outcomeOf(status, body, read)).toEqual({
      kind: 'refused',
      refusal: { code: 'lot_unknown', field: 'inputs.0', details: { lot: 'L1' } },
    })
  })

  test('not when something between answered', () => {
    expect(outcomeOf(400, null, read)).toEqual({ kind: 'stop', why: 'away' })
    expect(outcomeOf(413, 'too large', read)).toEqual({ kind: 'stop', why: 'away' })
  })
})

test.each([
  [401, 'sign_in'],
  [403, 'away'],
  [408, 'away'],
  [429, 'away'],
  [500, 'away'],
  [503, 'away'],
])('status %d keeps the entry waiting (%s)', (status, why) => {
  const body = { error: { code: 'anything' } }
  expect(outcomeOf(status, body, read)).toEqual({ kind: 'stop', why })
})

test('a connection that breaks keeps the entry waiting', async () => {
  const broken = () => Promise.reject(new TypeError('network'))
  expect(await journalServer(broken).meet()).toEqual({ kind: 'stop', why: 'offline' })
})

test('the entry is sent with how far the clock is off, and nothing else is added', async () => {
  const sent: unknown[] = []
  const server = journalServer(async (_path, init) => {
    sent.push(JSON.parse(String(init?.body)))
    return Response.json({ stepNo: '1', happenedAt: '', warnings: [], lots: [] })
  })
  await server.record({ ...entry, evidence: [] }, -4_000)
  expect(sent).toEqual([{ entry: { requestKey: 'k', evidence: [] }, aheadMs: -4_000 }])
})
