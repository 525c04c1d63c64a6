import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registerParty } from '../identifiers/parties.ts'
import { entry, packed, raw, take } from '../testing/journal.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { type RunningService, runService, TOKEN } from '../testing/running-service.ts'

let database: OwnDatabase
let service: RunningService

beforeAll(async () => {
  database = await ownDatabase()
  service = await runService(database.url)
  await registerParty(database.pool, 'producer-1')
  await registerParty(database.pool, 'producer-2')
})
afterAll(async () => {
  await service.stop()
  await database.drop()
})

async function call(
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  token = TOKEN,
  // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes, each looked at where it is expected
): Promise<{ status: number; body: any }> {
  const response = await fetch(`${service.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  return { status: response.status, body: await response.json() }
}

describe('the journal of a producer', () => {
  let dried = ''

  it('takes a harvest, a drying and a packing, and tells the yield', async () => {
    const harvest = entry({ step: 'harvesting', happenedAt: '2026-10-01T01:00:00Z', outputs: [raw('sen-01', 800)] })
    expect((await call('POST', '/internal/steps', harvest)).status).toBe(200)
    const drying = entry({
      step: 'drying',
      happenedAt: '2026-10-02T01:00:00Z',
      inputs: [take('sen-01')],
      outputs: [raw('sen-kho', 200, { kind: 'intermediate', material: 'Hạt sen khô' })],
    })
    const answer = await call('POST', '/internal/steps', drying)
    expect(answer.body).toMatchObject({ balance: { kind: 'balanced', loss: 600_000, yield: 0.25 } })
    dried = answer.body.stepNo
    const packing = entry({
      step: 'packing',
      happenedAt: '2026-10-03T01:00:00Z',
      inputs: [take('sen-kho', 100)],
      outputs: [packed('sen-hop', 495)],
    })
    expect((await call('POST', '/internal/steps', packing)).status).toBe(200)
  })

  it('refuses what contradicts the book with a word, the field and the figures', async () => {
    const twice = entry({ happenedAt: '2026-10-04T01:00:00Z', inputs: [take('sen-kho', 150)], outputs: [raw('z', 1)] })
    expect(await call('POST', '/internal/steps', twice)).toEqual({
      status: 422,
      body: {
        error: {
          code: 'lot_used_up',
          message: 'inputs.0.amount: lot "SEN-KHO" has less left than that',
          field: 'inputs.0.amount',
          details: { lot: 'SEN-KHO', left: 100_000, asked: 150_000, measure: 'g' },
          requestId: expect.any(String),
        },
      },
    })
    expect((await call('POST', '/internal/steps', { ...twice, sold: true })).body.error).toMatchObject({
      code: 'invalid_input',
      field: 'sold',
    })
  })

  it('lists lots with what is left, finds them without accents, and pages', async () => {
    const book = await call('GET', '/internal/parties/producer-1/lots?state=open')
    expect(book.body.lots.map((lot: { ref: string; left: number }) => [lot.ref, lot.left])).toEqual([
      ['sen-hop', 99_000],
      ['sen-kho', 100_000],
    ])
    expect(book.body.lots[1].nextSteps).toEqual(['roasting', 'packing', 'storing'])
    const found = await call('GET', '/internal/parties/producer-1/lots?q=HAT%20SEN%20KHO')
    expect(found.body.lots.map((lot: { ref: string }) => lot.ref)).toEqual(['sen-kho'])
    const done = await call('GET', '/internal/parties/producer-1/lots?state=done')
    expect(done.body.lots.map((lot: { ref: string }) => lot.ref)).toEqual(['sen-01'])
    for (let i = 0; i < 50; i++) {
      await call('POST', '/internal/steps', entry({ step: 'harvesting', outputs: [raw(`them-${i}`, 1)] }))
    }
    const first = await call('GET', '/internal/parties/producer-1/lots')
    const second = await call('GET', `/internal/parties/producer-1/lots?after=${encodeURIComponent(first.body.next)}`)
    expect(new Set([...first.body.lots, ...second.body.lots].map((lot: { ref: string }) => lot.ref)).size).toBe(53)
    expect(second.body.next).toBeNull()
    expect((await call('GET', '/internal/parties/producer-1/lots?after=x')).status).toBe(400)
  })

  it('shows a lot with its entries and one step back and forward', async () => {
    const { body } = await call('GET', '/internal/parties/producer-1/lots/sen-kho')
    expect(body.entries.map((each: { step: string; part: string }) => [each.step, each.part])).toEqual([
      ['drying', 'made'],
      ['packing', 'took'],
    ])
    expect(body.entries[0].lock).toBe('later_steps')
    expect(body.back.map((edge: { lot: { ref: string } }) => edge.lot.ref)).toEqual(['sen-01'])
    expect(body.forward.map((edge: { lot: { ref: string } }) => edge.lot.ref)).toEqual(['sen-hop'])
  })

  it('keeps producers apart: the lot of another one is as if it were not there', async () => {
    expect((await call('GET', '/internal/parties/producer-2/lots/sen-kho')).status).toBe(404)
    expect((await call('GET', '/internal/parties/producer-2/lots')).body.lots).toEqual([])
    const theft = entry({ partyRef: 'producer-2', inputs: [take('sen-kho', 1)], outputs: [raw('cua-toi', 1)] })
    expect((await call('POST', '/internal/steps', theft)).body.error.code).toBe('lot_unknown')
    const through = entry({
      partyRef: 'producer-2',
      inputs: [take('sen-kho', 1, 'producer-1')],
      outputs: [raw('cua-toi', 1)],
    })
    expect((await call('POST', '/internal/steps', through)).body.error.code).toBe('not_handed_over')
    const correction = { partyRef: 'producer-2', requestKey: 'k', reason: 'Tôi muốn xoá mục này', replacement: null }
    const foreign = await call('POST', `/internal/steps/${dried}/correct`, correction)
    expect(foreign.body.error.code).toBe('step_unknown')
  })

  it('gives the journal of some days, and nothing without the token', async () => {
    const { body } = await call('GET', '/internal/parties/producer-1/journal?from=2026-10-02&to=2026-10-03')
    expect(body.entries.map((each: { step: string }) => each.step)).toEqual(['drying', 'packing'])
    expect((await call('GET', '/internal/parties/producer-1/journal?from=2026-10-03&to=2026-10-02')).status).toBe(400)
    for (const path of ['lots', 'lots/sen-kho', 'journal?from=2026-10-02&to=2026-10-03']) {
      expect((await call('GET', `/internal/parties/producer-1/${path}`, undefined, 'wrong')).status).toBe(401)
    }
    for (const path of [
      `steps/${dried}/correct`,
      'steps',
      'lots/x/recall',
      'source-areas/x/recall',
      'recalls/x/lift',
    ]) {
      expect((await call('POST', `/internal/${path}`, {}, 'wrong')).status).toBe(401)
    }
  })
})
