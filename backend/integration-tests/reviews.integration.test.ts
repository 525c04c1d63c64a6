import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
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
const { writeReview, withdrawReview } =
  loadSource<typeof import('../src/reviews/write-review')>('./src/reviews/write-review')
const { decideReview } = loadSource<typeof import('../src/reviews/moderate-review')>('./src/reviews/moderate-review')
const { recountRatings } = loadSource<typeof import('../src/reviews/product-rating')>('./src/reviews/product-rating')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}
const SAID = { points: 4, body: 'Chè thơm, nước xanh, gói cẩn thận.', displayName: 'Chị Hoa' }

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let lotus: string
  let admin = ''
  let seller = ''
  let otherSeller = ''

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    lotus = String((await addSecondProducer(getContainer(), shop)).variantIds[0])
    admin = await adminToken({ getContainer, api })
    const producers = await rows<{ id: string }>('SELECT id FROM producer ORDER BY (handle = ?) DESC', ['htx-son-tra'])
    for (const [index, email] of ['tra@example.com', 'sen@example.com'].entries()) {
      await createProducerMemberWorkflow(getContainer()).run({
        input: {
          ...{ producerId: producers[index]?.id ?? '', name: 'Chị Mai', email },
          ...{ password: PASSWORD, role: 'owner' },
        },
      })
    }
    seller = await signInAs(call, 'producer', 'tra@example.com')
    otherSeller = await signInAs(call, 'producer', 'sen@example.com')
    await dbUtils.snapshot()
  })

  const store = (method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    call(method, url, { body, headers: { 'x-publishable-api-key': shop.publishableKey, ...headers } })
  async function rows<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await dbConnection.raw(sql, values as never[])).rows
  }

  interface Bought {
    groupId: string
    token: string
    orderId: string
    lineId: string
    otherOrderId: string
    otherLineId: string
  }
  /** One group with tea of the first producer and lotus of the second. */
  async function bought(): Promise<Bought> {
    const cart = (await store('POST', '/store/carts', {})).data.cart.id as string
    for (const variantId of [shop.tea.variantIds[0], lotus])
      await store('POST', `/store/carts/${cart}/line-items`, { variant_id: variantId, quantity: 1 })
    const review: CartReview = (await store('POST', `/store/carts/${cart}/delivery`, DELIVERY)).data
    const { groupId, token } = (
      await store(
        'POST',
        `/store/carts/${cart}/place`,
        { expectedTotal: review.total, method: 'cod' },
        { 'idempotency-key': randomUUID() },
      )
    ).data as PlaceAnswer
    const orders = await rows<{ order_id: string; item_id: string }>(
      `SELECT o.order_id, i.item_id FROM seller_order o JOIN order_item i ON i.order_id = o.order_id
       JOIN producer p ON p.id = o.producer_id WHERE o.group_id = ? ORDER BY (p.handle = 'htx-son-tra') DESC`,
      [groupId],
    )
    return {
      ...{ groupId, token, orderId: orders[0]?.order_id ?? '', lineId: orders[0]?.item_id ?? '' },
      ...{ otherOrderId: orders[1]?.order_id ?? '', otherLineId: orders[1]?.item_id ?? '' },
    }
  }
  const arrive = (orderId: string, daysAgo = 1) =>
    rows(
      `UPDATE seller_order SET state = 'delivered', delivered_at = now() - make_interval(days => ?) WHERE order_id = ?`,
      [daysAgo, orderId],
    )
  const path = (group: Bought, orderId = group.orderId) =>
    `/store/order-groups/${group.groupId}/orders/${orderId}/reviews`
  const say = (group: Bought, said: Record<string, unknown> = {}, orderId = group.orderId) =>
    store('POST', path(group, orderId), { lineId: group.lineId, ...SAID, ...said }, { 'x-order-token': group.token })
  const takeBack = (group: Bought) =>
    store('POST', `${path(group)}/withdraw`, { lineId: group.lineId }, { 'x-order-token': group.token })
  const decide = (id: string, body: Record<string, unknown>) =>
    call('POST', `/admin/reviews/${id}`, { token: admin, body })
  const publicly = async () => (await store('GET', '/store/product-reviews/che-shan-tuyet')).data
  const asSeller = (id: string, deed: string, body: unknown, token = seller) =>
    call('POST', `/producer/reviews/${id}/${deed}`, { token, body })

  it('is of a delivered line of one’s own order alone', async () => {
    const group = await bought()
    const stranger = await bought()
    expect((await say(group)).data.error).toMatchObject({ code: 'review_not_delivered' })
    await arrive(group.orderId)
    expect((await say(group, { lineId: group.otherLineId })).status).toBe(404)
    expect((await say(group, { lineId: stranger.lineId })).status).toBe(404)
    expect((await say(group, {}, stranger.orderId)).status).toBe(404)
    expect((await say({ ...group, token: stranger.token })).status).toBe(403)
    expect((await store('POST', path(group), { lineId: group.lineId, ...SAID })).status).toBe(401)
    expect((await say(group)).status).toBe(201)
    expect(await rows('SELECT state, points FROM review')).toEqual([{ state: 'waiting', points: 4 }])
  })

  it('names the field that is wrong, and keeps nothing', async () => {
    const group = await bought()
    await arrive(group.orderId)
    for (const [field, value] of [
      ['points', 6],
      ['points', 2.5],
      ['body', 'Ngon'],
      ['displayName', 'x'.repeat(61)],
    ] as const) {
      const answer = await say(group, { [field]: value })
      expect([answer.status, answer.data.error.field]).toEqual([400, field])
    }
    expect(await rows('SELECT 1 FROM review')).toEqual([])
  })

  it('ends 90 days after the goods arrived', async () => {
    const group = await bought()
    await arrive(group.orderId, 91)
    expect((await say(group)).data.error).toMatchObject({ code: 'review_over' })
  })

  it('is refused from the producer’s own people', async () => {
    const group = await bought()
    await arrive(group.orderId)
    await rows(`UPDATE order_group SET email = 'TRA@example.com' WHERE id = ?`, [group.groupId])
    expect((await say(group)).data.error).toMatchObject({ code: 'review_own' })
  })

  it('counts once it is shown, and no longer once it is hidden, written anew or taken back', async () => {
    const group = await bought()
    await arrive(group.orderId)
    const id = (await say(group)).data.id as string
    expect((await publicly()).rating).toEqual({ count: 0, mean: null, spread: [0, 0, 0, 0, 0] })
    expect((await decide(id, { state: 'shown' })).status).toBe(200)
    expect((await decide(id, { state: 'shown' })).status).toBe(200)
    expect(await publicly()).toMatchObject({
      rating: { count: 1, mean: 4, spread: [0, 0, 0, 1, 0] },
      reviews: [{ points: 4, body: SAID.body, displayName: 'Chị Hoa', returned: false, reply: null }],
    })
    expect((await decide(id, { state: 'hidden' })).data).toMatchObject({ type: 'review_ground' })
    expect((await decide(id, { state: 'hidden', reason: 'unfavourable' })).status).toBe(400)
    await decide(id, { state: 'hidden', reason: 'insult' })
    expect((await publicly()).rating.count).toBe(0)
    expect(await rows(`SELECT verb FROM audit_entry WHERE subject_id = ? ORDER BY at`, [id])).toEqual([
      { verb: 'review:show' },
      { verb: 'review:hide' },
    ])
    expect(await rows(`SELECT kind FROM dispatch_message WHERE kind LIKE 'review%'`)).toEqual([
      { kind: 'review_hidden' },
    ])
    await say(group, { points: 5 })
    expect(await rows('SELECT state, points, hide_reason FROM review')).toEqual([
      { state: 'waiting', points: 5, hide_reason: null },
    ])
    await decide(id, { state: 'shown' })
    expect((await publicly()).rating.spread).toEqual([0, 0, 0, 0, 1])
    expect((await takeBack(group)).status).toBe(200)
    expect((await takeBack(group)).status).toBe(200)
    expect((await publicly()).rating.count).toBe(0)
    expect((await decide(id, { state: 'shown' })).data).toMatchObject({ type: 'review_withdrawn' })
  })

  it('is answered by its producer alone, who may ask the operator to look at it', async () => {
    const group = await bought()
    await arrive(group.orderId)
    const id = (await say(group)).data.id as string
    expect((await asSeller(id, 'reply', { reply: 'Cảm ơn chị.' })).data.error).toMatchObject({
      code: 'review_not_shown',
    })
    await decide(id, { state: 'shown' })
    expect((await asSeller(id, 'reply', { reply: 'Cảm ơn chị.' }, otherSeller)).status).toBe(404)
    expect((await asSeller(id, 'reply', { reply: 'Cảm ơn chị.' })).status).toBe(200)
    expect((await publicly()).reviews[0]).toMatchObject({ reply: 'Cảm ơn chị.' })
    expect((await call('GET', '/producer/reviews', { token: seller })).data.reviews).toHaveLength(1)
    expect((await call('GET', '/producer/reviews', { token: otherSeller })).data.reviews).toEqual([])
    await asSeller(id, 'report', { report: 'Người viết nhầm sang sản phẩm khác.' })
    const reported = (await call('GET', '/admin/reviews?state=reported', { token: admin })).data.reviews
    expect(reported).toMatchObject([{ id, report: 'Người viết nhầm sang sản phẩm khác.' }])
    expect((await publicly()).reviews[0]).not.toHaveProperty('report')
  })

  it('keeps the counts equal to the reviews whatever is done, and mends what is not', async () => {
    const groups = [await bought(), await bought(), await bought()]
    for (const group of groups) await arrive(group.orderId)
    const deed = fc.record({
      of: fc.nat(groups.length - 1),
      do: fc.constantFrom('say', 'show', 'show', 'show', 'hide', 'takeBack'),
      points: fc.integer({ min: 1, max: 5 }),
    })
    const container = getContainer()
    const actor = { type: 'user' as const, id: 'user_an', name: 'An', post: null }
    const ids = new Map<number, string>()
    // What comes too late is refused: a review that was taken back is not decided.
    const refused = () => undefined
    async function happen(group: Bought, of: number, what: string, points: number) {
      if (what === 'say') {
        ids.set(
          of,
          await writeReview(container, group.groupId, group.orderId, { lineId: group.lineId, ...SAID, points }),
        )
      }
      const id = ids.get(of)
      if (what === 'takeBack')
        await withdrawReview(container, group.groupId, group.orderId, group.lineId).catch(refused)
      if (id && what === 'show') await decideReview(container, actor, id, { state: 'shown' }).catch(refused)
      if (id && what === 'hide') {
        await decideReview(container, actor, id, { state: 'hidden', reason: 'off_topic' }).catch(refused)
      }
    }
    let counted = 0
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 12 }), async (deeds) => {
        await Promise.all(
          deeds.map(({ of, do: what, points }) => {
            const group = groups[of]
            return group ? happen(group, of, what, points) : undefined
          }),
        )
        expect(await recountRatings(container)).toEqual([])
        counted += (await publicly()).rating.count
      }),
      { numRuns: 100 },
    )
    // The histories are worth something only where reviews were shown at their end.
    expect(counted).toBeGreaterThan(10)
    const [first] = groups
    if (first) {
      await happen(first, 0, 'say', 3)
      await happen(first, 0, 'show', 3)
    }
    await rows('UPDATE product_rating SET ones = ones + 7')
    expect(await recountRatings(getContainer())).toHaveLength(1)
    expect(await recountRatings(getContainer())).toEqual([])
  })
})
