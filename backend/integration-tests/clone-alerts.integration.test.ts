import { randomUUID } from 'node:crypto'
import { registerParty } from '@sao-lang/traceability/identifiers/parties'
import { codeRing, unitCode } from '@sao-lang/traceability/identifiers/unit-codes'
import { createLabelBatch } from '@sao-lang/traceability/labels/label-batches'
import { handOverPassport } from './hand-over-passport'
import { loadSource } from './load-source'
import { type RealTraceRoutes, realTraceRoutes } from './real-trace-routes'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, forgedToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')

const REASON = 'Hàng trưng bày ở hội chợ'

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  let trace: RealTraceRoutes
  let shop: SampleShop
  let admin = ''
  let party: { partyNo: number; partyRef: string; productRef: string; batchNo: number; code: string }

  beforeAll(async () => {
    trace = await realTraceRoutes()
    await trace.listen()
    shop = await makeSampleShop(getContainer())
    admin = await adminToken({ getContainer, api })
    const productRef = shop.tea.id
    const partyRef = await handOverPassport(getContainer(), trace.pool, productRef)
    const { partyNo } = await registerParty(trace.pool, partyRef)
    const batch = { partyRef, productRef, lotRef: null, size: 1_000, epoch: 0, requestKey: randomUUID() }
    const { batchNo } = await createLabelBatch(trace.pool, batch)
    const code = unitCode(codeRing({ 0: 'ab'.repeat(32) }), { batchNo, epoch: 0, size: 1_000 }, 4)
    party = { partyNo, partyRef, productRef, batchNo, code }
    await dbUtils.snapshot()
  })
  beforeEach(async () => {
    await trace.pool.query('delete from trace.clone_alert')
  })
  afterAll(() => trace.drop())

  const listed = async (query = '') => (await call('GET', `/admin/clone-alerts${query}`, { token: admin })).data
  const settle = (id: string, changes: object = {}): Promise<Answer> =>
    call('POST', `/admin/clone-alerts/${id}`, {
      token: admin,
      body: { partyRef: party.partyRef, decision: 'dismiss', note: REASON, ...changes },
    })
  async function opened(level = 'suspect'): Promise<string> {
    const id = randomUUID()
    await trace.pool.query(
      `insert into trace.clone_alert (party_no, alert_no, batch_no, unit_ix, product_ref, kind, level, score, checks,
         signals, areas, province_codes, opened_at, updated_at)
       values ($5, $1, $2, 4, $3, 'copied', $4, 12, 30, '[{"name": "areas", "points": 2}]',
         '[{"provinceCode": "82", "checks": 30, "firstAt": "2026-11-01T00:00:00Z", "lastAt": "2026-11-09T00:00:00Z"}]',
         '{82}', now(), now())`,
      [id, party.batchNo, party.productRef, level, party.partyNo],
    )
    return id
  }

  it('the operator sees signs of copying with code, province and reasons, and can pick a level', async () => {
    const alertNo = await opened()
    const { alerts, count } = await listed()
    expect(count).toBe(1)
    expect(alerts[0]).toMatchObject({
      ...{ alertNo, partyRef: party.partyRef, batchNo: party.batchNo, code: party.code, level: 'suspect', checks: 30 },
      codePage: `http://127.0.0.1:3999/q/${party.code}`,
      signals: [{ name: 'areas' }],
      areas: [{ provinceName: 'Đồng Tháp' }],
    })
    expect((await listed('?level=watch')).count).toBe(0)
    expect((await listed('?state=closed')).count).toBe(0)
  })

  it('nobody but staff reads or settles them', async () => {
    const alert = await opened()
    const strangers = ['', forgedToken('inspector', 'insp_1'), forgedToken('producer', 'pmem_1')]
    for (const token of strangers) {
      expect((await call('GET', '/admin/clone-alerts', { token })).status).toBe(401)
      const body = { partyRef: party.partyRef, decision: 'dismiss', note: REASON }
      expect((await call('POST', `/admin/clone-alerts/${alert}`, { token, body })).status).toBe(401)
    }
    expect((await listed()).count).toBe(1)
  })

  it('a confirmed one stays open, with who, when and a note', async () => {
    const { status, data } = await settle(await opened(), { decision: 'confirm', note: undefined })
    expect([status, data.alert]).toMatchObject([
      200,
      { acknowledgedBy: 'ban@example.com', acknowledgedAt: expect.any(String), closedAt: null, note: null },
    ])
    expect([(await listed()).count, (await listed('?state=confirmed')).count]).toEqual([0, 1])
  })

  it('a dismissed one is closed, with who, when and why; settled again it is refused', async () => {
    const alert = await opened()
    const { data } = await settle(alert)
    expect(data.alert).toMatchObject({ outcome: 'dismissed', closedBy: 'ban@example.com', note: REASON })
    expect((await listed('?state=closed')).alerts[0]).toMatchObject({ closedBy: 'ban@example.com' })
    const again = await settle(alert, { decision: 'confirm' })
    expect([again.status, again.data.error.code]).toEqual([409, 'alert_closed'])
  })

  it.each([
    ['without a reason', { note: ' ' }, 400, 'reason_needed', 'note'],
    ['with a reason too long', { note: 'x'.repeat(501) }, 400, 'note_too_long', 'note'],
    ['with a decision that is none', { decision: 'forget' }, 400, 'decision_invalid', 'decision'],
    ['without the producer', { partyRef: '' }, 400, 'invalid_request', 'partyRef'],
    ['with what nobody asked for', { by: 'user_2' }, 400, 'unknown_field', 'by'],
    ['of another producer', { partyRef: 'producer-2' }, 404, 'alert_unknown', undefined],
  ])('none is settled %s', async (_how, changes, status, code, field) => {
    const refused = await settle(await opened(), changes)
    expect([refused.status, refused.data.error.code, refused.data.error.field]).toEqual([status, code, field])
    expect((await listed()).count).toBe(1)
  })

  it.each(['?state=open', '?level=none', '?limit=0', '?offset=x', '?party=1'])(
    'a list is not asked by %s',
    async (query) => {
      expect((await call('GET', `/admin/clone-alerts${query}`, { token: admin })).status).toBe(400)
    },
  )

  it('a report names the goods of its code and who handled it, and is read while the service is away', async () => {
    const form = new FormData()
    const fields = { requestKey: randomUUID(), kind: 'copied_label', message: 'Hai gói cùng mã', code: party.code }
    for (const [name, value] of Object.entries(fields)) form.set(name, value)
    await call('POST', '/store/scan-reports', { body: form, headers: { 'x-publishable-api-key': shop.publishableKey } })
    const read = async () => (await call('GET', '/admin/scan-reports?state=all', { token: admin })).data.reports[0]
    const { id, goods, codePage } = await read()
    expect([goods, codePage]).toEqual([
      { batchNo: party.batchNo, product: expect.objectContaining({ name: 'Chè Shan tuyết' }) },
      `http://127.0.0.1:3999/q/${party.code}`,
    ])
    const handled = await call('POST', `/admin/scan-reports/${id}`, { token: admin, body: { handled: true } })
    expect(handled.data.report).toMatchObject({ handledBy: 'ban@example.com' })
    await trace.silence()
    expect(await read()).toMatchObject({ id, goods: null, handledBy: 'ban@example.com' })
    expect((await call('GET', '/admin/clone-alerts', { token: admin })).data.error.code).toBe('journal_away')
    await trace.listen()
  })
})
