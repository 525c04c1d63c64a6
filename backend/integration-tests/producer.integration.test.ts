import { createHash, randomUUID } from 'node:crypto'
import { Modules } from '@medusajs/framework/utils'
import { vietnamDay } from '@sao-lang/traceability/verify'
import sharp from 'sharp'
import type { OutboxModuleService } from '../src/modules/outbox/service'
import { handOverPassport } from './hand-over-passport'
import { loadSource } from './load-source'
import { type RealTraceRoutes, realTraceRoutes } from './real-trace-routes'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, forgedToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { listed, makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { OWN_PRODUCER_ROUTES } = loadSource<typeof import('../src/api/producer/own-routes')>(
  './src/api/producer/own-routes',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { createListedProductsWorkflow } = loadSource<
  typeof import('../src/workflows/listing/workflows/create-listed-products')
>('./src/workflows/listing/workflows/create-listed-products')
const { upsertProducersWorkflow } = loadSource<typeof import('../src/workflows/producer/workflows/upsert-producers')>(
  './src/workflows/producer/workflows/upsert-producers',
)
const { suspendRecognitionWorkflow } = loadSource<
  typeof import('../src/workflows/recognition/workflows/suspend-recognition')
>('./src/workflows/recognition/workflows/suspend-recognition')
const { liftSuspensionWorkflow } = loadSource<typeof import('../src/workflows/recognition/workflows/lift-suspension')>(
  './src/workflows/recognition/workflows/lift-suspension',
)
const { signOrderLink } = loadSource<typeof import('../src/orders/order-link')>('./src/orders/order-link')
const { deliverDue } = loadSource<typeof import('../src/outbox/deliver-due')>('./src/outbox/deliver-due')

const WHY = { reason: 'Phát hiện dư lượng thuốc', advice: 'Không dùng, mang trả nơi bán' }

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  const signIn = (email: string, password = PASSWORD) => signInAs(call, 'producer', email, password)
  let trace: RealTraceRoutes
  let shop: SampleShop
  let tea: { producerId: string; memberId: string; token: string }
  let rice: { producerId: string; memberId: string; token: string; productId: string }
  let admin = ''

  beforeAll(async () => {
    trace = await realTraceRoutes()
    await trace.listen()
    const container = getContainer()
    shop = await makeSampleShop(container)
    await handOverPassport(container, trace.pool, shop.tea.id)
    const [producer] = (await rows<{ id: string }>("SELECT id FROM producer WHERE handle = 'htx-son-tra'")) ?? []
    const other = await otherProducer()
    const people = [
      { producerId: producer?.id ?? '', name: 'Nguyễn Thị Trà', email: 'tra@example.com', role: 'owner' as const },
      { producerId: other.id, name: 'Trần Văn Lúa', email: 'Lua@Example.com', role: 'manager' as const },
    ]
    const ids: string[] = []
    for (const person of people) {
      const input = { ...person, password: PASSWORD }
      ids.push((await createProducerMemberWorkflow(container).run({ input })).result)
    }
    admin = await adminToken({ getContainer, api })
    tea = { producerId: people[0]?.producerId ?? '', memberId: ids[0] ?? '', token: await signIn('tra@example.com') }
    rice = { producerId: other.id, memberId: ids[1] ?? '', token: await signIn('lua@example.com'), ...other }
    await dbUtils.snapshot()
  })
  afterAll(() => trace.drop())

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }

  async function otherProducer(): Promise<{ id: string; productId: string }> {
    const { result } = await upsertProducersWorkflow(getContainer()).run({
      input: {
        producers: [
          {
            handle: 'ho-lua',
            name: 'Hộ kinh doanh Lúa Vàng',
            legalForm: 'household',
            provinceCode: '82',
            communeCode: '29905',
            address: null,
            legacyPlace: null,
            phone: null,
            storyVi: null,
            storyEn: null,
            source: null,
            sample: [],
          },
        ],
      },
    })
    const { result: products } = await createListedProductsWorkflow(getContainer()).run({
      input: {
        salesChannelIds: [shop.salesChannelId],
        stockLocationId: shop.stockLocationId,
        shippingProfileId: shop.shippingProfileId,
        products: [{ ...listed('gao-thom', 'Gạo thơm', 50_000, 5), producerHandle: 'ho-lua' }],
      },
    })
    return { id: result[0]?.id ?? '', productId: products[0]?.id ?? '' }
  }

  /** An entry as a phone sends it. */
  function entry(changes: Record<string, unknown>): Record<string, unknown> {
    return { requestKey: randomUUID(), step: 'harvesting', happenedAt: '2026-10-01T07:00:00+07:00', ...changes }
  }
  const raw = (ref: string, kilograms: number) => ({
    ref,
    lotCode: 'CHE-01',
    kind: 'raw',
    material: 'Chè tươi',
    amount: { value: kilograms, unit: 'kg' },
  })
  const packs = (ref: string, productRef: string, count: number) => ({
    ref,
    lotCode: 'HOP-01',
    kind: 'product',
    productRef,
    packs: { count, unit: 'hộp', net: { value: 100, unit: 'g' } },
    packedOn: '2026-10-03',
  })
  const send = (token: string, body: unknown) => call('POST', '/producer/steps', { token, body })

  /** Harvest and packing of a lot; out: its ref. */
  async function packedLot(orderRefs: string[] = []): Promise<string> {
    const [field, box] = [`che-${randomUUID()}`, `hop-${randomUUID()}`]
    const made = await send(tea.token, entry({ outputs: [raw(field, 20)] }))
    expect(made.status).toBe(200)
    const packing = entry({
      step: 'packing',
      happenedAt: '2026-10-03T07:00:00+07:00',
      inputs: [{ lotRef: field, amount: { value: 10, unit: 'kg' } }],
      outputs: [packs(box, shop.tea.id, 90)],
    })
    expect((await send(tea.token, packing)).status).toBe(200)
    if (orderRefs.length > 0) {
      const sold = entry({
        step: 'selling',
        happenedAt: '2026-10-04T07:00:00+07:00',
        inputs: [{ lotRef: box, amount: { value: 100, unit: 'g' } }],
        orderRefs,
      })
      expect((await send(tea.token, sold)).data).toMatchObject({ stepNo: expect.any(String) })
    }
    return box
  }

  async function placedOrder(productId: string): Promise<string> {
    const order = await getContainer()
      .resolve(Modules.ORDER)
      .createOrders({
        currency_code: 'vnd',
        email: 'khach@example.com',
        shipping_address: {
          first_name: 'Hoa',
          phone: '0912345678',
          address_1: '12 Nguyễn Huệ',
          province: 'Đồng Tháp',
          city: 'Phường Sa Đéc',
          metadata: { province_code: '82', commune_code: '29905' },
        },
        items: [{ title: 'Chè', quantity: 1, unit_price: 120_000, product_id: productId }],
      })
    return order.id
  }

  /** Every route below `/producer`, with a body that a member might send. */
  function everyRoute(): { method: string; path: string; body?: unknown }[] {
    const bodies: Record<string, unknown> = {
      'POST /producer/lots/:ref/recall': WHY,
      'POST /producer/steps': entry({ outputs: [raw('che-walk', 1)] }),
      'POST /producer/steps/:no/correct': {
        requestKey: randomUUID(),
        reason: 'Ghi nhầm hoàn toàn',
        replacement: null,
      },
      'PUT /producer/source-areas/:ref': { name: 'Nương', place: PLACE },
      'POST /producer/source-areas/:ref/recall': WHY,
      'POST /producer/label-preview': {
        productRef: 'x',
        ...{ kind: 'plain', layout: { sheet: 'a4-21' } },
      },
      'POST /producer/label-batches': { requestKey: 'walk', productRef: 'x', size: 1 },
      'POST /producer/label-batches/:no/units': { requestKey: 'walk', action: 'sell', first: 0, last: 0 },
      'POST /producer/label-batches/:no/reprint': { requestKey: 'walk', first: 0, last: 0, note: 'Thử' },
      'POST /producer/label-sheets': { requestKey: 'walk', batchNo: 1, format: 'csv', kind: 'plain' },
      'POST /producer/recalls/:no/lift': { reason: 'Hàng đã kiểm nghiệm an toàn' },
    }
    return [
      ...OWN_PRODUCER_ROUTES.flatMap(({ matcher, methods }) =>
        methods.map((method) => ({ method, path: matcher, body: bodies[`${method} ${matcher}`] })),
      ),
      { method: 'POST', path: '/producer/evidence' },
    ]
  }
  const PLACE = {
    provinceCode: '08',
    provinceName: 'Tuyên Quang',
    communeCode: '00691',
    communeName: 'Xã Hồng Thái',
    legacyName: null,
  }

  describe('the door', () => {
    it('opens to nobody but an active member of an open producer, on every route', async () => {
      const strangers = {
        nobody: '',
        operator: admin,
        customer: forgedToken('customer', 'cus_1'),
        'a member’s id as a user': forgedToken('user', tea.memberId),
        'a member that is gone': forgedToken('producer', 'pmem_gone'),
        'a token signed by another': forgedToken('producer', tea.memberId, 'x'.repeat(64)),
        nonsense: 'abc.def.ghi',
      }
      const routes = everyRoute()
      expect(routes.length).toBeGreaterThan(31)
      for (const { method, path, body } of routes) {
        const url = path.replace(/:\w+/g, 'x').concat(path.includes('journal') ? '?from=2026-10-01&to=2026-10-31' : '')
        for (const [who, token] of Object.entries(strangers)) {
          const answer = await call(method, url, { token, body })
          // Whoever tries passwords is slowed down before anybody asks who it is.
          if (/\/(password|bank-account)$/.test(path) && answer.status === 429) continue
          expect([method, path, who, answer.status]).toEqual([method, path, who, 401])
          expect(answer.data.error.code).toBe('sign_in_required')
        }
      }
    })

    it('cannot be passed by case, slashes or another method', async () => {
      for (const path of ['/PRODUCER/me', '/producer/me/', '/Producer/Lots', '/producer', '/producer/nothing']) {
        for (const method of ['GET', 'HEAD', 'POST', 'DELETE', 'OPTIONS']) {
          expect([method, path, (await call(method, path)).status]).toEqual([method, path, 401])
        }
      }
      expect((await call('GET', '/%70roducer/me')).status).toBe(404)
    })

    it('closes at once for a suspended member and a suspended producer, with a sentence', async () => {
      expect((await call('GET', '/producer/me', { token: tea.token })).status).toBe(200)
      const members = `/admin/producers/${tea.producerId}/members`
      const change = await call('POST', `${members}/${tea.memberId}`, { token: admin, body: { status: 'suspended' } })
      expect(change.data.member.status).toBe('suspended')
      const closed = await call('GET', '/producer/me', { token: tea.token, headers: { 'accept-language': 'en' } })
      expect([closed.status, closed.data.error.code]).toEqual([403, 'account_suspended'])
      expect(closed.data.error.message).toContain('suspended')
      await call('POST', `${members}/${tea.memberId}`, { token: admin, body: { status: 'active' } })
      await dbConnection.raw(`UPDATE producer SET status = 'suspended' WHERE id = '${tea.producerId}'`)
      const shut = await call('GET', '/producer/lots', { token: tea.token })
      expect([shut.status, shut.data.error.code]).toEqual([403, 'producer_suspended'])
    })

    it('is not opened by registering, nor by another actor’s door', async () => {
      const body = { email: 'la@example.com', password: PASSWORD }
      expect((await call('POST', '/auth/producer/emailpass/register', { body })).status).toBe(404)
      expect((await call('POST', '/auth/producer/emailpass/update', { body })).status).toBe(404)
      expect((await call('GET', '/producer/me', { token: await signIn('ban@example.com') })).status).toBe(401)
      const asUser = await signInAs(call, 'user', 'tra@example.com')
      expect((await call('GET', '/admin/orders', { token: asUser })).status).toBe(401)
      expect((await call('GET', '/admin/orders', { token: tea.token })).status).toBe(401)
      expect(await signIn('tra@example.com', 'wrong-password-here')).toBe('')
    })

    it('lets the operator alone make accounts, change them and set passwords', async () => {
      const members = `/admin/producers/${rice.producerId}/members`
      const body = { name: 'Lê Thị Gạo', email: 'GAO@example.com', password: PASSWORD, role: 'owner' }
      for (const token of ['', tea.token]) expect((await call('POST', members, { token, body })).status).toBe(401)
      const made = await call('POST', members, { token: admin, body })
      expect(made.data.member).toMatchObject({ email: 'gao@example.com', role: 'owner', status: 'active' })
      expect(await signIn('gao@example.com')).not.toBe('')
      const again = await call('POST', members, { token: admin, body })
      expect([again.status, again.data.error.code]).toEqual([409, 'email_taken'])
      const short = await call('POST', members, { token: admin, body: { ...body, password: 'ngan' } })
      expect([short.status, short.data.error.field]).toEqual([400, 'password'])
      const one = `${members}/${made.data.member.id}`
      expect((await call('POST', one, { token: admin, body: { password: 'mat-khau-moi-hoan-toan' } })).status).toBe(200)
      expect(await signIn('gao@example.com')).toBe('')
      expect(await signIn('gao@example.com', 'mat-khau-moi-hoan-toan')).not.toBe('')
      const foreign = `/admin/producers/${tea.producerId}/members/${made.data.member.id}`
      expect((await call('POST', foreign, { token: admin, body: { role: 'manager' } })).status).toBe(404)
      const list = await call('GET', members, { token: admin })
      expect(list.data.members).toHaveLength(2)
    })

    it('undoes a half-made account', async () => {
      const input = { producerId: 'producer_gone', name: 'Ai đó', email: 'aido@example.com', password: PASSWORD }
      await expect(
        createProducerMemberWorkflow(getContainer()).run({ input: { ...input, role: 'manager' } }),
      ).rejects.toThrow('does not exist')
      expect(await rows("SELECT 1 FROM provider_identity WHERE entity_id = 'aido@example.com'")).toEqual([])
    })

    it('gives an address to its owner although somebody registered it before', async () => {
      const squat = { email: 'moi@example.com', password: 'mat-khau-cua-nguoi-khac' }
      expect((await call('POST', '/auth/user/emailpass/register', { body: squat })).status).toBe(200)
      const input = { producerId: tea.producerId, name: 'Mới', email: squat.email, password: PASSWORD }
      await createProducerMemberWorkflow(getContainer()).run({ input: { ...input, role: 'manager' } })
      expect(await signIn(squat.email)).not.toBe('')
      expect(await signIn(squat.email, squat.password)).toBe('')
    })
  })

  it('shows a producer its desk: people, products with badges, and the words of the journal', async () => {
    const { data } = await call('GET', '/producer/me', { token: tea.token })
    expect(data).toMatchObject({
      member: { name: 'Nguyễn Thị Trà', email: 'tra@example.com', role: 'owner' },
      people: [{ id: tea.memberId, name: 'Nguyễn Thị Trà' }],
      producer: { handle: 'htx-son-tra', place: { communeName: 'Xã Hồng Thái' } },
      products: [
        {
          ...{
            handle: 'che-shan-tuyet',
            title: 'Chè Shan tuyết',
            netContent: '100 g',
            onSale: true,
            badge: { stars: 4 },
          },
          labels: { allowed: true, stars: 4, until: '2099-01-09' },
        },
        { handle: 'mat-ong-rung', badge: { stars: null }, labels: { allowed: false, reason: 'none', since: null } },
      ],
      sourceAreas: [],
      traceAvailable: true,
    })
    expect(data.steps).toContainEqual({ word: 'harvesting', label: { vi: 'Thu hoạch', en: 'Harvest' }, makes: false })
    expect(JSON.stringify(data)).not.toContain('gao-thom')
  })

  describe('labels', () => {
    const wanted = (changes: Record<string, unknown> = {}) => ({
      ...{ requestKey: randomUUID(), productRef: shop.tea.id, lotRef: null, size: 120, printedLines: ['Để nơi khô'] },
      ...changes,
    })
    const make = (body: unknown, token = tea.token) => call('POST', '/producer/label-batches', { token, body })
    const sheetOf = (batchNo: number, changes: Record<string, unknown> = {}, token = tea.token) =>
      call('POST', '/producer/label-sheets', {
        token,
        body: { requestKey: randomUUID(), batchNo, format: 'csv', kind: 'plain', ...changes },
      })
    const statesOf = async (batchNo: number) =>
      (await call('GET', `/producer/label-batches/${batchNo}`, { token: tea.token })).data.states

    it('are made for a lot of the producer’s own products, once for a request key', async () => {
      const lotRef = await packedLot()
      const body = wanted({ lotRef, startsAs: 'issued', scratch: true })
      const made = await make(body)
      expect(made).toMatchObject({ status: 200, data: { size: 120 } })
      expect((await make(body)).data).toEqual(made.data)
      const again = await make({ ...body, size: 121 })
      expect(again.status).toBe(409)
      const page = await call('GET', `/producer/label-batches/${made.data.batchNo}`, { token: tea.token })
      expect(page.data).toMatchObject({
        batch: { lotRef, lotCode: 'HOP-01', packedOn: '2026-10-03', printedLines: ['Để nơi khô'], scratch: true },
        states: [{ state: 'issued', units: 120 }],
        sheets: [],
      })
      const list = await call('GET', `/producer/label-batches?productRef=${shop.tea.id}`, { token: tea.token })
      expect(list.data.batches[0].batchNo).toBe(made.data.batchNo)
      const foreign = await make(wanted({ productRef: rice.productId }))
      expect(foreign).toMatchObject({
        status: 422,
        data: { error: { code: 'product_not_yours', field: 'productRef' } },
      })
      for (const [wrong, field] of [
        [{ size: 0 }, 'size'],
        [{ size: 1_000_001 }, 'size'],
        [{ partyRef: rice.producerId }, 'partyRef'],
        [{ epoch: 3 }, 'epoch'],
        [{ packedOn: '2026-10-03', bestBefore: '2026-10-02' }, 'bestBefore'],
      ] as const) {
        const answer = await make(wanted(wrong))
        expect([field, answer.status, answer.data.error.field]).toEqual([field, 400, field])
      }
    })

    it('are not made without a recognition valid today, nor while it is suspended; the lift lets them be made again', async () => {
      expect(await make(wanted({ productRef: shop.honey.id }))).toMatchObject({
        status: 409,
        data: { error: { code: 'no_valid_recognition', field: 'productRef', details: { reason: 'none' } } },
      })
      const container = getContainer()
      const service = { url: process.env.TRACE_URL ?? '', token: process.env.TRACE_INTERNAL_TOKEN ?? '' }
      /** Delivers the outbox until the live mark licence of the tea is suspended, or is not. */
      const delivered = (suspended: boolean) =>
        vi.waitUntil(
          async () => {
            await deliverDue(container, service, Date.now() + 5_000)
            const { rows: live } = await trace.pool.query<{ suspended: boolean }>(
              `select suspended_at is not null as suspended from trace.credential
                where kind = 'mark_licence' and revoked_at is null and product_ref = $1`,
              [shop.tea.id],
            )
            return live.length === 1 && live[0]?.suspended === suspended
          },
          { timeout: 20_000, interval: 200 },
        )
      const [since, yesterday] = [2, 1].map((days) => vietnamDay(new Date(Date.now() - days * 86_400_000))) as [
        string,
        string,
      ]
      const decision = { id: null, number: '77/QĐ-UBND', date: since, authority: 'UBND tỉnh Tuyên Quang' }
      const { result } = await suspendRecognitionWorkflow(container).run({
        input: { recognitionId: String(shop.recognitionIds[0]), from: since, to: null, reason: 'Kiểm tra', decision },
      })
      await delivered(true)
      const order = wanted()
      expect(await make(order)).toMatchObject({
        status: 409,
        data: { error: { code: 'no_valid_recognition', details: { reason: 'suspended', since } } },
      })
      const { data: desk } = await call('GET', '/producer/me', { token: tea.token })
      expect(desk.products[0]).toMatchObject({
        badge: { status: 'suspended', stars: null },
        labels: { allowed: false, reason: 'suspended', since },
      })
      const input = { suspensionId: result.suspensionId, to: yesterday }
      await liftSuspensionWorkflow(container).run({ input })
      await delivered(false)
      expect((await make(order)).status).toBe(200)
    })

    it('are not made for a lot that is recalled', async () => {
      const lotRef = await packedLot()
      await call('POST', `/producer/lots/${lotRef}/recall`, { token: tea.token, body: WHY })
      expect(await make(wanted({ lotRef }))).toMatchObject({
        status: 422,
        data: { error: { code: 'lot_recalled', field: 'lotRef', details: { lot: 'HOP-01' } } },
      })
    })

    it('change their states in the name of the member, for a reason, and are reprinted as others', async () => {
      const { data: batch } = await make(wanted())
      const units = `/producer/label-batches/${batch.batchNo}/units`
      const change = (changes: Record<string, unknown>) =>
        call('POST', units, { token: tea.token, body: { requestKey: randomUUID(), ...changes } })
      expect(await change({ action: 'void', first: 0, last: 3 })).toMatchObject({
        status: 400,
        data: { error: { code: 'reason_needed', field: 'note' } },
      })
      expect(await change({ action: 'sell' })).toMatchObject({
        status: 400,
        data: { error: { code: 'labels_unclear' } },
      })
      expect((await change({ action: 'void', first: 0, last: 3, note: 'In mờ' })).data.changed).toBe(4)
      const one = await call('GET', `${units}?code=3`, { token: tea.token })
      expect(one.data).toMatchObject({
        state: 'void',
        history: [{ action: 'void', note: 'In mờ', actorRef: tea.memberId }],
      })
      const named = await change({ action: 'sell', codes: [one.data.code.toLowerCase()] })
      expect(named.data).toMatchObject({ changed: 0, refused: [{ reason: 'is_void', units: 1 }] })
      const reprint = await call('POST', `/producer/label-batches/${batch.batchNo}/reprint`, {
        token: tea.token,
        body: { requestKey: randomUUID(), first: 10, last: 11, note: 'Kẹt giấy' },
      })
      expect(reprint).toMatchObject({ status: 200, data: { size: 2 } })
      expect(await statesOf(batch.batchNo)).toEqual(
        expect.arrayContaining([
          { state: 'active', units: 114 },
          { state: 'void', units: 6 },
        ]),
      )
      expect(await statesOf(reprint.data.batchNo)).toEqual([{ state: 'active', units: 2 }])
    })

    it('come as files that go on where a connection was lost, and can be checked', async () => {
      const { data: batch } = await make(wanted())
      const sheet = await sheetOf(batch.batchNo)
      expect(sheet).toMatchObject({ status: 200, data: { size: 120, parts: [{ from: 0, to: 120 }] } })
      const at = `/producer/label-sheets/${sheet.data.sheetNo}`
      expect((await call('GET', at, { token: tea.token })).data).toEqual(sheet.data)
      const part = `${at}/parts/1`
      const whole = await call('GET', part, { token: tea.token, raw: true })
      const bytes = Buffer.from(whole.data)
      expect(whole.headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="tem-${batch.batchNo}-1-120.csv"`,
        'x-label-to': '120',
      })
      const digest = await call('GET', `${part}/digest`, { token: tea.token })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      expect(digest.data).toEqual({ etag: whole.headers.etag, bytes: bytes.length, sha256 })
      const etag = whole.headers.etag ?? ''
      const held = await call('GET', part, { token: tea.token, headers: { 'if-none-match': etag } })
      expect(held.status).toBe(304)
      const headers = { range: 'bytes=100-', 'if-range': etag }
      const rest = await call('GET', part, { token: tea.token, headers, raw: true })
      expect([rest.status, Buffer.from(rest.data).equals(bytes.subarray(100))]).toEqual([206, true])
      const some = await call('GET', `${at}/file?from=118&to=120`, { token: tea.token })
      expect(some.data.trim().split('\r\n')).toHaveLength(2)
      expect((await call('GET', `${at}/file?from=500`, { token: tea.token })).status).toBe(400)
      expect((await call('GET', `${at}/parts/2`, { token: tea.token })).status).toBe(404)
      const small = await sheetOf(batch.batchNo, { format: 'pdf', symbolMm: 9, layout: { sheet: 'a4-65' } })
      expect(small).toMatchObject({ status: 400, data: { error: { field: 'symbolMm' } } })
    })

    it('are cut off, and never look whole, when the service goes away midway', async () => {
      const { data: batch } = await make(wanted({ size: 1_000_000 }))
      const sheet = await sheetOf(batch.batchNo, { format: 'urls' })
      const url = `${api.defaults.baseURL ?? ''}/producer/label-sheets/${sheet.data.sheetNo}/file`
      const answer = await fetch(url, { headers: { authorization: `Bearer ${tea.token}` } })
      const reader = answer.body?.getReader()
      await reader?.read()
      await trace.silence()
      const rest = async () => {
        for (let next = await reader?.read(); next && !next.done; next = await reader?.read());
      }
      await expect(rest()).rejects.toThrow()
      const away = await call('GET', `/producer/label-sheets/${sheet.data.sheetNo}/file`, { token: tea.token })
      expect([away.status, away.data.error.code]).toEqual([503, 'journal_away'])
      await trace.listen()
    })

    it('show a preview, and the grids of label paper', async () => {
      const { data } = await call('GET', '/producer/label-layouts', { token: tea.token })
      expect(data.layouts).toContainEqual({ sheet: 'a4-21', widthMm: 63.5, heightMm: 38.1, labels: 21 })
      const body = {
        productRef: shop.tea.id,
        printedLines: ['Để nơi khô'],
        kind: 'plain',
        layout: { sheet: 'a4-21' },
      }
      const preview = await call('POST', '/producer/label-preview', { token: tea.token, body })
      expect(preview.data.svg).toContain('Để nơi khô')
      const foreign = { ...body, productRef: rice.productId }
      expect((await call('POST', '/producer/label-preview', { token: tea.token, body: foreign })).status).toBe(422)
    })

    it('with hidden codes give their list to owners alone', async () => {
      const { data: batch } = await make(wanted({ scratch: true, size: 3 }))
      const path = `/producer/label-batches/${batch.batchNo}/hidden-codes`
      const list = await call('GET', path, { token: tea.token })
      expect(list.data.trim().split('\r\n')).toHaveLength(4)
      expect(list.headers['cache-control']).toBe('private, no-store')
      await dbConnection.raw(`UPDATE producer_member SET role = 'manager' WHERE id = '${tea.memberId}'`)
      const member = await call('GET', path, { token: tea.token })
      expect([member.status, member.data.error.code]).toEqual([403, 'owner_required'])
    })

    it('of one producer are not there for another', async () => {
      const { data: batch } = await make(wanted({ scratch: true }))
      const { data: sheet } = await sheetOf(batch.batchNo)
      await dbConnection.raw(`UPDATE producer_member SET role = 'owner' WHERE id = '${rice.memberId}'`)
      const [at, on] = [`/producer/label-batches/${batch.batchNo}`, `/producer/label-sheets/${sheet.sheetNo}`]
      for (const path of [
        at,
        `${at}/units?code=1`,
        `${at}/hidden-codes`,
        on,
        `${on}/file`,
        `${on}/parts/1`,
        `${on}/parts/1/digest`,
      ]) {
        expect([path, (await call('GET', path, { token: rice.token })).status]).toEqual([path, 404])
      }
      const change = { requestKey: randomUUID(), action: 'void', first: 0, last: 0, note: 'Không phải của tôi' }
      const reprint = { requestKey: randomUUID(), first: 0, last: 0, note: 'Không phải của tôi' }
      for (const [path, body] of [
        [`${at}/units`, change],
        [`${at}/reprint`, reprint],
      ] as const) {
        expect([path, (await call('POST', path, { token: rice.token, body })).status]).toEqual([path, 404])
      }
      expect((await sheetOf(batch.batchNo, {}, rice.token)).data.error.field).toBe('batchNo')
      expect((await call('GET', '/producer/label-batches', { token: rice.token })).data.batches).toEqual([])
      expect(await statesOf(batch.batchNo)).toEqual([{ state: 'active', units: 120 }])
    })
  })

  describe('the journal', () => {
    it('is kept in the name of the member signed in, never of what was sent', async () => {
      const ref = `che-${randomUUID()}`
      for (const [field, value] of Object.entries({
        partyRef: rice.producerId,
        recordedBy: rice.memberId,
        confidence: 'authority_decision',
        sample: true,
      })) {
        const answer = await send(tea.token, entry({ outputs: [raw(ref, 5)], [field]: value }))
        expect([answer.status, answer.data.error.field]).toEqual([400, field])
      }
      const made = await send(tea.token, entry({ outputs: [raw(ref, 5)] }))
      expect(made.status).toBe(200)
      const { rows: kept } = await trace.pool.query(
        `select p.party_ref, s.body from trace.lot_step s join trace.party p using (party_no) where s.step_no = $1`,
        [made.data.stepNo],
      )
      expect(kept).toMatchObject([
        {
          party_ref: tea.producerId,
          body: { recordedBy: tea.memberId, confidence: 'self_declared', sample: false, partyRef: tea.producerId },
        },
      ])
    })

    it('passes refusals on with code, field and figures, and stores an entry sent twice once', async () => {
      const ref = `che-${randomUUID()}`
      const harvest = entry({ outputs: [raw(ref, 5)] })
      const first = await send(tea.token, harvest)
      expect(await send(tea.token, harvest)).toMatchObject({ status: 200, data: first.data })
      const greedy = entry({
        step: 'drying',
        happenedAt: '2026-10-02T07:00:00+07:00',
        inputs: [{ lotRef: ref, amount: { value: 9, unit: 'kg' } }],
        outputs: [{ ...raw(`${ref}-kho`, 1), kind: 'intermediate' }],
      })
      const refused = await send(tea.token, greedy)
      expect(refused).toMatchObject({
        status: 422,
        data: { error: { code: 'lot_used_up', field: 'inputs.0.amount' } },
      })
      expect(refused.data.error.details).toBeDefined()
    })

    it('names only products, orders, evidence and producers it may', async () => {
      const ref = `hop-${randomUUID()}`
      const foreign = await send(tea.token, entry({ step: 'packing', outputs: [packs(ref, rice.productId, 3)] }))
      expect(foreign).toMatchObject({ status: 422, data: { error: { code: 'product_not_yours', field: 'outputs' } } })
      const own = await packedLot()
      const strange = entry({
        step: 'selling',
        inputs: [{ lotRef: own }],
        orderRefs: [await placedOrder(rice.productId)],
      })
      expect(await send(tea.token, strange)).toMatchObject({
        status: 422,
        data: { error: { code: 'order_unknown' } },
      })
      const evidence = [{ file: 'private-x.jpg', kind: 'photo', title: 'Ảnh', public: false, sha256: '0'.repeat(64) }]
      expect(await send(tea.token, entry({ about: [own], evidence }))).toMatchObject({
        status: 422,
        data: { error: { code: 'evidence_unknown' } },
      })
      expect(
        await send(tea.token, entry({ step: 'shipping', inputs: [{ lotRef: own }], handTo: 'khong-co' })),
      ).toMatchObject({ status: 422, data: { error: { code: 'producer_unknown', field: 'handTo' } } })
    })

    it('hands goods to another producer, who alone can take them in', async () => {
      const own = await packedLot()
      const amount = { value: 500, unit: 'g' }
      const taking = entry({
        step: 'merging',
        happenedAt: '2026-10-06T07:00:00+07:00',
        inputs: [{ lotRef: own, producer: 'htx-son-tra', amount }],
        outputs: [{ ...raw(`mix-${randomUUID()}`, 0.5), kind: 'intermediate' }],
      })
      expect(await send(rice.token, taking)).toMatchObject({
        status: 422,
        data: { error: { code: 'not_handed_over' } },
      })
      const shipping = entry({
        step: 'shipping',
        happenedAt: '2026-10-05T07:00:00+07:00',
        inputs: [{ lotRef: own, amount }],
        handTo: 'ho-lua',
      })
      expect((await send(tea.token, shipping)).status).toBe(200)
      const waiting = async (token: string) => {
        const { data } = await call('GET', '/producer/hand-overs', { token })
        return data.handOvers.filter(({ lotRef }: { lotRef: string }) => lotRef === own)
      }
      expect(await waiting(rice.token)).toMatchObject([
        { producer: { handle: 'htx-son-tra', name: expect.any(String) }, left: 500, measure: 'g', recalled: false },
      ])
      expect(await waiting(tea.token)).toEqual([])
      expect((await send(rice.token, taking)).status).toBe(200)
      expect(await waiting(rice.token)).toEqual([])
      const page = await call('GET', `/producer/lots/${own}`, { token: tea.token })
      expect(page.data.parties).toEqual([{ ref: rice.producerId, handle: 'ho-lua', name: expect.any(String) }])
      expect(page.data.entries.at(-1)).toMatchObject({ part: 'took', entry: { handTo: rice.producerId } })
    })

    it('offers other open producers as receivers, those of the own province first', async () => {
      const { data } = await call('GET', '/producer/receivers', { token: tea.token })
      const handles = data.receivers.map(({ handle }: { handle: string }) => handle)
      expect(handles).toContain('ho-lua')
      expect(handles).not.toContain('htx-son-tra')
      const near = data.receivers.map(({ sameProvince }: { sameProvince: boolean }) => sameProvince)
      expect(near).toEqual([...near].sort((a, b) => Number(b) - Number(a)))
    })

    it('keeps one producer’s lots, entries, areas and recalls from the other', async () => {
      const lot = await packedLot()
      const area = `nuong-${randomUUID()}`
      const token = rice.token
      const put = await call('PUT', `/producer/source-areas/${area}`, {
        token: tea.token,
        body: { name: 'Nương', place: PLACE },
      })
      expect(put.status).toBe(200)
      const page = await call('GET', `/producer/lots/${lot}`, { token: tea.token })
      expect(page.status).toBe(200)
      const recalled = await call('POST', `/producer/source-areas/${area}/recall`, { token: tea.token, body: WHY })
      expect(recalled.status).toBe(200)

      expect((await call('GET', `/producer/lots/${lot}`, { token })).status).toBe(404)
      const lots = await call('GET', '/producer/lots?q=HOP', { token })
      expect(lots.data.lots.filter((each: { ref: string }) => each.ref === lot)).toEqual([])
      const journal = await call('GET', '/producer/journal?from=2026-10-01&to=2026-10-04', { token })
      expect(journal.data.entries).toEqual([])
      for (const path of [`lots/${lot}/recall`, `source-areas/${area}/recall`]) {
        expect([path, (await call('POST', `/producer/${path}`, { token, body: WHY })).status]).toEqual([path, 400])
      }
      expect((await call('GET', '/producer/source-areas', { token })).data).toEqual({ sourceAreas: [] })
      expect((await call('GET', '/producer/recalls', { token })).data).toEqual({ recalls: [] })
      const correct = { requestKey: randomUUID(), reason: 'Không phải của tôi', replacement: null }
      const stepNo = page.data.entries[0].stepNo
      const stolen = await call('POST', `/producer/steps/${stepNo}/correct`, { token, body: correct })
      expect([stolen.status, stolen.data.error.code]).toEqual([422, 'step_unknown'])
      const lift = await call('POST', `/producer/recalls/${recalled.data.recallNo}/lift`, {
        token,
        body: { reason: 'Hàng đã kiểm nghiệm an toàn' },
      })
      expect([lift.status, lift.data.error.code]).toEqual([403, 'role_may_not'])
      await dbConnection.raw(`UPDATE producer_member SET role = 'owner' WHERE id = '${rice.memberId}'`)
      const owner = await call('POST', `/producer/recalls/${recalled.data.recallNo}/lift`, {
        token,
        body: { reason: 'Hàng đã kiểm nghiệm an toàn' },
      })
      expect(owner.status).toBe(400)
      const still = await call('GET', '/producer/recalls', { token: tea.token })
      expect(still.data.recalls[0]).toMatchObject({ recallNo: recalled.data.recallNo, liftedAt: null })
    })

    it('cannot be led to another route by a ref that climbs', async () => {
      for (const path of ['lots/%2e%2e', 'lots/..%2f..%2fparties', 'steps/%2e%2e/correct', 'lots/%2e/recall']) {
        const method = /correct|recall/.test(path) ? 'POST' : 'GET'
        const body = path.includes('correct')
          ? { requestKey: 'abc', replacement: null }
          : method === 'POST'
            ? WHY
            : undefined
        const answer = await call(method, `/producer/${path}`, { token: tea.token, body })
        expect([path, [400, 404].includes(answer.status)]).toEqual([path, true])
      }
    })

    it('strikes an entry out with another in its place', async () => {
      const ref = `che-${randomUUID()}`
      const made = await send(tea.token, entry({ outputs: [raw(ref, 5)] }))
      const replacement = entry({ outputs: [raw(ref, 6)] })
      const corrected = await call('POST', `/producer/steps/${made.data.stepNo}/correct`, {
        token: tea.token,
        body: { requestKey: randomUUID(), reason: null, replacement },
      })
      expect(corrected.data).toMatchObject({ replacement: { lots: [{ ref }] } })
      const page = await call('GET', `/producer/lots/${ref}`, { token: tea.token })
      expect(page.data.lot.amount).toBe(6_000)
      expect(page.data.entries.map((each: { void: object | null }) => each.void)).toEqual([
        {
          ...{ at: corrected.data.voidedAt, reason: expect.any(String) },
          ...{ by: tea.memberId, replacedBy: corrected.data.replacement.stepNo },
        },
        null,
      ])
    })

    it('keeps what was confirmed of a source area unless the producer changes it', async () => {
      const ref = `nuong-${randomUUID()}`
      const certificates = [{ name: 'VietGAP', number: 'VG-1', issuer: 'Trung tâm', validTo: '2027-01-01' }]
      const body = {
        name: 'Nương cao',
        place: PLACE,
        areaHectares: 2,
        growers: 5,
        certificates,
        productRefs: [shop.tea.id],
      }
      const put = (changes: object) =>
        call('PUT', `/producer/source-areas/${ref}`, { token: tea.token, body: { ...body, ...changes } })
      const read = async () =>
        (await call('GET', '/producer/source-areas', { token: tea.token })).data.sourceAreas.find(
          (area: { ref: string }) => area.ref === ref,
        )
      expect((await put({})).status).toBe(200)
      expect(await read()).toMatchObject({
        confidence: 'self_declared',
        certificates: [{ confidence: 'self_declared' }],
      })
      await trace.pool.query(
        `update trace.source_area set confidence = 'commune_confirmed',
             certificates = jsonb_set(certificates, '{0,confidence}', '"tested"') where area_ref = $1`,
        [ref],
      )
      await put({ certificates: [...certificates, { name: 'Hữu cơ' }] })
      expect(await read()).toMatchObject({
        confidence: 'commune_confirmed',
        certificates: [{ confidence: 'tested' }, { name: 'Hữu cơ', confidence: 'self_declared' }],
      })
      await put({ areaHectares: 50 })
      expect(await read()).toMatchObject({ confidence: 'self_declared', certificates: [{ confidence: 'tested' }] })
      const foreign = await put({ productRefs: [rice.productId] })
      expect([foreign.status, foreign.data.error.code]).toEqual([422, 'product_not_yours'])
    })

    it('comes as a PDF and as a workbook with the names of those who wrote it', async () => {
      await packedLot()
      for (const [format, magic] of [
        ['pdf', '%PDF-'],
        ['xlsx', 'PK'],
      ]) {
        const url = `/producer/journal.${format}?from=2026-10-01&to=2026-10-31`
        const answer = await call('GET', url, { token: tea.token, raw: true })
        expect([format, answer.status]).toEqual([format, 200])
        expect(Buffer.from(answer.data).toString('latin1')).toMatch(new RegExp(`^${magic}`))
        expect(answer.headers['content-disposition']).toContain(`so-lo-htx-son-tra-2026-10-01-2026-10-31.${format}`)
        expect(answer.headers['cache-control']).toBe('private, no-store')
      }
      const wrong = await call('GET', '/producer/journal.pdf?from=2026-10-02&to=2026-10-01', { token: tea.token })
      expect([wrong.status, wrong.data.error.code, wrong.data.error.field]).toEqual([400, 'period_invalid', 'to'])
    })

    it('says so when the traceability service is away, and the desk still stands', async () => {
      await trace.silence()
      try {
        const answer = await send(tea.token, entry({ outputs: [raw('che-away', 5)] }))
        expect([answer.status, answer.data.error.code]).toEqual([503, 'journal_away'])
        expect(answer.data.error.message).toContain('gửi lại')
        const desk = await call('GET', '/producer/me', { token: tea.token })
        expect(desk.data).toMatchObject({ traceAvailable: false, sourceAreas: [], member: { id: tea.memberId } })
      } finally {
        await trace.listen()
      }
    })
  })

  describe('a recall', () => {
    async function recallsOnPage(orderId: string): Promise<unknown> {
      const link = signOrderLink(orderId, process.env.ORDER_LINK_SECRET ?? '', new Date())
      const headers = { 'x-order-token': link, 'x-publishable-api-key': shop.publishableKey }
      return (await call('GET', `/store/orders/${orderId}`, { headers })).data.order.recalls
    }
    const notices = (orderId: string) =>
      rows<{ reason: string; lifted_at: Date | null }>(
        `SELECT reason, lifted_at FROM recall_notice WHERE order_id = '${orderId}'`,
      )
    /** The job of the app delivers too; either may come first. */
    async function untilNoticed(orderId: string): Promise<void> {
      const service = { url: process.env.TRACE_URL ?? '', token: process.env.TRACE_INTERNAL_TOKEN ?? '' }
      await vi.waitUntil(
        async () => {
          await deliverDue(getContainer(), service, Date.now() + 5_000)
          return (await notices(orderId)).length === 1
        },
        { timeout: 20_000, interval: 200 },
      )
    }

    it('reaches the orders its goods went into, once, and its end does too', async () => {
      const orderId = await placedOrder(shop.tea.id)
      const lot = await packedLot([orderId])
      const path = `/producer/lots/${lot}/recall`
      const recalled = await call('POST', path, { token: tea.token, body: WHY })
      expect(recalled.data).toMatchObject({ orderRefs: [orderId], lots: 1 })
      await call('POST', path, { token: tea.token, body: WHY })
      expect(await notices(orderId)).toEqual([{ reason: WHY.reason, lifted_at: null }])
      const told = { recallNo: recalled.data.recallNo, ...WHY, producer: { handle: 'htx-son-tra' } }
      expect(await recallsOnPage(orderId)).toMatchObject([{ ...told, liftedAt: null }])
      expect(await recallsOnPage(await placedOrder(shop.tea.id))).toEqual([])
      expect(await rows("SELECT 1 FROM outbox_message WHERE topic = 'recall' AND delivered_at IS NULL")).toEqual([])

      const lift = await call('POST', `/producer/recalls/${recalled.data.recallNo}/lift`, {
        token: tea.token,
        body: { reason: 'Kiểm nghiệm lại: hàng an toàn' },
      })
      expect(lift.status).toBe(200)
      expect(await notices(orderId)).toEqual([{ reason: WHY.reason, lifted_at: expect.any(Date) }])
      expect(await recallsOnPage(orderId)).toMatchObject([{ ...told, liftedAt: expect.stringMatching(/Z$/) }])
    })

    it('is not lost when the process dies before it could tell the orders', async () => {
      const orderId = await placedOrder(shop.tea.id)
      const lot = await packedLot([orderId])
      const command = {
        ...{ action: 'recall_lot', ref: lot, ...WHY },
        ...{ producerId: tea.producerId, partyRef: tea.producerId },
      }
      const outbox = getContainer().resolve<OutboxModuleService>('outbox')
      await outbox.enqueueMessages([{ topic: 'recall', key: tea.producerId, payload: command }])
      await untilNoticed(orderId)
      const page = await call('GET', `/producer/lots/${lot}`, { token: tea.token })
      expect(page.data.lot.recall).toMatchObject(WHY)
    })

    it('waits when the traceability service is away, says so, and goes out by itself', async () => {
      const orderId = await placedOrder(shop.tea.id)
      const lot = await packedLot([orderId])
      await trace.silence()
      try {
        const answer = await call('POST', `/producer/lots/${lot}/recall`, { token: tea.token, body: WHY })
        expect([answer.status, answer.data.error.code]).toEqual([503, 'recall_waiting'])
      } finally {
        await trace.listen()
      }
      await dbConnection.raw("UPDATE outbox_message SET next_attempt_at = now() WHERE topic = 'recall'")
      await untilNoticed(orderId)
    })
  })

  describe('evidence', () => {
    const EXE = Buffer.concat([Buffer.from('MZ\x90\x00'), Buffer.alloc(512)])
    const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF\n')

    async function upload(
      bytes: Buffer,
      { name = 'anh.jpg', type = 'image/jpeg', isPublic = false, token = tea.token, extra = {} as object } = {},
    ): Promise<Answer> {
      const form = new FormData()
      form.set('file', new File([new Uint8Array(bytes)], name, { type }))
      form.set('title', 'Ảnh thu hoạch')
      form.set('public', String(isPublic))
      for (const [key, value] of Object.entries(extra)) form.set(key, String(value))
      return await call('POST', '/producer/evidence', { token, body: form })
    }
    const photo = (width = 3000, height = 1500) => sharp({ create: { width, height, channels: 3, background: '#3a7' } })

    it('is stored upright, small, and without the place and device it was taken with', async () => {
      const original = await photo()
        .jpeg()
        .withExif({
          IFD0: { Make: 'Telefon', Model: 'X-Secret', Orientation: '6' },
          IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '10/1 17/1 0/1' },
        })
        .withMetadata({ orientation: 6 })
        .toBuffer()
      expect((await sharp(original).metadata()).exif).toBeDefined()
      const { status, data } = await upload(original)
      expect(status).toBe(201)
      expect(data).toMatchObject({ kind: 'photo', title: 'Ảnh thu hoạch', public: false, width: 1000, height: 2000 })
      const kept = await call('GET', `/producer/evidence/${data.file}`, { token: tea.token, raw: true })
      expect([kept.status, kept.headers['content-type']]).toEqual([200, 'image/jpeg'])
      const bytes = Buffer.from(kept.data)
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(data.sha256)
      const { exif, xmp, iptc, orientation, width } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, orientation, width }).toEqual({ width: 1000 })
      expect(bytes.toString('latin1')).not.toMatch(/X-Secret|GPS|Exif/)
      expect(data.file).not.toMatch(/anh/)

      const step = entry({
        outputs: [raw(`che-${randomUUID()}`, 1)],
        evidence: [{ file: data.file, kind: data.kind, title: data.title, public: false, sha256: data.sha256 }],
      })
      expect((await send(tea.token, step)).status).toBe(200)
      const published = entry({
        ...step,
        requestKey: randomUUID(),
        evidence: [{ ...Object(step.evidence)[0], public: true }],
      })
      expect(await send(tea.token, published)).toMatchObject({
        status: 422,
        data: { error: { code: 'evidence_unknown' } },
      })
      expect(await send(rice.token, { ...step, requestKey: randomUUID() })).toMatchObject({
        status: 422,
        data: { error: { code: 'evidence_unknown' } },
      })
    })

    it('is readable to everybody when public, and to its producer alone when private', async () => {
      const open = (await upload(await photo(40, 40).webp().toBuffer(), { isPublic: true })).data.file
      expect((await call('GET', `/files/${open}`)).status).toBe(200)
      const closed = (await upload(await photo(40, 40).png().toBuffer())).data.file
      for (const path of [closed, `../${closed}`, encodeURIComponent(`../test-files-private/${closed}`)]) {
        expect([path, (await call('GET', `/files/${path}`)).status >= 400]).toEqual([path, true])
      }
      expect((await call('GET', `/producer/evidence/${closed}`)).status).toBe(401)
      expect((await call('GET', `/producer/evidence/${closed}`, { token: rice.token })).status).toBe(404)
      expect((await call('GET', `/producer/evidence/${closed}`, { token: admin })).status).toBe(401)
      expect((await call('GET', `/producer/evidence/..%2F${closed}`, { token: tea.token })).status).toBe(404)
    })

    it('takes papers, keeps them private, and hands them out as downloads', async () => {
      const paper = await upload(PDF, { name: 'giay.pdf', type: 'application/pdf' })
      expect(paper).toMatchObject({ status: 201, data: { kind: 'document', public: false, width: null } })
      const kept = await call('GET', `/producer/evidence/${paper.data.file}`, { token: tea.token, raw: true })
      expect(Buffer.from(kept.data)).toEqual(PDF)
      expect(kept.headers['content-disposition']).toBe('attachment')
      expect((await call('GET', `/files/${paper.data.file}`)).status).toBe(404)
      expect((await upload(PDF, { isPublic: true })).data.error.code).toBe('document_private')
    })

    it('is judged by its content, whatever name and type it claims', async () => {
      const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
      const html = Buffer.from('<!doctype html><script>alert(1)</script>')
      const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic'), Buffer.alloc(64)])
      const jpeg = await photo(400, 400).jpeg().toBuffer()
      const scripted = Buffer.from(PDF.toString().replace('/Catalog', '/Catalog/OpenAction<</S/J#61vaScript>>'))
      const polyglot = Buffer.concat([Buffer.from('\xff\xd8\xff', 'latin1'), html])
      const bomb = await sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#fff' } })
        .png({ compressionLevel: 9 })
        .toBuffer()
      const cases: [string, Buffer, number, string][] = [
        ['exe', EXE, 422, 'file_kind'],
        ['svg', svg, 422, 'file_kind'],
        ['html', html, 422, 'file_kind'],
        ['gif', Buffer.from('GIF89a'), 422, 'file_kind'],
        ['heic', heic, 422, 'photo_heic'],
        ['half a jpeg', jpeg.subarray(0, jpeg.length / 2), 422, 'photo_damaged'],
        ['html as jpeg', polyglot, 422, 'photo_damaged'],
        ['bomb', bomb, 422, 'photo_damaged'],
        ['broken pdf', PDF.subarray(0, 30), 422, 'document_damaged'],
        ['pdf with scripts', scripted, 422, 'document_active'],
        ['empty', Buffer.alloc(0), 400, 'file_missing'],
        ['11 MB', Buffer.concat([jpeg, Buffer.alloc(11 * 1024 * 1024)]), 413, 'file_too_large'],
      ]
      for (const [name, bytes, status, code] of cases) {
        const answer = await upload(bytes)
        expect([name, answer.status, answer.data.error?.code]).toEqual([name, status, code])
      }
      expect((await upload(jpeg, { name: '../../a.exe', type: 'application/x-msdownload' })).status).toBe(201)
      expect((await upload(jpeg, { extra: { partyRef: rice.producerId } })).data.error).toMatchObject({
        field: 'partyRef',
      })
      const noForm = await call('POST', '/producer/evidence', { token: tea.token, body: { file: 'x' } })
      expect([noForm.status, noForm.data.error.code]).toEqual([415, 'upload_expected'])
      expect(await rows(`SELECT count(*)::int AS n FROM evidence_file`)).toEqual([{ n: 1 }])
    })
  })
})
