import { randomUUID } from 'node:crypto'
import type { PlaceAnswer } from '../src/checkout/place-cart'
import type { CartReview } from '../src/checkout/review-cart'
import type { SellerOrderView } from '../src/parcels/read-orders'
import { handOverPassport } from './hand-over-passport'
import { loadSource } from './load-source'
import { type RealTraceRoutes, realTraceRoutes } from './real-trace-routes'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { makeSampleShop, SHIPPING_FEE, TEA_PRICE } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { upsertProducersWorkflow } = loadSource<typeof import('../src/workflows/producer/workflows/upsert-producers')>(
  './src/workflows/producer/workflows/upsert-producers',
)
const { receivePayment } = loadSource<typeof import('../src/payments/receive-payment')>(
  './src/payments/receive-payment',
)
const { eraseOldData } = loadSource<typeof import('../src/customers/erase-old-data')>('./src/customers/erase-old-data')
const { deliverDue } = loadSource<typeof import('../src/outbox/deliver-due')>('./src/outbox/deliver-due')
const { finishLeftParcels } = loadSource<typeof import('../src/parcels/finish-packing')>('./src/parcels/finish-packing')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let trace: RealTraceRoutes
  let shop: SampleShop
  let admin = ''
  let tea = ''
  let rice = ''

  beforeAll(async () => {
    trace = await realTraceRoutes()
    await trace.listen()
    const container = getContainer()
    shop = await makeSampleShop(container)
    const { result: producers } = await upsertProducersWorkflow(container).run({
      input: {
        producers: [
          {
            ...{ handle: 'ho-lua', name: 'Hộ kinh doanh Lúa Vàng', legalForm: 'household', provinceCode: '82' },
            ...{ communeCode: '29905', address: null, legacyPlace: null, phone: null, storyVi: null, storyEn: null },
            ...{ source: null, sample: [] },
          },
        ],
      },
    })
    const { rows } = await dbConnection.raw(`SELECT id FROM producer WHERE handle = 'htx-son-tra'`)
    for (const [producerId, email] of [
      [rows[0].id, 'tra@example.com'],
      [producers[0]?.id ?? '', 'lua@example.com'],
    ]) {
      await createProducerMemberWorkflow(container).run({
        input: { producerId, name: 'Chị Mai', email, password: PASSWORD, role: 'owner' },
      })
    }
    admin = await adminToken({ getContainer, api })
    tea = await signInAs(call, 'producer', 'tra@example.com')
    rice = await signInAs(call, 'producer', 'lua@example.com')
    await handOverPassport(container, trace.pool, shop.tea.id)
    await dbConnection.raw(
      `UPDATE inventory_level SET stocked_quantity = 1000, raw_stocked_quantity = '{"value": "1000", "precision": 20}'`,
    )
    await lot('L-LON', 500, '2030-12-31')
    await dbUtils.snapshot()
  })
  afterAll(() => trace.drop())

  /**
   * Chapters of one story on one database: fulfilments make events in the background, and a copy of the database for each of them
   * would cut those off.
   */
  const chapters: [name: string, work: () => Promise<void>][] = []
  function chapter(name: string, work: () => Promise<void>): void {
    chapters.push([name, work])
  }

  const store = (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(method, url, { body, headers: { 'x-publishable-api-key': shop.publishableKey, ...headers } })
  const ours = (method: string, path: string, body?: unknown, token = tea) =>
    call(method, `/producer${path}`, { token, ...(body === undefined ? {} : { body }) })
  async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await dbConnection.raw(sql, values as never[])).rows
  }

  /** An order of some packs, of tea unless another pack size is named, paid at once or on delivery. */
  async function placed(quantity: number, method: 'cod' | 'vnpay' = 'cod', variantId = shop.tea.variantIds[0]) {
    const cart = (await store('POST', '/store/carts', {})).data.cart.id as string
    await store('POST', `/store/carts/${cart}/line-items`, { variant_id: variantId, quantity })
    const review = (await store('POST', `/store/carts/${cart}/delivery`, DELIVERY)).data as CartReview
    const answer = await store(
      'POST',
      `/store/carts/${cart}/place`,
      { expectedTotal: review.total, method },
      { 'idempotency-key': randomUUID() },
    )
    expect(answer.status).toBeLessThan(300)
    const { groupId, token } = answer.data as PlaceAnswer
    if (method === 'vnpay') {
      const paid = await receivePayment(getContainer(), {
        ...{ source: 'vnpay', reference: randomUUID(), attemptReference: null, groupId, amount: review.total },
        ...{ at: new Date(), raw: {} },
      })
      expect(paid).toBe('applied')
    }
    const [row] = await rows<{ order_id: string }>('SELECT order_id FROM seller_order WHERE group_id = ?', [groupId])
    const orderId = row?.order_id ?? ''
    const [line] = await rows<{ item_id: string }>('SELECT item_id FROM order_item WHERE order_id = ?', [orderId])
    return { groupId, token, orderId, lineId: line?.item_id ?? '', total: review.total }
  }
  type Placed = Awaited<ReturnType<typeof placed>>

  /** A lot of packs of tea in the book; out: its ref. */
  async function lot(code: string, count: number, bestBefore: string): Promise<string> {
    const ref = `lo-${randomUUID()}`
    const answer = await ours('POST', '/steps', {
      ...{ requestKey: randomUUID(), step: 'harvesting', happenedAt: '2026-10-03T07:00:00+07:00' },
      outputs: [
        {
          ...{ ref, lotCode: code, kind: 'product', productRef: shop.tea.id, packedOn: '2026-10-03', bestBefore },
          packs: { count, unit: 'hộp', net: { value: 100, unit: 'g' } },
        },
      ],
    })
    expect([answer.status, answer.data]).toMatchObject([200, {}])
    return ref
  }

  async function codesOf(lotRef: string, count: number): Promise<string[]> {
    const batch = await ours('POST', '/label-batches', {
      ...{ requestKey: randomUUID(), productRef: shop.tea.id, lotRef, size: count },
    })
    expect(batch.status).toBe(200)
    const codes: string[] = []
    for (let no = 1; no <= count; no++) {
      const unit = await ours('GET', `/label-batches/${batch.data.batchNo}/units?code=${no}`)
      codes.push(unit.data.code)
    }
    return codes
  }

  const pack = (order: Placed, quantity: number, more: Record<string, unknown> = {}) =>
    ours('POST', `/orders/${order.orderId}/parcels`, {
      ...{ key: randomUUID(), lines: [{ lineId: order.lineId, quantity }] },
      ...more,
    })
  async function packed(quantity: number, method: 'cod' | 'vnpay' = 'cod') {
    const order = await placed(quantity, method)
    await ours('POST', `/orders/${order.orderId}/confirm`)
    const answer = await pack(order, quantity)
    expect([answer.status, answer.data.error]).toEqual([201, undefined])
    return { ...order, parcelId: answer.data.parcelId as string }
  }
  async function delivered(quantity: number, method: 'cod' | 'vnpay' = 'cod') {
    const order = await packed(quantity, method)
    const url = `/orders/${order.orderId}/parcels/${order.parcelId}`
    expect((await ours('POST', `${url}/ship`, { carrier: 'ghn', trackingNo: 'GHN123' })).status).toBe(200)
    const done = await ours('POST', `${url}/delivered`)
    expect([done.status, done.data.error, done.data.order?.state]).toEqual([200, undefined, 'delivered'])
    return order
  }
  const stock = async () => {
    const [row] = await rows<{ stocked: string; reserved: string; raw: string }>(
      `SELECT l.stocked_quantity AS stocked, l.reserved_quantity AS reserved, l.raw_stocked_quantity->>'value' AS raw FROM inventory_level l
       JOIN product_variant_inventory_item v ON v.inventory_item_id = l.inventory_item_id WHERE v.variant_id = ?`,
      [shop.tea.variantIds[0]],
    )
    expect(Number(row?.raw)).toBe(Number(row?.stocked))
    return { stocked: Number(row?.stocked), reserved: Number(row?.reserved) }
  }
  async function trialBalance(): Promise<void> {
    const entries = await rows<{ account: string; sum: string }>(
      `SELECT account, sum(amount)::text AS sum FROM (
         SELECT debit AS account, amount FROM ledger_entry UNION ALL SELECT credit, -amount FROM ledger_entry) e GROUP BY account`,
    )
    expect(entries.reduce((sum, row) => sum + Number(row.sum), 0)).toBe(0)
  }
  async function ask(
    order: Placed,
    quantity: number,
    reason: string,
    photo = false,
    key: string = randomUUID(),
  ): Promise<Answer> {
    const form = new FormData()
    form.set('request', JSON.stringify({ key, kind: 'return', reason, lines: [{ lineId: order.lineId, quantity }] }))
    if (photo) form.append('photo', new Blob([await picture()]), 'anh.jpg')
    return call('POST', `/store/order-groups/${order.groupId}/orders/${order.orderId}/returns`, {
      body: form,
      headers: { 'x-publishable-api-key': shop.publishableKey, 'x-order-token': order.token },
    })
  }

  chapter('confirms an order once, takes it back for some minutes, and never for somebody else', async () => {
    const order = await placed(1)
    const answers = await Promise.all([1, 2, 3].map(() => ours('POST', `/orders/${order.orderId}/confirm`)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const told = await rows(`SELECT id FROM dispatch_message WHERE dedupe_key LIKE ?`, [
      `order_confirmed:${order.orderId}%`,
    ])
    expect(told).toHaveLength(1)
    expect((await ours('POST', `/orders/${order.orderId}/undo-confirm`)).data.order.state).toBe('to_confirm')
    await ours('POST', `/orders/${order.orderId}/confirm`)
    await dbConnection.raw(`UPDATE seller_order SET confirmed_at = now() - interval '11 minutes'`)
    const late = await ours('POST', `/orders/${order.orderId}/undo-confirm`)
    expect([late.status, late.data.error.code]).toEqual([409, 'undo_too_late'])
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/confirm', undefined],
      ['POST', '/refuse', { reason: 'Hết hàng rồi' }],
      ['GET', '/packing', undefined],
    ] as const) {
      const foreign = await ours(method, `/orders/${order.orderId}${path}`, body, rice)
      expect([path, foreign.status]).toEqual([path, 404])
    }
    expect((await ours('GET', '/orders?filter=all', undefined, rice)).data.orders).toEqual([])
  })

  chapter('packs the lot that expires first, takes the stock once, and tells the traceability service', async () => {
    const later = await lot('L-SAU', 5, '2027-12-31')
    const first = await lot('L-TRUOC', 2, '2027-01-31')
    const expired = await lot('L-HET-HAN', 50, '2026-10-20')
    const order = await placed(3)
    await ours('POST', `/orders/${order.orderId}/confirm`)
    const before = await stock()
    const sheet = await ours('GET', `/orders/${order.orderId}/packing`)
    expect(
      sheet.data.lines[0].lots.map((each: { lotCode: string; given: number; unfit: string | null }) => [
        each.lotCode,
        each.given,
        each.unfit,
      ]),
    ).toEqual([
      ['L-HET-HAN', 0, 'expired'],
      ['L-TRUOC', 2, null],
      ['L-SAU', 1, null],
      ['L-LON', 0, null],
    ])
    const [code = ''] = await codesOf(first, 1)
    const [spare = ''] = await codesOf(later, 1)
    const body = { key: randomUUID(), lines: [{ lineId: order.lineId, quantity: 3 }], codes: [code] }
    const answers = await Promise.all([1, 2].map(() => ours('POST', `/orders/${order.orderId}/parcels`, body)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(answers[0]?.data.parcelId).toBe(answers[1]?.data.parcelId)
    const again = await ours('GET', `/orders/${order.orderId}`)
    const view = again.data.order as SellerOrderView
    expect(view.state).toBe('packed')
    expect(view.parcels[0]?.lines[0]).toMatchObject({
      quantity: 3,
      lots: [
        { lotCode: 'L-TRUOC', quantity: 2 },
        { lotCode: 'L-SAU', quantity: 1 },
      ],
      codes: [code],
    })
    expect(await stock()).toEqual({ stocked: before.stocked - 3, reserved: before.reserved - 3 })
    await deliverDue(getContainer(), traceService(), Date.now() + 20_000)
    expect((await ours('GET', `/lots/${first}`)).data.lot.left).toBe(0)
    expect((await ours('GET', `/lots/${later}`)).data.lot.left).toBe(400)

    const recalled = await ours('POST', `/lots/${first}/recall`, { reason: 'Có tạp chất', advice: 'Đừng dùng' })
    expect(recalled.data.orderRefs).toEqual([order.orderId])
    const next = await placed(2)
    await ours('POST', `/orders/${next.orderId}/confirm`)
    for (const [codes, refusal] of [
      [[code], 'code_out_of_use'],
      [['KHONG-CO-MA'], 'code_unknown'],
      [[spare, spare], 'code_twice'],
    ] as const) {
      const answer = await pack(next, 2, { codes })
      expect([answer.status, answer.data.error.code]).toEqual([422, refusal])
    }
    const old = await pack(next, 2, { lots: [{ lineId: next.lineId, lotRef: expired, quantity: 2 }] })
    expect(old.data.error.code).toBe('lot_unfit')
    expect((await pack(next, 3)).data.error.code).toBe('pack_too_many')
    const unfit = await pack(next, 2, { lots: [{ lineId: next.lineId, lotRef: first, quantity: 2 }] })
    expect(unfit.data.error.code).toBe('lot_unfit')
    expect((await pack(next, 1, { codes: [spare] })).status).toBe(201)
    const twice = await pack(next, 1, { codes: [spare] })
    expect(['code_packed', 'code_out_of_use']).toContain(twice.data.error.code)
  })

  chapter('wants a reason for another lot than the one that expires first', async () => {
    await lot('L-TRUOC', 2, '2027-01-31')
    const later = await lot('L-SAU', 5, '2027-12-31')
    const order = await placed(1)
    await ours('POST', `/orders/${order.orderId}/confirm`)
    const choice = { lineId: order.lineId, lotRef: later, quantity: 1 }
    expect((await pack(order, 1, { lots: [choice] })).data.error.code).toBe('lot_reason_needed')
    expect((await pack(order, 1, { lots: [{ ...choice, reason: 'Khách muốn hạn xa' }] })).status).toBe(201)
  })

  chapter(
    'opens a parcel again with stock and reservation as they were, and cancels with the money going back',
    async () => {
      const before = await stock()
      const order = await packed(2, 'vnpay')
      const opened = await ours('POST', `/orders/${order.orderId}/parcels/${order.parcelId}/unpack`)
      expect([opened.status, opened.data.order?.state]).toEqual([200, 'confirmed'])
      expect(await stock()).toEqual({ stocked: before.stocked, reserved: before.reserved + 2 })
      expect((await pack(order, 2)).status).toBe(201)
      const refused = await ours('POST', `/orders/${order.orderId}/refuse`, { reason: 'Hết hàng vì mưa bão' })
      expect([refused.status, refused.data.order?.state]).toEqual([200, 'canceled'])
      expect(await stock()).toEqual(before)
      const refunds = await rows<{ amount: string }>('SELECT amount FROM payment_refund WHERE order_id = ?', [
        order.orderId,
      ])
      expect(refunds.map(({ amount }) => Number(amount))).toEqual([order.total])
      await trialBalance()
    },
  )

  chapter('ends packing that a process left at any step, with one fulfilment and the stock taken once', async () => {
    const before = await stock()
    const order = await packed(2)
    for (const left of ['before the fulfilment was noted', 'after all of it']) {
      if (left.startsWith('before')) {
        await dbConnection.raw(
          `UPDATE parcel SET state = 'packing', fulfillment_id = NULL, updated_at = now() - interval '2 minutes' WHERE id = ?`,
          [order.parcelId],
        )
        await dbConnection.raw(`UPDATE seller_order SET state = 'confirmed' WHERE order_id = ?`, [order.orderId])
      }
      await finishLeftParcels(getContainer(), 60)
      const { order: now } = (await ours('GET', `/orders/${order.orderId}`)).data
      expect([left, now.state]).toEqual([left, 'packed'])
    }
    expect(await rows('SELECT id FROM order_fulfillment WHERE order_id = ?', [order.orderId])).toHaveLength(1)
    expect(await stock()).toEqual({ ...before, stocked: before.stocked - 2 })
  })

  chapter('earns the sale when the last parcel arrives, whoever says so, once', async () => {
    const order = await placed(3)
    await ours('POST', `/orders/${order.orderId}/confirm`)
    const [one, two] = [await pack(order, 1), await pack(order, 2)]
    const say = (parcel: Answer, what: string, body?: unknown) =>
      ours('POST', `/orders/${order.orderId}/parcels/${parcel.data.parcelId}/${what}`, body)
    expect((await say(one, 'delivered')).status).toBe(409)
    for (const parcel of [one, two]) expect((await say(parcel, 'ship', { carrier: 'vnpost' })).status).toBe(200)
    expect((await say(one, 'delivered')).data.order.state).toBe('shipped')
    const earned = () => rows(`SELECT id FROM ledger_entry WHERE kind = 'earned' AND order_id = ?`, [order.orderId])
    expect(await earned()).toEqual([])
    const headers = { 'x-order-token': order.token }
    const seen = async () =>
      (await store('GET', `/store/order-groups/${order.groupId}`, undefined, headers)).data.group.orders[0]
    expect(await seen()).toMatchObject({
      parcels: [
        { no: 1, state: 'delivered', canReceive: false },
        { no: 2, state: 'shipped', carrier: 'vnpost', canReceive: true },
      ],
      ...{ returns: [], refunds: [], canAsk: null },
    })
    const url = `/store/order-groups/${order.groupId}/parcels/${two.data.parcelId}/received`
    const answers = await Promise.all([
      store('POST', url, {}, headers),
      store('POST', url, {}, headers),
      say(two, 'delivered'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect((await store('POST', url, {}, { 'x-order-token': 'x.y' })).status).toBe(403)
    expect(await seen()).toMatchObject({ state: 'delivered', canAsk: 'return' })
    expect((await seen()).parcels.map((parcel: { canReceive: boolean }) => parcel.canReceive)).toEqual([false, false])
    const other = await placed(1)
    const stranger = `/store/order-groups/${other.groupId}/parcels/${two.data.parcelId}/received`
    expect((await store('POST', stranger, {}, { 'x-order-token': other.token })).status).toBe(404)
    expect(await earned()).not.toEqual([])
    const [collected] = await rows<{ sum: string }>(
      `SELECT sum(amount)::text AS sum FROM ledger_entry WHERE order_id = ? AND debit = 'carrier:vnpost'`,
      [order.orderId],
    )
    expect(Number(collected?.sum)).toBe(3 * TEA_PRICE + SHIPPING_FEE)
    const [advance] = await rows<{ left: string }>(
      `SELECT sum(CASE WHEN credit = ? THEN amount ELSE -amount END)::text AS left FROM ledger_entry WHERE ? IN (debit, credit)`,
      [`advance:${order.orderId}`, `advance:${order.orderId}`],
    )
    expect(Number(advance?.left)).toBe(0)
    await trialBalance()
  })

  chapter('ends a COD order nobody took without a sale, and puts sellable goods back once', async () => {
    const before = await stock()
    const order = await packed(2)
    const url = `/orders/${order.orderId}/parcels/${order.parcelId}`
    await ours('POST', `${url}/ship`, { carrier: 'ghn', jointInspection: true })
    const refused = await ours('POST', `/orders/${order.orderId}/not-taken`, { reason: 'Khách không nghe máy' })
    expect(refused.data.order.state).toBe('refused')
    expect(await rows('SELECT id FROM payment_refund WHERE order_id = ?', [order.orderId])).toEqual([])
    expect((await ours('POST', `${url}/delivered`)).status).toBe(409)
    expect((await ours('POST', `${url}/taken-back`, { sellable: true })).status).toBe(200)
    expect((await ours('POST', `${url}/taken-back`, { sellable: true })).status).toBe(409)
    expect(await stock()).toEqual(before)
    await trialBalance()
  })

  chapter('pays exact parts back, never more than was bought, and restocks what can be sold', async () => {
    const order = await delivered(3, 'vnpay')
    const shelf = await stock()
    const needsPhoto = await ask(order, 1, 'damaged')
    expect([needsPhoto.status, needsPhoto.data.error?.code]).toEqual([422, 'return_photo'])
    const key = randomUUID()
    const first = await ask(order, 1, 'damaged', true, key)
    expect([first.status, first.data.error]).toEqual([201, undefined])
    expect((await ask(order, 1, 'damaged', true, key)).data.id).toBe(first.data.id)
    expect((await ask(order, 3, 'damaged', true)).data.error.code).toBe('return_too_many')
    for (const path of ['accept', 'refuse']) {
      const foreign = await ours(
        'POST',
        `/return-requests/${first.data.id}/${path}`,
        { answer: 'Tôi không đồng ý' },
        rice,
      )
      expect(foreign.status).toBe(404)
    }
    const accept = () => ours('POST', `/return-requests/${first.data.id}/accept`, {})
    expect((await Promise.all([accept(), accept()])).map(({ status }) => status)).toEqual([200, 200])
    expect((await ours('POST', `/return-requests/${first.data.id}/received`, { sellable: true })).status).toBe(200)
    expect((await ours('POST', `/return-requests/${first.data.id}/received`, { sellable: true })).status).toBe(409)
    expect((await stock()).stocked).toBe(shelf.stocked + 1)
    const second = await ask(order, 2, 'changed_mind')
    expect((await ours('POST', `/return-requests/${second.data.id}/accept`, {})).status).toBe(200)
    const refunds = await rows<{ amount: string }>(
      'SELECT amount FROM payment_refund WHERE order_id = ? ORDER BY created_at',
      [order.orderId],
    )
    expect(refunds.map(({ amount }) => Number(amount))).toEqual([TEA_PRICE, 2 * TEA_PRICE])
    const [seller] = await rows<{ refunded: string }>('SELECT refunded FROM seller_order WHERE order_id = ?', [
      order.orderId,
    ])
    expect(Number(seller?.refunded)).toBe(3 * TEA_PRICE)
    expect((await ask(order, 1, 'changed_mind')).data.error.code).toBe('return_too_many')
    await trialBalance()
  })

  chapter('lets a refused buyer go to the operator, who decides once', async () => {
    const order = await delivered(2, 'vnpay')
    const asked = await ask(order, 2, 'not_as_described', true)
    const answer = { answer: 'Hàng đúng như mô tả trên trang' }
    expect((await ours('POST', `/return-requests/${asked.data.id}/refuse`, answer)).status).toBe(200)
    const headers = { 'x-order-token': order.token }
    const url = `/store/order-groups/${order.groupId}/returns/${asked.data.id}/dispute`
    const opened = await store('POST', url, { statement: 'Chè khác hẳn ảnh trên trang' }, headers)
    expect((await store('POST', url, { statement: 'Chè khác hẳn ảnh trên trang' }, headers)).data).toEqual(opened.data)
    const list = await call('GET', '/admin/disputes', { token: admin })
    expect(list.data).toMatchObject({
      count: 1,
      disputes: [{ goodsAmount: 2 * TEA_PRICE, freightAmount: SHIPPING_FEE }],
    })
    const decide = (body: unknown) => call('POST', `/admin/disputes/${opened.data.id}`, { token: admin, body })
    const decision = 'Hoàn một phần vì mô tả chưa rõ'
    expect((await decide({ outcome: 'partial', amount: 10_000_000, decision })).status).toBe(422)
    expect((await decide({ outcome: 'partial', amount: 50_001, decision })).status).toBe(200)
    expect((await decide({ outcome: 'refund', decision })).status).toBe(409)
    const refunds = await rows<{ amount: string }>('SELECT amount FROM payment_refund WHERE order_id = ?', [
      order.orderId,
    ])
    expect(refunds.map(({ amount }) => Number(amount))).toEqual([50_001])
    await trialBalance()
  })

  chapter('packs a gift set from the lots of what it holds, and takes that from its stock', async () => {
    const draft = {
      ...{ title: 'Hộp quà chè', description: 'Hai hộp chè trong một hộp giấy.', sector: 'craft' },
      packs: [
        {
          ...{ title: 'Hộp quà hai hộp', sku: 'QUA-2', price: 260_000, weightGrams: 300, stock: null },
          parts: [{ variantId: shop.tea.variantIds[0], quantity: 2 }],
        },
      ],
    }
    const id = (await ours('POST', '/listing-proposals', { draft })).data.proposal.id
    expect((await ours('POST', `/listing-proposals/${id}/submit`)).status).toBe(200)
    expect((await call('POST', `/admin/listing-proposals/${id}/approve`, { token: admin, body: {} })).status).toBe(200)
    const [set] = await rows<{ id: string }>(`SELECT id FROM product_variant WHERE sku = 'QUA-2'`)
    const before = await stock()
    const order = await placed(3, 'cod', set?.id)
    expect(await stock()).toEqual({ stocked: before.stocked, reserved: before.reserved + 6 })
    await ours('POST', `/orders/${order.orderId}/confirm`)
    const [line] = (await ours('GET', `/orders/${order.orderId}/packing`)).data.lines
    expect(line).toMatchObject({ left: 3, short: 0, booked: true, parts: [{ productId: shop.tea.id, each: 2 }] })
    const answer = await pack(order, 2)
    expect([answer.status, answer.data.error]).toEqual([201, undefined])
    expect(await stock()).toEqual({ stocked: before.stocked - 4, reserved: before.reserved + 2 })
    const lots = await rows<{ product_id: string; sum: number }>(
      'SELECT product_id, sum(quantity)::int AS sum FROM parcel_lot WHERE parcel_id = ? GROUP BY product_id',
      [answer.data.parcelId],
    )
    expect(lots).toEqual([{ product_id: shop.tea.id, sum: 4 }])
    const { order: view } = (await ours('GET', `/orders/${order.orderId}`)).data
    expect(view.lines[0].variant).toBe('Hộp quà hai hộp: 2 × Chè Shan tuyết (Hộp 100 g)')
    await pack(order, 1)
  })

  chapter('packs nothing before the harvest it was ordered ahead of', async () => {
    const order = await placed(1)
    await ours('POST', `/orders/${order.orderId}/confirm`)
    const day = (days: number) => new Date(Date.now() + days * 86_400_000 + 7 * 3_600_000).toISOString().slice(0, 10)
    await rows(
      `INSERT INTO preorder (id, sku, harvest_from, harvest_to) SELECT 'preo_1', sku, ?, ? FROM product_variant WHERE id = ?`,
      [day(2), day(5), shop.tea.variantIds[0] ?? ''],
    )
    const [line] = (await ours('GET', `/orders/${order.orderId}/packing`)).data.lines
    expect(line).toMatchObject({ left: 1, short: 0, waitsFor: day(2) })
    const early = await pack(order, 1)
    expect([early.status, early.data.error.code]).toEqual([409, 'preorder_early'])
    await rows(`UPDATE preorder SET harvest_from = ? WHERE id = 'preo_1'`, [day(0)])
    expect((await pack(order, 1)).status).toBe(201)
    await rows('DELETE FROM preorder')
  })

  chapter('takes perishables back when damaged, and for no change of mind', async () => {
    const order = await delivered(1)
    await dbConnection.raw('UPDATE listing_detail SET perishable = true WHERE product_id = ?', [shop.tea.id])
    expect((await ask(order, 1, 'changed_mind')).data.error.code).toBe('return_reason')
    expect((await ask(order, 1, 'damaged', true)).status).toBe(201)
    await dbConnection.raw('UPDATE listing_detail SET perishable = false')
  })

  chapter('takes nothing back after the days for it, nor for a reason that is none', async () => {
    const order = await delivered(1)
    await dbConnection.raw(`UPDATE seller_order SET delivered_at = now() - interval '8 days'`)
    expect((await ask(order, 1, 'changed_mind')).data.error.code).toBe('return_window')
    expect((await ask(order, 1, 'too_late')).data.error.code).toBe('return_reason')
  })

  chapter(
    'prints papers of the tenant’s own orders alone, and what was delivered for the e-invoice program',
    async () => {
      const order = await delivered(2)
      for (const kind of ['packing', 'delivery']) {
        const url = `/orders/papers.pdf?kind=${kind}&orders=${order.orderId}`
        const paper = await call('GET', `/producer${url}`, { token: tea, raw: true })
        expect([paper.status, paper.data.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
        expect((await ours('GET', url, undefined, rice)).status).toBe(404)
      }
      const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10)
      const csv = await ours('GET', `/invoice-data.csv?from=${today}&to=${today}`)
      expect(csv.data).toContain(`${2 * TEA_PRICE}`)
      expect(csv.data).toContain('Phí giao hàng')
      expect((await ours('GET', `/invoice-data.csv?from=${today}&to=${today}`, undefined, rice)).data).not.toContain(
        'Chè',
      )
    },
  )

  chapter('tells the buyer and the producer of an order and of its money, each once', async () => {
    const told = async (groupId: string, orderId: string) =>
      (
        await rows<{ kind: string }>(
          `SELECT kind FROM dispatch_message WHERE dedupe_key LIKE ? OR dedupe_key LIKE ? OR dedupe_key IN
             (SELECT 'refund_asked:' || id FROM payment_refund WHERE group_id = ?) ORDER BY kind`,
          [`%:${groupId}%`, `%:${orderId}%`, groupId],
        )
      ).map(({ kind }) => kind)
    const cod = await placed(1)
    expect(await told(cod.groupId, cod.orderId)).toEqual(['order_placed', 'order_to_confirm'])
    const paid = await placed(1, 'vnpay')
    expect(await told(paid.groupId, paid.orderId)).toEqual(['order_paid', 'order_placed', 'order_to_confirm'])
    const cancel = () =>
      store('POST', `/store/order-groups/${paid.groupId}/cancel`, {}, { 'x-order-token': paid.token })
    await Promise.all([cancel(), cancel(), cancel()])
    expect(await told(paid.groupId, paid.orderId)).toEqual([
      ...['order_canceled', 'order_canceled', 'order_paid', 'order_placed', 'order_to_confirm', 'refund_asked'],
    ])
  })

  chapter('pays a COD refund to the account its buyer names, and to no other', async () => {
    const logged: string[] = []
    const write = process.stdout.write.bind(process.stdout)
    process.stdout.write = ((chunk: unknown, ...rest: never[]) => {
      logged.push(String(chunk))
      return write(chunk as string, ...rest)
    }) as typeof process.stdout.write
    try {
      const order = await delivered(2)
      const other = await placed(1)
      const give = (body: unknown, by: { groupId: string; token: string } = order) =>
        store('POST', `/store/order-groups/${by.groupId}/refund-account`, body, { 'x-order-token': by.token })
      const account = { bankBin: '970436', number: '0071 000 987 654', holder: 'NGUYEN THI HOA' }
      expect((await give(account)).data.error.code).toBe('refund_account_closed')

      const asked = await ask(order, 1, 'damaged', true)
      expect((await ours('POST', `/return-requests/${asked.data.id}/accept`, {})).status).toBe(200)
      const [refund] = await rows<{ id: string; state: string }>(
        'SELECT id, state FROM payment_refund WHERE group_id = ?',
        [order.groupId],
      )
      const id = refund?.id ?? ''
      expect(refund?.state).toBe('manual')
      const messages = (kind: string) =>
        rows<{ params: unknown }>(`SELECT params FROM dispatch_message WHERE kind = ? AND dedupe_key LIKE ?`, [
          kind,
          kind === 'refund_account_given' ? `%${order.groupId}%` : `%${id}%`,
        ])
      expect(await messages('refund_account_needed')).toHaveLength(1)
      const show = () => call('POST', `/admin/refunds/${id}/account`, { token: admin, body: {} })
      expect((await show()).status).toBe(404)

      for (const [change, code] of [
        [{ number: '12345' }, 'refund_account_invalid'],
        [{ number: '1234567890123456789012' }, 'refund_account_invalid'],
        [{ number: '0071-000 x;987' }, 'refund_account_invalid'],
        [{ bankBin: '999999' }, 'refund_bank_unknown'],
        [{ bankBin: 'Vietcombank' }, 'refund_bank_unknown'],
        [{ holder: ' ' }, 'refund_holder_invalid'],
      ] as const) {
        const refused = await give({ ...account, ...change })
        expect([change, refused.data.error?.code]).toEqual([change, code])
      }
      expect((await give({ ...account, more: 1 })).status).toBe(400)
      // Another group's token opens nothing here, and a group without refunds takes no account.
      expect((await give(account, { groupId: order.groupId, token: other.token })).status).toBe(403)
      expect((await give(account, other)).status).toBe(409)

      const given = await Promise.all([give(account), give(account), give(account)])
      expect(given.map(({ status }) => status)).toEqual([200, 200, 200])
      expect(given[0]?.data.group.refundAccount).toMatchObject({ amount: TEA_PRICE, hint: 'Vietcombank •••7654' })
      expect(JSON.stringify(given[0]?.data)).not.toContain('0071000987654')
      expect(await messages('refund_account_given')).toHaveLength(1)
      const changed = { ...account, bankBin: '970405', number: '1500205123456' }
      expect((await give(changed)).data.group.refundAccount.hint).toBe('Agribank •••3456')
      expect(await messages('refund_account_given')).toHaveLength(2)

      const kept = await rows<{ row: string }>(
        `SELECT row_to_json(a)::text AS row FROM refund_account a UNION ALL SELECT row_to_json(d)::text FROM dispatch_message d`,
      )
      for (const { row } of kept)
        for (const number of ['0071000987654', '1500205123456']) expect(row).not.toContain(number)

      const listed = await call('GET', '/admin/refunds?limit=200', { token: admin })
      expect(listed.data.refunds.find((each: { id: string }) => each.id === id)).toMatchObject({
        account: 'Agribank •••3456',
        amount: TEA_PRICE,
      })
      const shown = await show()
      expect(shown.data.transfer).toMatchObject({
        ...{ bankBin: '970405', bankName: 'Agribank', number: '1500205123456', holder: 'NGUYEN THI HOA' },
        amount: TEA_PRICE,
      })
      expect(shown.data.transfer.payload).toContain('1500205123456')
      expect(shown.data.transfer.qr.path.length).toBeGreaterThan(500)
      const audits = await rows<{ actor_type: string }>(
        `SELECT actor_type FROM audit_entry WHERE verb = 'refund_account:read' AND subject_id = ?`,
        [id],
      )
      expect(audits).toEqual([{ actor_type: 'user' }])

      const confirm = () =>
        call('POST', `/admin/refunds/${id}/confirm`, { token: admin, body: { paidReference: 'FT26328001' } })
      expect((await Promise.all([confirm(), confirm()])).map(({ status }) => status).sort()).toEqual([200, 409])
      const late = await give(account)
      expect([late.status, late.data.error.code]).toEqual([409, 'refund_account_closed'])
      expect((await show()).status).toBe(409)
      expect(await messages('refund_done')).toHaveLength(1)
      const [entry] = await rows<{ credit: string; amount: string }>(
        `SELECT credit, amount FROM ledger_entry WHERE kind = 'refund_done' AND refund_id = ?`,
        [id],
      )
      expect(entry).toMatchObject({ credit: 'bank:main', amount: String(TEA_PRICE) })

      const day = (days: number) => new Date(Date.now() + days * 86_400_000)
      await eraseOldData(getContainer(), day(29))
      expect(await rows('SELECT 1 FROM refund_account WHERE sealed IS NOT NULL AND refund_id = ?', [id])).toHaveLength(
        1,
      )
      await eraseOldData(getContainer(), day(31))
      expect(await rows('SELECT sealed, hint FROM refund_account WHERE refund_id = ?', [id])).toEqual([
        { sealed: null, hint: '' },
      ])
      await trialBalance()
    } finally {
      process.stdout.write = write
    }
    for (const number of ['0071000987654', '0071 000 987 654', '1500205123456', 'NGUYEN THI HOA']) {
      expect(logged.filter((line) => line.includes(number))).toEqual([])
    }
  })

  it('takes orders from confirmation to delivery, and back', { timeout: 240_000 }, async () => {
    const failed: string[] = []
    for (const [name, work] of chapters) {
      await work().catch((error: unknown) => failed.push(`${name}: ${error instanceof Error ? error.stack : error}`))
    }
    expect(chapters).toHaveLength(16)
    expect(failed).toEqual([])
  })

  function traceService() {
    return { url: process.env.TRACE_URL ?? '', token: process.env.TRACE_INTERNAL_TOKEN ?? '' }
  }
})

async function picture(): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
}
