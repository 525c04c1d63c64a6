import { randomUUID } from 'node:crypto'
import type { PlaceAnswer } from '../src/checkout/place-cart'
import type { CartReview } from '../src/checkout/review-cart'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { addSecondProducer, makeSampleShop } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { eraseCustomer } = loadSource<typeof import('../src/customers/erase-customer')>('./src/customers/erase-customer')
const { eraseOldData } = loadSource<typeof import('../src/customers/erase-old-data')>('./src/customers/erase-old-data')
const { exportCustomer } = loadSource<typeof import('../src/customers/export-customer')>(
  './src/customers/export-customer',
)
const { shopLogger } = loadSource<typeof import('../src/logging/shop-logger')>('./src/logging/shop-logger')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  email: 'hoa@example.com',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}
const PEOPLE = [
  ['tra@example.com', 'htx-son-tra', 'owner', 'Chị Mai'],
  ['goi@example.com', 'htx-son-tra', 'packer', 'Anh Ba'],
  ['so@example.com', 'htx-son-tra', 'bookkeeper', 'Cô Tư'],
  ['sen@example.com', '', 'owner', 'Chị Sen'],
] as const

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let lotus: string
  let admin = ''
  const tokens: Record<string, string> = {}

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    lotus = String((await addSecondProducer(getContainer(), shop)).variantIds[0])
    admin = await adminToken({ getContainer, api })
    for (const [email, handle, role, name] of PEOPLE) {
      const [producer] = await rows<{ id: string }>(
        `SELECT id FROM producer WHERE handle ${handle === '' ? '<>' : '='} 'htx-son-tra' LIMIT 1`,
      )
      await createProducerMemberWorkflow(getContainer()).run({
        input: { producerId: producer?.id ?? '', name, email, password: PASSWORD, role },
      })
      tokens[email] = await signInAs(call, 'producer', email)
    }
    await dbUtils.snapshot()
  })

  /** Each call comes from an address of its own: what is tried here is the rule of a conversation, not the one of an address. */
  let visitors = 0
  const store = (
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    visitors += 1
    const visitor = `198.51.${Math.floor(visitors / 200)}.${visitors % 200}`
    return call(method, url, {
      ...{ body, headers: { 'x-publishable-api-key': shop.publishableKey, 'x-forwarded-for': visitor, ...headers } },
    })
  }
  async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await dbConnection.raw(sql, values as never[])).rows
  }

  interface Bought {
    groupId: string
    token: string
    orderId: string
    otherOrderId: string
    no: string
  }
  /** One group with tea of the first producer and lotus of the second. */
  async function bought(method: 'cod' | 'bank_transfer' = 'cod'): Promise<Bought> {
    const cart = (await store('POST', '/store/carts', {})).data.cart.id as string
    for (const variantId of [shop.tea.variantIds[0], lotus])
      await store('POST', `/store/carts/${cart}/line-items`, { variant_id: variantId, quantity: 1 })
    const review: CartReview = (await store('POST', `/store/carts/${cart}/delivery`, DELIVERY)).data
    const placed = (
      await store(
        'POST',
        `/store/carts/${cart}/place`,
        { expectedTotal: review.total, method },
        { 'idempotency-key': randomUUID() },
      )
    ).data as PlaceAnswer
    const orders = await rows<{ order_id: string; position: number }>(
      `SELECT o.order_id, o.position FROM seller_order o JOIN producer p ON p.id = o.producer_id WHERE o.group_id = ?
       ORDER BY (p.handle = 'htx-son-tra') DESC`,
      [placed.groupId],
    )
    return {
      ...{ groupId: placed.groupId, token: placed.token, no: `${placed.displayNo}/${orders[0]?.position}` },
      ...{ orderId: orders[0]?.order_id ?? '', otherOrderId: orders[1]?.order_id ?? '' },
    }
  }

  const path = ({ groupId, orderId }: Pick<Bought, 'groupId' | 'orderId'>) =>
    `/store/order-groups/${groupId}/orders/${orderId}/messages`
  const ask = (text: string, key: string = randomUUID()) => ({ key, text })
  const buyerSays = (order: Bought, text: string, key?: string) =>
    store('POST', path(order), ask(text, key), { 'x-order-token': order.token })
  const buyerSees = (order: Bought, more = '') =>
    store('GET', `${path(order)}${more}`, undefined, { 'x-order-token': order.token })
  const buyerReads = (order: Bought, upTo: number) =>
    store('POST', `${path(order)}/read`, { upTo }, { 'x-order-token': order.token })
  const desk = (order: Pick<Bought, 'orderId'>, rest = '') => `/producer/orders/${order.orderId}/messages${rest}`
  const sellerSays = (order: Pick<Bought, 'orderId'>, text: string, who = 'tra@example.com', key?: string) =>
    call('POST', desk(order), { token: tokens[who] ?? '', body: ask(text, key) })
  const sellerSees = (order: Pick<Bought, 'orderId'>, who = 'tra@example.com') =>
    call('GET', desk(order), { token: tokens[who] ?? '' })
  const sellerReads = (order: Pick<Bought, 'orderId'>, upTo: number, who = 'tra@example.com') =>
    call('POST', desk(order, '/read'), { token: tokens[who] ?? '', body: { upTo } })
  const toldOf = (order: Bought) =>
    rows<{ params: { from: string }; hint: string }>(
      `SELECT params, hint FROM dispatch_message WHERE kind = 'message_received' AND params->>'displayNo' = ? ORDER BY id`,
      [order.no],
    )

  it('goes both ways, each side with its own names, and is seen when it was read', async () => {
    const order = await bought()
    expect((await buyerSees(order)).data).toMatchObject({
      messages: [],
      state: 'open',
      until: null,
      unread: 0,
      older: null,
    })
    expect((await buyerSays(order, '  Chị ơi,\r\nkhi nào gửi hàng ạ?  ')).status).toBe(201)
    expect((await sellerSees(order)).data).toMatchObject({
      ...{ number: order.no, unread: 1 },
      messages: [{ no: 1, mine: false, text: 'Chị ơi,\nkhi nào gửi hàng ạ?', fresh: true, author: null }],
    })
    expect((await buyerSees(order)).data.messages).toMatchObject([{ mine: true, seen: false, fresh: false }])
    expect((await sellerReads(order, 1)).status).toBe(200)
    expect((await buyerSees(order)).data.messages).toMatchObject([{ seen: true }])
    expect((await sellerSays(order, 'Mai em gửi ạ.', 'goi@example.com')).status).toBe(201)
    expect((await sellerSees(order)).data.messages[1]).toMatchObject({ mine: true, author: 'Anh Ba', seen: false })
    const seen = (await buyerSees(order)).data
    expect(seen).toMatchObject({ unread: 1, messages: [{}, { mine: false, text: 'Mai em gửi ạ.', fresh: true }] })
    expect(seen.messages[1].author).toBeNull()
    const group = await store('GET', `/store/order-groups/${order.groupId}`, undefined, {
      'x-order-token': order.token,
    })
    const unread = group.data.group.orders.map((part: { unreadMessages: number }) => part.unreadMessages)
    expect(unread.sort()).toEqual([0, 1])
  })

  it('is of the buyer and the seller of that order alone', async () => {
    const order = await bought()
    const stranger = await bought()
    await buyerSays(order, 'Chỉ hai bên đọc được.')
    expect((await store('GET', path(order))).status).toBe(401)
    expect((await store('POST', path(order), ask('Chào'))).status).toBe(401)
    for (const answer of [
      await buyerSees({ ...order, token: stranger.token }),
      await buyerSays({ ...order, token: stranger.token }, 'Chào'),
      await buyerReads({ ...order, token: stranger.token }, 1),
    ]) {
      expect(answer.status).toBe(403)
    }
    for (const answer of [
      await buyerSees({ ...order, orderId: stranger.orderId }),
      await buyerSays({ ...order, orderId: stranger.orderId }, 'Chào'),
      await buyerReads({ ...order, orderId: stranger.orderId }, 1),
    ]) {
      expect(answer.status).toBe(404)
    }
    const lines: string[] = []
    const write = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
      lines.push(String(line))
      return true
    })
    shopLogger.setLogLevel('warn')
    const foreign = [
      await sellerSees(order, 'sen@example.com'),
      await sellerSays(order, 'Chào', 'sen@example.com'),
      await sellerReads(order, 1, 'sen@example.com'),
    ]
    shopLogger.unsetLogLevel()
    write.mockRestore()
    expect(foreign.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(lines.filter((line) => line.includes(order.orderId) && line.includes('security'))).toHaveLength(3)
    expect((await sellerSees({ orderId: order.otherOrderId }, 'sen@example.com')).data.messages).toEqual([])
    expect(await rows('SELECT order_id, body FROM order_message')).toEqual([
      { order_id: order.orderId, body: 'Chỉ hai bên đọc được.' },
    ])
  })

  it('is written by who may confirm orders; the others read, and leave the mark alone', async () => {
    const order = await bought()
    await buyerSays(order, 'Còn hàng không ạ?')
    expect((await sellerSees(order, 'so@example.com')).data.messages).toHaveLength(1)
    expect((await sellerSays(order, 'Còn ạ', 'so@example.com')).data.error).toMatchObject({ code: 'role_may_not' })
    expect((await sellerReads(order, 1, 'so@example.com')).status).toBe(403)
    expect((await sellerSees(order)).data.unread).toBe(1)
  })

  it('is one message when it is sent again with its key, or in the same words within a minute by the same person', async () => {
    const order = await bought()
    const key = randomUUID()
    const first = await buyerSays(order, 'Giao giờ hành chính nhé.', key)
    expect((await buyerSays(order, 'Đã sửa trên trang cũ.', key)).data.id).toBe(first.data.id)
    expect((await buyerSays(order, ' Giao giờ hành chính nhé.\n')).data.id).toBe(first.data.id)
    expect((await sellerSays(order, 'Chào', 'tra@example.com', key)).status).toBe(409)
    // The same words of another person are another message.
    expect((await sellerSays(order, 'Vâng ạ.')).status).toBe(201)
    expect((await sellerSays(order, 'Vâng ạ.', 'goi@example.com')).status).toBe(201)
    expect((await sellerSees(order)).data.messages).toHaveLength(3)
    await rows(`UPDATE order_message SET written_at = written_at - interval '61 seconds'`)
    expect((await buyerSays(order, 'Giao giờ hành chính nhé.')).data.id).not.toBe(first.data.id)
    expect((await sellerSees(order)).data.messages).toHaveLength(4)
  })

  it('loses none and numbers each once when many are sent at the same moment', async () => {
    const order = await bought()
    const texts = Array.from({ length: 12 }, (_, at) => `Tin ${at}`)
    const again = randomUUID()
    const answers = await Promise.all([
      ...texts.flatMap((text) => [buyerSays(order, `Mua: ${text}`), sellerSays(order, `Bán: ${text}`)]),
      ...Array.from({ length: 4 }, () => buyerSays(order, 'Một lần thôi', again)),
    ])
    expect(answers.map(({ status }) => status).filter((status) => status !== 201)).toEqual([])
    const messages: { no: number; text: string }[] = (await sellerSees(order)).data.messages
    expect(messages.map(({ no }) => no)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1))
    expect(messages.map(({ text }) => text).sort()).toEqual(
      [...texts.flatMap((text) => [`Mua: ${text}`, `Bán: ${text}`]), 'Một lần thôi'].sort(),
    )
  })

  it('takes 20 of a side in an hour, and says so', async () => {
    const order = await bought()
    for (let at = 1; at <= 20; at += 1) expect((await buyerSays(order, `Tin ${at}`)).status).toBe(201)
    const refused = await buyerSays(order, 'Tin 21')
    expect([refused.status, refused.data.error.code, refused.data.error.field]).toEqual([
      429,
      'message_too_many',
      'text',
    ])
    expect((await sellerSays(order, 'Từ từ ạ.')).status).toBe(201)
    await rows(`UPDATE order_message SET written_at = written_at - interval '1 hour'`)
    expect((await buyerSays(order, 'Tin 21')).status).toBe(201)
  })

  it('refuses what is no message, and keeps nothing of it', async () => {
    const order = await bought()
    for (const text of ['', ' \n\t ', '\u0000\u202E', 'x'.repeat(2_001)]) {
      const answer = await buyerSays(order, text)
      expect([answer.status, answer.data.error.code, answer.data.error.field]).toEqual([400, 'message_text', 'text'])
    }
    expect((await buyerSays(order, 'Chào', 'khong-phai-uuid')).status).toBe(400)
    expect((await buyerSays(order, `${'x'.repeat(1_999)}\r\n \u0000`)).status).toBe(201)
    expect(await rows('SELECT length(body) AS length FROM order_message')).toEqual([{ length: 1_999 }])
  })

  it('begins when the seller knows of the order, and ends 180 days after it was delivered or canceled', async () => {
    const unpaid = await bought('bank_transfer')
    expect((await buyerSees(unpaid)).data.state).toBe('unpaid')
    expect((await buyerSays(unpaid, 'Chào')).data.error).toMatchObject({ code: 'message_unpaid' })
    expect((await sellerSees(unpaid)).status).toBe(404)
    const order = await bought()
    await buyerSays(order, 'Tin trong hạn')
    for (const [state, column] of [
      ['delivered', 'delivered_at'],
      ['canceled', 'closed_at'],
    ]) {
      const end = (days: number) =>
        rows(`UPDATE seller_order SET state = ?, ${column} = now() - make_interval(days => ?) WHERE order_id = ?`, [
          ...[state, days, order.orderId],
        ])
      await end(179)
      expect((await sellerSays(order, `Vẫn nhắn được: ${state}`)).status).toBe(201)
      await end(181)
      for (const answer of [await sellerSays(order, 'Muộn'), await buyerSays(order, 'Muộn')]) {
        expect([answer.status, answer.data.error.code]).toEqual([409, 'message_over'])
      }
      expect((await buyerSees(order)).data).toMatchObject({ state: 'over', messages: [{ text: 'Tin trong hạn' }, {}] })
      await rows('DELETE FROM order_message WHERE no > 1')
      await rows('UPDATE order_conversation SET last_no = 1, seller_last_no = 0')
    }
  })

  it('tells the other side once until they have read, and keeps the words to the site', async () => {
    const order = await bought()
    for (const text of ['Một', 'Hai', 'Ba']) await buyerSays(order, text)
    expect((await toldOf(order)).map(({ params }) => params.from)).toEqual(['Người mua'])
    await sellerReads(order, 2)
    await buyerSays(order, 'Bốn: vẫn còn tin ba chưa đọc')
    expect(await toldOf(order)).toHaveLength(1)
    await sellerReads(order, 4)
    await buyerSays(order, 'Năm')
    expect(await toldOf(order)).toHaveLength(2)
    await sellerSays(order, 'Trả lời một')
    await sellerSays(order, 'Trả lời hai')
    const told = await toldOf(order)
    expect(told).toHaveLength(3)
    expect(told[2]?.hint).toBe('h•••@example.com')
    expect(JSON.stringify(await rows('SELECT params FROM dispatch_message'))).not.toContain('Trả lời')
  })

  it('keeps read marks that go forward only, and never beyond what was written', async () => {
    const order = await bought()
    expect((await sellerReads(order, 1)).status).toBe(200)
    for (const text of ['Một', 'Hai', 'Ba']) await buyerSays(order, text)
    await sellerReads(order, 1_000_000)
    await sellerReads(order, 1)
    expect(
      await rows('SELECT seller_read_no, seller_read_at IS NOT NULL AS at, buyer_read_no FROM order_conversation'),
    ).toEqual([{ seller_read_no: 3, at: true, buyer_read_no: 0 }])
    expect((await sellerReads(order, 0)).status).toBe(400)
  })

  it('stands in the seller’s list and is counted until it is read', async () => {
    const order = await bought()
    const token = tokens['tra@example.com'] ?? ''
    await buyerSays(order, 'Một')
    await buyerSays(order, 'Hai')
    const unread = async () => (await call('GET', '/producer/orders?filter=unread', { token })).data
    expect(await unread()).toMatchObject({
      orders: [{ orderId: order.orderId, unreadMessages: 2 }],
      counts: { unread: 1 },
    })
    expect(
      (await call('GET', '/producer/orders?filter=unread', { token: tokens['sen@example.com'] ?? '' })).data,
    ).toMatchObject({
      orders: [],
      counts: { unread: 0 },
    })
    await sellerReads(order, 2)
    expect(await unread()).toMatchObject({ orders: [], counts: { unread: 0 } })
  })

  it('is read back page by page when there is much of it', async () => {
    const order = await bought()
    await buyerSays(order, 'Tin 1')
    await rows(
      `INSERT INTO order_message (id, order_id, no, key, side, body, written_at)
       SELECT 'omsg_' || n, ?, n, gen_random_uuid()::text, 'buyer', 'Tin ' || n, now() - interval '2 hours' FROM generate_series(2, 120) n`,
      [order.orderId],
    )
    await rows('UPDATE order_conversation SET last_no = 120, buyer_last_no = 120')
    const found: number[] = []
    for (let before: number | null = null, page = 0; page < 5; page += 1) {
      const { data } = await buyerSees(order, before === null ? '' : `?before=${before}`)
      found.unshift(...data.messages.map(({ no }: { no: number }) => no))
      before = data.older
      if (before === null) break
    }
    expect(found).toEqual(Array.from({ length: 120 }, (_, at) => at + 1))
  })

  it('is read by the operator on record, who may hide it on a ground; both sides see that it was hidden, not what it said', async () => {
    const order = await bought()
    await buyerSays(order, 'Chuyển khoản riêng cho tôi nhé')
    await sellerSays(order, 'Không ạ.')
    const read = (asked: string, token = admin) =>
      call('POST', '/admin/order-conversations', {
        token,
        body: { order: asked, because: 'complaint', reference: 'cmpl_1' },
      })
    expect((await read(order.no, tokens['tra@example.com'])).status).toBe(401)
    expect((await read('SL-0000-KHONGCO')).data).toEqual({ conversations: [] })
    expect(await rows(`SELECT 1 FROM audit_entry WHERE verb = 'conversation:read'`)).toEqual([])
    for (const asked of [order.no.toLowerCase(), order.orderId, order.no.replace(/\/\d+$/, '')]) {
      expect((await read(asked)).data.conversations).toMatchObject([
        {
          orderId: order.orderId,
          messages: [{ side: 'buyer', text: 'Chuyển khoản riêng cho tôi nhé' }, { author: 'Chị Mai' }],
        },
      ])
    }
    expect(await rows(`SELECT subject_id, details FROM audit_entry WHERE verb = 'conversation:read'`)).toEqual(
      Array.from({ length: 3 }, () => ({
        subject_id: order.orderId,
        details: { because: 'complaint', reference: 'cmpl_1' },
      })),
    )
    const { id } = (await buyerSees(order)).data.messages[0]
    const decide = (body: Record<string, unknown>, token = admin) =>
      call('POST', `/admin/order-messages/${id}`, { token, body })
    expect((await decide({ state: 'hidden' })).data).toMatchObject({ type: 'message_ground' })
    expect((await decide({ state: 'hidden', reason: 'complains' })).status).toBe(400)
    expect((await decide({ state: 'hidden', reason: 'outside_payment' }, tokens['tra@example.com'])).status).toBe(401)
    for (let twice = 0; twice < 2; twice += 1) {
      expect((await decide({ state: 'hidden', reason: 'outside_payment' })).status).toBe(200)
    }
    for (const answer of [await buyerSees(order), await sellerSees(order)]) {
      expect(answer.data.messages[0]).toMatchObject({ state: 'hidden', text: null, hideReason: 'outside_payment' })
      expect(JSON.stringify(answer.data)).not.toContain('Chuyển khoản riêng')
    }
    expect((await read(order.no)).data.conversations[0].messages[0]).toMatchObject({
      ...{ text: 'Chuyển khoản riêng cho tôi nhé', hideReason: 'outside_payment' },
    })
    expect(await rows(`SELECT params FROM dispatch_message WHERE kind = 'message_hidden'`)).toEqual([
      { params: { displayNo: order.no, reason: 'đề nghị trả tiền ngoài sàn' } },
    ])
    expect((await decide({ state: 'shown' })).status).toBe(200)
    expect((await sellerSees(order)).data.messages[0]).toMatchObject({
      state: 'shown',
      text: 'Chuyển khoản riêng cho tôi nhé',
    })
    expect(await rows(`SELECT verb FROM audit_entry WHERE subject_id = ? ORDER BY at`, [id])).toEqual([
      { verb: 'message:hide' },
      { verb: 'message:show' },
    ])
  })

  it('loses the buyer’s words with their account, save where there was a dispute, and all words when their time is over', async () => {
    const container = getContainer()
    const plain = await bought()
    const disputed = await bought()
    for (const order of [plain, disputed]) {
      await buyerSays(order, 'Số của tôi là 0912 345 678')
      await sellerSays(order, 'Em gọi lại ạ.')
      await rows('UPDATE order_group SET customer_id = ? WHERE id = ?', ['cus_hoa', order.groupId])
    }
    await rows(
      `INSERT INTO return_request (id, key, order_id, group_id, producer_id, kind, reason, goods_amount, freight_amount, asked_at)
       VALUES ('rret_1', 'khoa-yeu-cau', ?, ?, 'prod', 'return', 'damaged', 1000, 0, now())`,
      [disputed.orderId, disputed.groupId],
    )
    await rows(
      `INSERT INTO dispute (id, request_id, order_id, producer_id, statement, opened_at) VALUES ('dspt_1', 'rret_1', ?, 'prod', 'Hàng hỏng', now())`,
      [disputed.orderId],
    )
    const copy = await exportCustomer(container, 'cus_hoa', new Date())
    expect(copy.data.order_message).toHaveLength(2)
    expect(JSON.stringify(copy.data.order_message)).not.toContain('Em gọi lại')
    await eraseCustomer(container, 'cus_hoa', 'dreq_1')
    await eraseCustomer(container, 'cus_hoa', 'dreq_1')
    const texts = async (order: Bought) =>
      (await sellerSees(order)).data.messages.map((message: { state: string; text: string | null }) => [
        message.state,
        message.text,
      ])
    expect(await texts(plain)).toEqual([
      ['erased', null],
      ['shown', 'Em gọi lại ạ.'],
    ])
    expect(await texts(disputed)).toEqual([
      ['shown', 'Số của tôi là 0912 345 678'],
      ['shown', 'Em gọi lại ạ.'],
    ])
    expect(await eraseOldData(container, new Date())).not.toHaveProperty('order_message')
    const later = new Date(Date.now() + 4 * 365 * 86_400_000)
    expect(await eraseOldData(container, later)).toMatchObject({ order_message: 3 })
    expect(await rows('SELECT 1 FROM order_message WHERE body IS NOT NULL')).toEqual([])
  })
})
