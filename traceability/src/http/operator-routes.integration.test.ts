import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { codeRing } from '../identifiers/unit-codes.ts'
import { storePassport } from '../passports/passports.ts'
import { keepAlert, showAlert } from '../storage/clone-alerts.ts'
import { type LabelledBatch, labelledBatch } from '../testing/labelled-batch.ts'
import { type OwnDatabase, ownDatabase } from '../testing/own-database.ts'
import { serveRoutes } from '../testing/routes-server.ts'
import { CODE_KEY, TOKEN } from '../testing/running-service.ts'
import { sampleIssuer } from '../testing/sample-issuer.ts'
import { samplePassport } from '../testing/samples.ts'
import { createVerifier } from '../verdicts/verifier.ts'
import { bearerCheck } from './caller.ts'
import { type GoodsOfCode, type ListedAlert, operatorRoutes } from './operator-routes.ts'

const ring = codeRing({ 0: CODE_KEY })
let database: OwnDatabase
let db: OwnDatabase['pool']
let server: Awaited<ReturnType<typeof serveRoutes>>
let batch: LabelledBatch

beforeAll(async () => {
  database = await ownDatabase()
  db = database.pool
  const verifier = createVerifier(db, ring, 'none')
  server = await serveRoutes(operatorRoutes({ pool: db, ring, verifier }), { trusts: bearerCheck(TOKEN) })
})
afterAll(async () => {
  await server.close()
  await database.drop()
})
beforeEach(async () => {
  await db.query('delete from trace.clone_alert')
  batch = await labelledBatch(db)
})

interface Page {
  alerts: ListedAlert[]
  count: number
}
async function ask<T>(path: string, body?: unknown, token = TOKEN): Promise<{ status: number; body: T }> {
  const answer = await fetch(`${server.url}/internal${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  return { status: answer.status, body: (await answer.json()) as T }
}
const listed = async (query = '') => (await ask<Page>(`/clone-alerts${query}`)).body
const settle = (alertNo: string, changes: object = {}) =>
  ask<{ alert: ListedAlert }>(`/clone-alerts/${alertNo}`, {
    ...{ partyRef: batch.partyRef, decision: 'dismiss', by: 'user_1', note: 'Hàng trưng bày ở hội chợ' },
    ...changes,
  })

/** Opens an alert that the scan page shows, as a judgement does; null for one about the batch. */
async function opened(index: number | null, level: 'watch' | 'suspect' = 'suspect'): Promise<string> {
  const { partyNo } = (
    await db.query('select party_no as "partyNo" from trace.party where party_ref = $1', [batch.partyRef])
  ).rows[0] as { partyNo: number }
  const now = Date.now()
  const area = { province: '82', sightings: 9, firstAt: now - 3_600_000, lastAt: now }
  const alert = { partyNo, batchNo: batch.batchNo, index, productRef: batch.productRef, level, score: 4, checks: 9 }
  const kind = index === null ? 'more_units_than_commissioned' : 'copied'
  const client = await db.connect()
  try {
    const signals = [{ name: 'areas' as const, points: 2 }]
    const at = await keepAlert(client, { ...alert, kind, signals, areas: [area] }, new Date(now))
    if (index !== null) {
      await batch.scan([{ index, device: 'a', province: '82' }])
      const view = { kind: 'copied' as const, since: at.toISOString(), areas: [] }
      await showAlert(client, { partyNo, batchNo: batch.batchNo, index }, view)
    }
  } finally {
    client.release()
  }
  const { rows } = await db.query(
    'select alert_no from trace.clone_alert where batch_no = $1 and unit_ix is not distinct from $2 and closed_at is null',
    [batch.batchNo, index],
  )
  return (rows[0] as { alert_no: string }).alert_no
}

describe('the operator’s list of alerts', () => {
  it('is for our own services alone, and refuses what it does not know', async () => {
    expect((await ask('/clone-alerts', undefined, 'wrong')).status).toBe(401)
    expect((await ask(`/clone-alerts/${randomUUID()}`, {}, 'wrong')).status).toBe(401)
    expect((await ask('/goods?codes=x', undefined, 'wrong')).status).toBe(401)
    for (const query of ['?state=open', '?level=none', '?limit=0', '?limit=201', '?offset=-1', '?party=x']) {
      expect([query, (await ask(`/clone-alerts${query}`)).status]).toEqual([query, 400])
    }
  })

  it('names code, product, batch and provinces; a batch’s alert has no code', async () => {
    const passport = samplePassport({ productRef: batch.productRef })
    await storePassport(db, { messageId: batch.productRef, partyRef: batch.partyRef, passport }, sampleIssuer())
    await opened(4)
    await opened(null)
    const { alerts, count } = await listed()
    expect(count).toBe(2)
    expect(alerts.find(({ index }) => index === 4)).toMatchObject({
      code: batch.code(4),
      batchNo: batch.batchNo,
      product: { name: 'Hạt sen sấy' },
      areas: [{ provinceCode: '82', provinceName: 'Đồng Tháp', checks: 9 }],
    })
    expect(alerts.find(({ index }) => index === null)).toMatchObject({ code: null })
  })

  it('is filtered by state and level, newest first, a page at a time', async () => {
    const [one, two, three] = [await opened(1), await opened(2, 'watch'), await opened(3)]
    await settle(one, { decision: 'confirm', note: null })
    await settle(two)
    const numbers = async (query: string) => (await listed(query)).alerts.map(({ alertNo }) => alertNo)
    expect(await numbers('')).toEqual([three])
    expect(await numbers('?state=confirmed')).toEqual([one])
    expect(await numbers('?state=closed')).toEqual([two])
    expect(await numbers('?state=all&level=suspect')).toEqual([three, one])
    expect(await numbers('?state=all&limit=1&offset=1')).toEqual([two])
    expect((await listed('?state=all&limit=1&offset=1')).count).toBe(3)
  })
})

describe('an alert is settled', () => {
  const shown = async (index: number) => (await batch.answer(index)).unit?.alert?.kind ?? null

  it('confirmed: it says who and when, stays open, and scans go on warning', async () => {
    const { status, body } = await settle(await opened(0), { decision: 'confirm', note: 'Có hai gói cùng mã' })
    expect([status, body.alert]).toMatchObject([
      200,
      { acknowledgedBy: 'user_1', acknowledgedAt: expect.any(String), note: 'Có hai gói cùng mã', closedAt: null },
    ])
    expect(await shown(0)).toBe('copied')
  })

  it('dismissed: it is closed with who and why, and scans show nothing of it', async () => {
    const { body } = await settle(await opened(0))
    expect(body.alert).toMatchObject({
      ...{ outcome: 'dismissed', closedBy: 'user_1', note: 'Hàng trưng bày ở hội chợ' },
      closedAt: expect.any(String),
    })
    expect(await shown(0)).toBeNull()
  })

  it('shown publicly: its scans say so; of a whole batch that cannot be said', async () => {
    const { body } = await settle(await opened(0), { decision: 'show_publicly', note: 'Lên truyền hình' })
    expect(body.alert).toMatchObject({ outcome: 'shown_publicly', closedBy: 'user_1', note: 'Lên truyền hình' })
    expect(await shown(0)).toBe('shown_in_public')
    expect((await settle(await opened(null), { decision: 'show_publicly' })).status).toBe(400)
  })

  it('once: what is closed is a conflict, and of two at once one wins', async () => {
    const alert = await opened(0)
    const answers = await Promise.all([settle(alert), settle(alert), settle(alert)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect((await settle(alert, { decision: 'confirm' })).status).toBe(409)
    expect((await settle(alert, { decision: 'show_publicly' })).status).toBe(409)
  })

  it.each([
    ['a dismissal without a reason', { note: null }, 400],
    ['a reason of spaces', { note: '  ' }, 400],
    ['a reason too long', { note: 'x'.repeat(501) }, 400],
    ['a decision that is none', { decision: 'forget' }, 400],
    ['nobody', { by: '' }, 400],
    ['another party’s name', { partyRef: 'producer-other' }, 404],
  ])('not with %s', async (_what, changes, status) => {
    const alert = await opened(0)
    expect((await settle(alert, changes)).status).toBe(status)
    expect((await listed()).count).toBe(1)
  })

  it('only when there is one', async () => {
    expect((await settle(randomUUID())).status).toBe(404)
    expect((await settle('7')).status).toBe(404)
  })
})

it('the goods of codes are named; a code that was not issued here is left out', async () => {
  const { product, ...rest } = samplePassport({ productRef: batch.productRef, version: 2 })
  const passport = { ...rest, product: { ...product, name: { vi: 'Hạt sen rang', en: null } } }
  await storePassport(db, { messageId: batch.productRef, partyRef: batch.partyRef, passport }, sampleIssuer())
  const other = await labelledBatch(db)
  const codes = [other.code(0), '0000000000000000', batch.code(1), batch.code(1)]
  const { body } = await ask<{ goods: GoodsOfCode[] }>(`/goods?codes=${codes.join(',')}`)
  expect(body.goods).toEqual([
    { code: other.code(0), batchNo: other.batchNo, product: expect.objectContaining({ name: 'Hạt sen sấy' }) },
    { code: batch.code(1), batchNo: batch.batchNo, product: expect.objectContaining({ name: 'Hạt sen rang' }) },
  ])
  expect((await ask(`/goods?codes=${Array(201).fill('a').join(',')}`)).status).toBe(400)
})
