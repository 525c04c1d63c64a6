import { randomUUID } from 'node:crypto'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { CartReview } from '../src/checkout/review-cart'
import { STAY_CONSENT } from '../src/stays/consent'
import { dayPlus } from '../src/stays/stay-rules'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { addSecondProducer, listed, makeSampleShop } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { createListedProductsWorkflow } = loadSource<
  typeof import('../src/workflows/listing/workflows/create-listed-products')
>('./src/workflows/listing/workflows/create-listed-products')
const { adoptSeedRules } = loadSource<typeof import('./sample-rules')>('./integration-tests/sample-rules')
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')
const { expireStays } = loadSource<typeof import('../src/stays/expire-stays')>('./src/stays/expire-stays')
const { eraseOldData } = loadSource<typeof import('../src/customers/erase-old-data')>('./src/customers/erase-old-data')

const HANDLE = 'homestay-suoi-mo'
const today = vietnamDay(new Date())
const day = (ahead: number) => dayPlus(today, ahead)
const OFFER = { price: 1_200_000, included: 'Hai đêm, ba bữa cơm.', words: 'Nhà có chó, đừng ngại.', until: day(5) }

interface Asked {
  id: string
  token: string
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let place: { id: string; variantIds: string[] }
  let admin = ''
  let host = ''
  let packer = ''
  let bookkeeper = ''
  let otherHost = ''
  let visitors = 0

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    await adoptSeedRules(getContainer())
    await addSecondProducer(getContainer(), shop)
    const homestay = listed(HANDLE, 'Homestay Suối Mơ', 450_000, 0)
    const { result } = await createListedProductsWorkflow(getContainer()).run({
      input: {
        salesChannelIds: [shop.salesChannelId],
        stockLocationId: shop.stockLocationId,
        shippingProfileId: shop.shippingProfileId,
        products: [{ ...homestay, listing: { ...homestay.listing, sector: 'tourism' as const } }],
      },
    })
    if (!result[0]) throw new Error('The homestay was not made.')
    place = result[0]
    admin = await adminToken({ getContainer, api })
    const producers = await rows<{ id: string }>('SELECT id FROM producer ORDER BY (handle = ?) DESC', ['htx-son-tra'])
    for (const [index, email, role] of [
      [0, 'chunha@example.com', 'owner'],
      [0, 'dong-goi@example.com', 'packer'],
      [0, 'so-sach@example.com', 'bookkeeper'],
      [1, 'sen@example.com', 'owner'],
    ] as const) {
      await createProducerMemberWorkflow(getContainer()).run({
        input: { producerId: producers[index]?.id ?? '', name: 'Chị Mai', email, password: PASSWORD, role },
      })
    }
    host = await signInAs(call, 'producer', 'chunha@example.com')
    packer = await signInAs(call, 'producer', 'dong-goi@example.com')
    bookkeeper = await signInAs(call, 'producer', 'so-sach@example.com')
    otherHost = await signInAs(call, 'producer', 'sen@example.com')
    await dbUtils.snapshot()
  })

  /** Every question comes from an address of its own: nobody asks more often than people do. */
  const store = (
    method: string,
    url: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    visitors += 1
    const visitor = `198.51.${Math.floor(visitors / 250)}.${(visitors % 250) + 1}`
    const own = { 'x-publishable-api-key': shop.publishableKey, 'x-forwarded-for': visitor }
    return call(method, url, { body, headers: { ...own, ...headers } })
  }
  async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await dbConnection.raw(sql, values as never[])).rows
  }
  const ask = (change: Record<string, unknown> = {}) =>
    store('POST', '/store/stay-enquiries', {
      ...{ requestKey: randomUUID(), handle: HANDLE, fromDay: day(10), toDay: day(12), adults: 2, children: 1 },
      ...{ name: 'Nguyễn Thị Hoa', phone: '0912 345 678', email: 'hoa@example.com', note: 'Có em bé.' },
      ...{ consent: STAY_CONSENT.version, ...change },
    })
  const asked = async (change: Record<string, unknown> = {}): Promise<Asked> => (await ask(change)).data
  const read = async ({ id, token }: Asked) =>
    (await store('GET', `/store/stay-enquiries/${id}`, undefined, { 'x-link-token': token })).data.stay
  const buyer = ({ id, token }: Asked, deed: string, body: unknown = {}) =>
    store('POST', `/store/stay-enquiries/${id}/${deed}`, body, { 'x-link-token': token })
  const accept = (stay: Asked, offerNo = 1) => buyer(stay, 'accept', { offerNo })
  const answer = ({ id }: Asked, deed: string, body: unknown, token = host) =>
    call('POST', `/producer/stays/${id}/${deed}`, { token, body })
  const offer = (stay: Asked, change: Record<string, unknown> = {}, token = host) =>
    answer(stay, 'offer', { ...OFFER, ...change }, token)
  const offered = async (change: Record<string, unknown> = {}) => {
    const stay = await asked(change)
    expect((await offer(stay)).status).toBe(200)
    return stay
  }
  const calendar = (url: string, body: unknown, token = host) =>
    call('POST', `/producer/stay-calendars/${place.id}${url}`, { token, body })
  const codeOf = ({ data }: Answer) => data.error?.code
  const told = (kind: string) =>
    rows<{ kind: string; channel: string }>('SELECT kind, channel FROM dispatch_message WHERE kind = ?', [kind])

  it('is not sold through a cart, neither in a new one nor added to one', async () => {
    const [variant] = place.variantIds
    const cart = (await store('POST', '/store/carts', {})).data.cart.id as string
    const line = await store('POST', `/store/carts/${cart}/line-items`, { variant_id: variant, quantity: 1 })
    expect([line.status, codeOf(line)]).toEqual([422, 'stay_not_in_cart'])
    expect(line.data.error.message).toContain('Hỏi đặt chỗ')
    const whole = await store('POST', '/store/carts', { items: [{ variant_id: variant, quantity: 1 }] })
    expect(codeOf(whole)).toBe('stay_not_in_cart')
    const tea = { variant_id: shop.tea.variantIds[0], quantity: 1 }
    expect((await store('POST', `/store/carts/${cart}/line-items`, tea)).status).toBe(200)
    // A cart from before the product became a stay cannot be ordered.
    await rows(`UPDATE listing_detail SET sector = 'tourism' WHERE product_id = ?`, [shop.tea.id])
    const review: CartReview = (await store('GET', `/store/carts/${cart}/review`)).data
    expect(review).toMatchObject({ ready: false, lines: [{ problem: 'withdrawn' }] })
  })

  it('goes from a question over an offer to a stay, and tells both sides each time', async () => {
    const stay = await asked()
    expect(await told('stay_asked')).toEqual([{ kind: 'stay_asked', channel: 'email' }])
    expect(await told('stay_received')).toHaveLength(1)
    expect(await read(stay)).toMatchObject({
      state: 'asked',
      nights: 2,
      offer: null,
      deeds: ['offer', 'decline', 'withdraw'],
    })
    const list = await call('GET', '/producer/stays', { token: host })
    expect(list.data).toMatchObject({
      count: 1,
      stays: [{ id: stay.id, adults: 2, children: 1 }],
      counts: { asked: 1 },
    })
    expect((await call('GET', '/producer/today', { token: host })).data.stays).toEqual({
      asked: 1,
      toClose: 0,
      host: true,
    })
    // Beds are no stock that runs out.
    expect(JSON.stringify((await call('GET', '/producer/today', { token: host })).data.low)).not.toContain('Homestay')
    expect(JSON.stringify((await call('GET', '/producer/stock', { token: host })).data)).not.toContain('Homestay')
    expect((await call('GET', `/producer/stays/${stay.id}`, { token: host })).data.stay).toMatchObject({
      ...{ phone: '0912345678', email: 'hoa@example.com', note: 'Có em bé.', freeGuests: null },
    })
    expect((await offer(stay)).status).toBe(200)
    expect(await read(stay)).toMatchObject({ state: 'offered', offer: { no: 1, price: 1_200_000, until: day(5) } })
    expect(await read(stay)).not.toHaveProperty('phone')
    expect(await told('stay_offered')).toHaveLength(1)
    expect((await accept(stay)).data.stay.state).toBe('accepted')
    expect((await accept(stay)).status).toBe(200)
    expect(await told('stay_accepted')).toHaveLength(2)
    expect(codeOf(await answer(stay, 'close', { outcome: 'done' }))).toBe('stay_not_over')
    await rows('UPDATE stay_enquiry SET from_day = ?, to_day = ?, offer_until = ?', [day(-2), day(0), day(-3)])
    expect((await call('GET', '/producer/today', { token: host })).data.stays).toEqual({
      asked: 0,
      toClose: 1,
      host: true,
    })
    expect((await answer(stay, 'close', { outcome: 'done' })).status).toBe(200)
    expect(await read(stay)).toMatchObject({ state: 'done', deeds: [] })
    expect(codeOf(await answer(stay, 'close', { outcome: 'no_show' }))).toBe('stay_state')
  })

  it('names the field that is wrong in a sentence, and keeps nothing', async () => {
    for (const [change, code, field] of [
      [{ fromDay: day(-1) }, 'stay_from_past', 'fromDay'],
      [{ fromDay: day(366), toDay: day(367) }, 'stay_too_far', 'fromDay'],
      [{ toDay: day(9) }, 'stay_to_before', 'toDay'],
      [{ toDay: day(41) }, 'stay_too_long', 'toDay'],
      [{ fromDay: '2027-02-30' }, 'stay_days', 'fromDay'],
      [{ adults: 0 }, 'stay_guests', 'adults'],
      [{ adults: 150, children: 51 }, 'stay_guests', 'adults'],
      [{ name: 'H' }, 'stay_name', 'name'],
      [{ phone: '12345678' }, 'phone_invalid', 'phone'],
      [{ email: 'hoa' }, 'email_invalid', 'email'],
      [{ phone: '', email: '' }, 'stay_contact', 'phone'],
      [{ note: 'x'.repeat(1_001) }, 'stay_note', 'note'],
      [{ consent: 'khac' }, 'stay_consent', 'consent'],
    ] as const) {
      const refused = await ask(change)
      expect([refused.status, codeOf(refused), refused.data.error.field]).toEqual([400, code, field])
    }
    expect((await ask({ handle: 'che-shan-tuyet' })).status).toBe(404)
    expect(await rows('SELECT 1 FROM stay_enquiry')).toEqual([])
  })

  it('is opened by its own link alone', async () => {
    const mine = await asked()
    const other = await asked()
    for (const token of ['', other.token, `${mine.token}x`]) {
      const answered = await store('GET', `/store/stay-enquiries/${mine.id}`, undefined, { 'x-link-token': token })
      expect([answered.status, codeOf(answered)]).toEqual([404, 'not_found'])
      expect((await buyer({ id: mine.id, token }, 'withdraw')).status).toBe(404)
    }
    const far = await asked({ fromDay: day(360), toDay: day(362) })
    const [expiry] = far.token.split('.')
    const until = Number(Buffer.from(String(expiry), 'base64url').toString()) * 1000
    expect(vietnamDay(new Date(until)) >= day(362 + 180)).toBe(true)
  })

  it('sent twice is one enquiry, also at the same moment', async () => {
    const requestKey = randomUUID()
    const answers = await Promise.all(Array.from({ length: 8 }, () => asked({ requestKey })))
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1)
    expect(await rows('SELECT 1 FROM stay_enquiry')).toHaveLength(1)
    expect(await told('stay_asked')).toHaveLength(1)
  })

  it('is slowed down where one address asks too often', async () => {
    const visitor = { 'x-forwarded-for': '203.0.113.77' }
    const answers: number[] = []
    for (let no = 0; no < 7; no += 1) answers.push((await store('POST', '/store/stay-enquiries', {}, visitor)).status)
    expect(answers.slice(0, 5)).toEqual([400, 400, 400, 400, 400])
    expect(answers.slice(5)).toEqual([429, 429])
  })

  it('is answered by its host alone, and by those whose role has to do with it', async () => {
    const stay = await asked()
    expect((await offer(stay, {}, otherHost)).status).toBe(404)
    expect((await call('GET', `/producer/stays/${stay.id}`, { token: otherHost })).status).toBe(404)
    expect((await call('GET', '/producer/stays', { token: otherHost })).data.count).toBe(0)
    expect((await call('GET', '/producer/stay-calendars', { token: otherHost })).data.places).toEqual([])
    expect((await calendar('', { guestsPerDay: 3 }, otherHost)).status).toBe(404)
    expect(codeOf(await offer(stay, {}, packer))).toBe('role_may_not')
    expect(codeOf(await answer(stay, 'decline', { reason: 'Nhà bận việc họ.' }, bookkeeper))).toBe('role_may_not')
    for (const [change, field] of [
      [{ price: -1 }, 'price'],
      [{ price: 1.5 }, 'price'],
      [{ included: '' }, 'included'],
      [{ until: day(-1) }, 'until'],
      [{ until: day(11) }, 'until'],
    ] as const) {
      const refused = await offer(stay, change)
      expect([refused.status, refused.data.error.field]).toEqual([400, field])
    }
    expect((await answer(stay, 'decline', { reason: 'Nhà bận việc họ.' }, packer)).status).toBe(200)
    expect(await read(stay)).toMatchObject({ state: 'declined', declineReason: 'Nhà bận việc họ.' })
    expect(await told('stay_declined')).toHaveLength(1)
    expect(codeOf(await offer(stay))).toBe('stay_state')
  })

  it('an offer said anew is accepted as it is now, not as it was', async () => {
    const stay = await offered()
    await offer(stay, { price: 1_500_000 })
    expect(codeOf(await accept(stay, 1))).toBe('stay_offer_changed')
    expect((await accept(stay, 2)).data.stay.offer).toMatchObject({ no: 2, price: 1_500_000 })
    expect(codeOf(await offer(stay))).toBe('stay_state')
  })

  it('of ten who accept at the same moment as many get a place as there is room', async () => {
    expect((await calendar('', { guestsPerDay: 10 })).status).toBe(200)
    const stays: Asked[] = []
    // Each takes two nights, every second one a day later: they share the night between.
    for (let no = 0; no < 10; no += 1) {
      stays.push(await offered({ fromDay: day(10 + (no % 2)), toDay: day(12 + (no % 2)), adults: 3, children: 0 }))
    }
    const answers = await Promise.all(stays.map((stay) => accept(stay)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter((each) => codeOf(each) === 'stay_full')).toHaveLength(7)
    const refused = stays[answers.findIndex(({ status }) => status !== 200)]
    const first = stays[answers.findIndex(({ status }) => status === 200)]
    if (!first || !refused) throw new Error('nobody was first')
    expect(codeOf(await offer(refused))).toBe('stay_full')
    const closed = await ask({ fromDay: day(11), toDay: day(12) })
    expect([closed.status, codeOf(closed)]).toEqual([409, 'stay_closed'])
    // Who does not come makes room.
    expect((await buyer(first, 'withdraw')).data.stay.state).toBe('withdrawn')
    expect(await told('stay_withdrawn')).toHaveLength(1)
    expect((await accept(refused)).status).toBe(200)
  })

  it('a closed day takes nobody, a day of its own its own number, and accepted stays are kept', async () => {
    const stay = await offered()
    await accept(stay)
    const form = async () => (await store('GET', `/store/stays/${HANDLE}`)).data.stay
    expect(await form()).toMatchObject({
      closed: [],
      today,
      lastDay: day(365),
      consent: { version: STAY_CONSENT.version },
    })
    expect((await calendar('/days', { fromDay: day(9), toDay: day(11), guests: 0 })).status).toBe(200)
    expect((await form()).closed).toEqual([{ fromDay: day(9), toDay: day(11) }])
    expect(codeOf(await ask({ fromDay: day(8), toDay: day(10) }))).toBe('stay_closed')
    expect((await ask({ fromDay: day(7), toDay: day(9) })).status).toBe(201)
    expect((await read(stay)).state).toBe('accepted')
    await calendar('/days', { fromDay: day(9), toDay: day(9), guests: 1 })
    await calendar('/days', { fromDay: day(10), toDay: day(11), guests: null })
    expect((await form()).closed).toEqual([])
    expect(codeOf(await ask({ fromDay: day(9), toDay: day(9) }))).toBe('stay_closed')
    const { data } = await call('GET', `/producer/stay-calendars/${place.id}?month=${day(10).slice(0, 7)}`, {
      token: host,
    })
    expect(data.calendar.days.find((each: { day: string }) => each.day === day(10))).toEqual({
      ...{ day: day(10), capacity: null, own: false, taken: 3 },
    })
    for (const [change, field] of [
      [{ fromDay: day(-1) }, 'fromDay'],
      [{ fromDay: day(5), toDay: day(4) }, 'toDay'],
      [{ toDay: day(366) }, 'toDay'],
      [{ guests: 1_001 }, 'guests'],
    ] as const) {
      const refused = await calendar('/days', Object.assign({ fromDay: day(1), toDay: day(2), guests: 4 }, change))
      expect([refused.status, refused.data.error.field]).toEqual([400, field])
    }
    expect((await call('GET', `/producer/stay-calendars/${shop.tea.id}`, { token: host })).status).toBe(404)
  })

  it('ends when nobody decides in time, on the page before the job has been there', async () => {
    const silent = await asked()
    const open = await offered()
    await rows('UPDATE stay_enquiry SET from_day = ?, to_day = ?, offer_until = ? WHERE state = ?', [
      ...[day(3), day(4), day(-1), 'offered'],
    ])
    await rows('UPDATE stay_enquiry SET from_day = ?, to_day = ? WHERE state = ?', [day(-1), day(0), 'asked'])
    for (const stay of [silent, open]) expect((await read(stay)).state).toBe('expired')
    expect(codeOf(await accept(open))).toBe('stay_state')
    expect(codeOf(await offer(silent))).toBe('stay_state')
    const ended = await Promise.all([1, 2, 3].map(() => expireStays(getContainer(), new Date())))
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect(await expireStays(getContainer(), new Date())).toBe(0)
    expect(await told('stay_expired')).toHaveLength(4)
    const past = await call('GET', '/producer/stays?filter=past', { token: host })
    expect(past.data).toMatchObject({ count: 2, counts: { asked: 0, offered: 0, past: 2 } })
  })

  it('is not offered or accepted while the producer may not sell, who may still turn guests down', async () => {
    const stay = await offered()
    const waiting = await asked()
    await rows(`UPDATE producer SET status = 'suspended'`)
    await rows(
      `INSERT INTO seller_suspension (id, producer_id, reason, since, suspended_by)
       SELECT 'ssus_1', producer_id, 'Thử', now(), 'user_1' FROM stay_enquiry LIMIT 1`,
    )
    expect(codeOf(await accept(stay))).toBe('stay_not_taken')
    expect((await offer(waiting)).status).toBe(403)
    expect((await answer(waiting, 'decline', { reason: 'Tạm ngừng đón khách.' })).status).toBe(200)
    expect((await ask()).status).toBe(404)
  })

  it('shows the operator what is asked and nobody’s name', async () => {
    const stay = await offered()
    await asked({ name: 'Người hỏi khác' })
    const all = (await call('GET', '/admin/stays', { token: admin })).data
    expect(all.count).toBe(2)
    expect(JSON.stringify(all)).not.toMatch(/Hoa|0912|hoa@/)
    const offers = (await call('GET', '/admin/stays?state=offered', { token: admin })).data
    expect(offers).toMatchObject({ count: 1, stays: [{ id: stay.id, price: 1_200_000, state: 'offered' }] })
  })

  it('forgets who asked 180 days after the last day, and keeps days, guests and price', async () => {
    const stay = await asked({ fromDay: day(1), toDay: day(3) })
    expect((await offer(stay, { until: day(1) })).status).toBe(200)
    const after = (days: number) => new Date(Date.parse(`${day(3 + days)}T05:00:00Z`))
    expect(await eraseOldData(getContainer(), after(180))).toEqual({})
    expect(await eraseOldData(getContainer(), after(181))).toEqual({ stay_enquiry: 1 })
    expect(await eraseOldData(getContainer(), after(181))).toEqual({})
    const [row] = await rows('SELECT name, phone, email, note, words, adults, price::int AS price FROM stay_enquiry')
    expect(row).toEqual({ name: null, phone: null, email: null, note: null, words: null, adults: 2, price: 1_200_000 })
    expect(await read(stay)).toMatchObject({ erased: true, name: null })
  })

  it('tells through the telephone who left no e-mail, without ever failing for it', async () => {
    await asked({ email: '' })
    expect(await told('stay_received')).toEqual([{ kind: 'stay_received', channel: 'phone' }])
  })
})
