import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ScratchAnswer, scratchCode, scratchRing } from '../labels/scratch-codes.ts'
import { type LabelledBatch, labelledBatch } from '../testing/labelled-batch.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { TOKEN } from '../testing/running-service.ts'
import { deviceHasher } from '../verdicts/asking-device.ts'
import { bearerCheck } from './caller.ts'
import { scratchRoutes } from './scratch-routes.ts'

const scratch = scratchRing({ 0: '3a'.repeat(32) })
let database: OwnDatabase
let batch: LabelledBatch
let server: Awaited<ReturnType<typeof serveRoutes>>
beforeAll(async () => {
  database = await ownDatabase()
  batch = await labelledBatch(database.pool, { scratch: true })
  const parts = { pool: database.pool, rings: { codes: batch.ring, scratch }, devices: deviceHasher('c4'.repeat(32)) }
  server = await serveRoutes(scratchRoutes(parts), { trusts: bearerCheck(TOKEN) })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})

type Told = ScratchAnswer & { provinceName: string | null; error: { field: string } }

/** Each client has its own allowance. */
let client = 0
async function confirm(index: number, body: unknown, headers: Record<string, string> = {}, method = 'POST') {
  const answer = await fetch(`${server.url}/scratch/${batch.code(index)}`, {
    method,
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${TOKEN}`,
      'x-client-ip': `198.51.100.${++client}`,
      'x-client-province': '82',
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as Told, caching: answer.headers.get('cache-control') }
}
const hidden = (index: number) => ({ scratch: scratchCode(scratch, batch, index) })

describe('POST /scratch/{code}', () => {
  it('confirms once, with the province by name, and tells others when that was', async () => {
    const typed = hidden(0)
      .scratch.toLowerCase()
      .replace(/(.{5})/, '$1 ')
    const first = await confirm(0, { scratch: typed }, { 'x-device': 'device-one' })
    expect(first).toMatchObject({ status: 200, caching: 'private, no-store' })
    expect(first.body).toMatchObject({ result: 'confirmed', provinceCode: '82', provinceName: 'Đồng Tháp' })
    expect((await confirm(0, hidden(0), { 'x-device': 'device-one' })).body.result).toBe('confirmed')
    expect((await confirm(0, hidden(0), { 'x-device': 'device-two' })).body).toMatchObject({
      result: 'already_confirmed',
      confirmedAt: first.body.confirmedAt,
    })
  })

  it('counts the tries that are left, and locks', async () => {
    const left: unknown[] = []
    for (let i = 0; i < 5; i++) left.push((await confirm(1, { scratch: '0000000000' })).body.triesLeft)
    expect(left).toEqual([4, 3, 2, 1, 0])
    const locked = (await confirm(1, hidden(1))).body
    expect([locked.result, locked.triesLeft, Date.parse(locked.lockedUntil ?? '') > Date.now()]).toEqual([
      'locked',
      null,
      true,
    ])
  })

  it('is not there for GET, which previews and scanners send', async () => {
    expect((await confirm(2, null, {}, 'GET')).status).toBe(404)
    expect((await confirm(2, hidden(2))).body.result).toBe('confirmed')
  })

  it.each([[{}], [{ scratch: 5 }], [{ scratch: '' }], [{ scratch: 'x'.repeat(513) }], [{ scratch: 'a', device: 'b' }]])(
    'refuses %j with the field, and counts no try',
    async (body) => {
      const refused = await confirm(3, body)
      expect([refused.status, refused.body.error.field]).toEqual([400, 'device' in body ? 'device' : 'scratch'])
      const { rows } = await database.pool.query(
        'select 1 from trace.scratch_try where party_no = $1 and batch_no = $2 and unit_ix = 3',
        [batch.partyNo, batch.batchNo],
      )
      expect(rows).toEqual([])
    },
  )

  it('a client that tries label after label has to wait', async () => {
    const answers: number[] = []
    for (let i = 0; i < 21; i++) {
      answers.push((await confirm(10 + i, { scratch: '0000000000' }, { 'x-client-ip': '203.0.113.1' })).status)
    }
    expect([answers.slice(0, 20).every((status) => status === 200), answers[20]]).toEqual([true, 429])
  })
})
