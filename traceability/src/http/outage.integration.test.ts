import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { upsertLot } from '../events/lots.ts'
import { upsertSourceArea } from '../events/source-areas.ts'
import { codeRing, unitCode } from '../identifiers/unit-codes.ts'
import { createLabelBatch } from '../labels/label-batches.ts'
import { storePassport } from '../passports/passports.ts'
import { migrate } from '../storage/migrate.ts'
import { type DatabaseProxy, databaseProxy } from '../testing/database-proxy.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { CODE_KEY, PHONE, type RunningService, runService, TOKEN } from '../testing/running-service.ts'
import { sampleArea, sampleLot, samplePassport } from '../testing/samples.ts'
import type { Health } from './health.ts'

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function untilStatus(url: string, status: number, within: number): Promise<number> {
  const started = performance.now()
  let last = 0
  while (performance.now() - started < within) {
    last = await fetch(url).then(
      async (response) => {
        await response.arrayBuffer()
        return response.status
      },
      () => 0,
    )
    if (last === status) return last
    await pause(100)
  }
  return last
}

describe('when the database goes away', () => {
  let database: OwnDatabase
  let proxy: DatabaseProxy
  let service: RunningService
  let code: string
  let verifyUrl: string

  beforeAll(async () => {
    database = await ownDatabase()
    await storePassport(database.pool, { messageId: 'm', partyRef: 'producer-1', passport: samplePassport() })
    await upsertSourceArea(database.pool, sampleArea())
    await upsertLot(database.pool, sampleLot())
    const refs = { partyRef: 'producer-1', productRef: 'product-1', lotRef: 'lot-1' }
    const batch = await createLabelBatch(database.pool, { ...refs, size: 10, epoch: 0, requestKey: 'b' })
    code = unitCode(codeRing({ 0: CODE_KEY }), batch, 0)
    proxy = await databaseProxy(database.url)
    service = await runService(proxy.url)
    verifyUrl = `${service.url}/verify/${code}`
    expect(await untilStatus(verifyUrl, 200, 10_000)).toBe(200)
  })
  afterAll(async () => {
    await service?.stop()
    await proxy?.close()
    await database?.drop()
  })

  it.each(['cut', 'silence'] as const)(
    '%s: 503 with a sentence within 5 s, never "not issued"; then it recovers by itself',
    async (fault) => {
      proxy[fault]()
      const started = performance.now()
      const responses = await Promise.all(Array.from({ length: 20 }, () => fetch(verifyUrl)))
      expect(performance.now() - started).toBeLessThan(5_000)
      for (const response of responses) {
        expect(response.status).toBe(503)
        expect(response.headers.get('retry-after')).toBe('5')
        const body = (await response.json()) as { error: { code: string; message: string } }
        expect(body.error.code).toBe('database_unavailable')
        expect(body.error.message).toMatch(/^[A-Z].*\.$/)
        expect(JSON.stringify(body)).not.toMatch(/ECONN|timeout|127\.0\.0\.1|postgres/i)
      }
      const asked = performance.now()
      const health = await fetch(`${service.url}/health`)
      expect(performance.now() - asked).toBeLessThan(2_500)
      expect(health.status).toBe(503)
      expect(await health.json()).toMatchObject({ status: 'down', dependencies: { database: { status: 'down' } } })
      expect((await fetch(`${service.url}/live`)).status).toBe(200)
      expect((await fetch(`${service.url}/verify/not-a-code`)).status).toBe(404)
      const write = await fetch(`${service.url}/internal/parties/new`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${TOKEN}` },
      })
      expect(write.status).toBe(503)

      proxy.restore()
      expect(await untilStatus(verifyUrl, 200, 10_000)).toBe(200)
      expect(await untilStatus(`${service.url}/health`, 200, 10_000)).toBe(200)
    },
  )

  it('scans taken before the outage and not yet written are written after it', async () => {
    await fetch(verifyUrl, { headers: { 'user-agent': PHONE, 'x-device': 'kept-device' } })
    proxy.cut()
    await pause(300)
    proxy.restore()
    const counted = async () =>
      (await database.pool.query<{ checks: number }>('select checks from trace.unit where unit_ix = 0')).rows[0]?.checks
    for (let i = 0; i < 60 && (await counted()) === undefined; i++) await pause(100)
    expect(await counted()).toBe(1)
  })
})

describe('starting', () => {
  it('without a database: alive and waiting, not ready; ready when the database comes, migrated by then', async () => {
    const database = await ownDatabase({ migrated: false })
    const proxy = await databaseProxy(database.url)
    proxy.cut()
    const service = await runService(proxy.url)
    try {
      expect((await fetch(`${service.url}/live`)).status).toBe(200)
      expect((await fetch(`${service.url}/health`)).status).toBe(503)
      proxy.restore()
      const messageOf = async () => {
        const health = (await (await fetch(`${service.url}/health`)).json()) as Health
        return health.dependencies.database.message
      }
      const wanted = 'Schema trace is not there yet; run the migrations'
      for (let i = 0; i < 50 && (await messageOf()) !== wanted; i++) await pause(200)
      expect(await messageOf()).toBe(wanted)
      await migrate(database.url)
      expect(await untilStatus(`${service.url}/health`, 200, 15_000)).toBe(200)
    } finally {
      await service.stop()
      await proxy.close()
      await database.drop()
    }
  })

  it('with a wrong environment ends with one sentence that names the variable', async () => {
    await expect(runService('postgres://x@127.0.0.1:1/x', { CODE_KEY: 'short' })).rejects.toThrow(
      /CODE_KEY: must be 64 hex characters/,
    )
  })

  it('on a busy port ends with one sentence that names it', async () => {
    const first = await runService('postgres://x@127.0.0.1:1/x')
    const port = new URL(first.url).port
    await expect(runService('postgres://x@127.0.0.1:1/x', { PORT: port })).rejects.toThrow(
      new RegExp(`PORT: ${port} is in use by another program`),
    )
    expect(await first.stop()).toBe(0)
  })
})

describe('stopping', () => {
  it('SIGTERM: not ready, open requests answered, scans written, exit 0 within 30 s', async () => {
    const database = await ownDatabase()
    await storePassport(database.pool, { messageId: 'm', partyRef: 'producer-1', passport: samplePassport() })
    const refs = { partyRef: 'producer-1', productRef: 'product-1', lotRef: null }
    const batch = await createLabelBatch(database.pool, { ...refs, size: 50, epoch: 0, requestKey: 'b' })
    const service = await runService(database.url)
    const ring = codeRing({ 0: CODE_KEY })
    const scan = (index: number) =>
      fetch(`${service.url}/verify/${unitCode(ring, batch, index)}`, { headers: { 'user-agent': PHONE } })
    try {
      // Connections stand before the signal: what has not reached the process yet is the proxy's to send elsewhere.
      await Promise.all(Array.from({ length: 40 }, () => scan(0)))
      const open = Promise.all(Array.from({ length: 40 }, (_, index) => scan(index + 1)))
      await pause(5)
      const started = performance.now()
      service.kill('SIGTERM')
      await pause(100)
      const health = await fetch(`${service.url}/health`)
      expect([health.status, ((await health.json()) as { status: string }).status]).toEqual([503, 'stopping'])
      expect((await open).every((response) => response.status === 200)).toBe(true)
      expect(await service.ended).toBe(0)
      expect(performance.now() - started).toBeLessThan(30_000)
      const { rows } = await database.pool.query<{ scans: number }>('select count(*)::int as scans from trace.scan')
      expect(rows).toEqual([{ scans: 80 }])
      expect(service.lines.some((line) => line.includes('"msg":"stopped"'))).toBe(true)
    } finally {
      await service.stop()
      await database.drop()
    }
  })
})
