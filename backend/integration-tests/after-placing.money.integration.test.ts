import { randomUUID } from 'node:crypto'
import { vietnamDay } from '@sao-lang/traceability/verify'
import type { PlaceAnswer } from '../src/checkout/place-cart'
import type { CartReview } from '../src/checkout/review-cart'
import { inParallel } from './in-parallel'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, adminToken, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'

const { addSecondProducer, LOTUS_PRICE, makeSampleShop, SHIPPING_FEE, TEA_PRICE } = loadSource<
  typeof import('./sample-shop')
>('./integration-tests/sample-shop')
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { receivePayment } = loadSource<typeof import('../src/payments/receive-payment')>(
  './src/payments/receive-payment',
)
const { findFaults } = loadSource<typeof import('../src/settlement/check-balance')>('./src/settlement/check-balance')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}
const LIMIT = 5
const BUYERS = 20

shopSuite(({ getContainer, api, dbUtils }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let lotus: string
  let admin: string

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    lotus = String((await addSecondProducer(getContainer(), shop)).variantIds[0])
    admin = await adminToken({ getContainer, api })
    await rows(
      `UPDATE inventory_level SET stocked_quantity = 1000, raw_stocked_quantity = '{"value": "1000", "precision": 20}'`,
    )
    await dbUtils.snapshot()
  })

  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(getContainer(), (sql) => sql.query<Row>(text, values))
  const store = (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> =>
    call(method, path, { body, headers: { 'x-publishable-api-key': shop.publishableKey, ...headers } })
  const tea = () => String(shop.tea.variantIds[0])

  /** A cart with its delivery; with a code when one is given. */
  async function readyCart(variants: readonly string[], phone = DELIVERY.phone, code?: string) {
    const { id } = (await store('POST', '/store/carts', {})).data.cart
    for (const variant of variants)
      await store('POST', `/store/carts/${id}/line-items`, { variant_id: variant, quantity: 1 })
    const delivered = await store('POST', `/store/carts/${id}/delivery`, { ...DELIVERY, phone })
    const review: CartReview = code ? (await store('POST', `/store/carts/${id}/offers`, { code })).data : delivered.data
    expect(review.ready).toBe(true)
    return { id: String(id), total: review.total }
  }
  const placeCart = (cart: { id: string; total: number }, method: 'cod' | 'vnpay') =>
    store(
      'POST',
      `/store/carts/${cart.id}/place`,
      { expectedTotal: cart.total, method },
      { 'idempotency-key': randomUUID() },
    )
  async function placed(variants: readonly string[], method: 'cod' | 'vnpay', paid = method === 'vnpay') {
    const cart = await readyCart(variants)
    const answer = await placeCart(cart, method)
    expect(answer.status).toBeLessThan(300)
    const { groupId, token } = answer.data as PlaceAnswer
    if (paid) {
      const outcome = await receivePayment(getContainer(), {
        ...{ source: 'vnpay', reference: randomUUID(), attemptReference: null, groupId, amount: cart.total },
        ...{ at: new Date(), raw: {} },
      })
      expect(outcome).toBe('applied')
    }
    const orders = await rows<{ order_id: string; total: string }>(
      'SELECT order_id, total FROM seller_order WHERE group_id = ? ORDER BY total DESC',
      [groupId],
    )
    const cancel = (body: Record<string, unknown> = {}) =>
      store('POST', `/store/order-groups/${groupId}/cancel`, body, { 'x-order-token': token })
    return { groupId, token, total: cart.total, orders, cancel }
  }
  const states = async (groupId: string) =>
    (
      await rows<{ state: string }>('SELECT state FROM seller_order WHERE group_id = ? ORDER BY total DESC', [groupId])
    ).map(({ state }) => state)
  const reserved = async () =>
    Number((await rows<{ sum: string }>('SELECT sum(reserved_quantity) AS sum FROM inventory_level'))[0]?.sum)
  const reservations = async () =>
    Number((await rows<{ n: string }>('SELECT count(*) AS n FROM reservation_item WHERE deleted_at IS NULL'))[0]?.n)
  const refunds = (groupId: string) =>
    rows<{ order_id: string | null; amount: string }>(
      'SELECT order_id, amount FROM payment_refund WHERE group_id = ? ORDER BY amount DESC',
      [groupId],
    )
  const entries = (groupId: string) =>
    rows<{ kind: string; amount: string }>(
      'SELECT kind, amount FROM ledger_entry WHERE group_id = ? ORDER BY kind, amount DESC',
      [groupId],
    )
  const faults = () => inTransaction(getContainer(), findFaults)

  it('asks all the money of a paid order back when its buyer cancels it, once for three presses', async () => {
    const order = await placed([tea()], 'vnpay')
    expect(order.total).toBe(TEA_PRICE + SHIPPING_FEE)
    expect(await reserved()).toBe(1)
    const answers = await Promise.all([order.cancel(), order.cancel(), order.cancel({ reason: 'Đặt nhầm' })])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    expect(await states(order.groupId)).toEqual(['canceled'])
    expect([await reserved(), await reservations()]).toEqual([0, 0])
    expect(await refunds(order.groupId)).toEqual([{ order_id: order.orders[0]?.order_id, amount: String(order.total) }])
    const [row] = await rows<{ refunded: string }>('SELECT refunded FROM seller_order WHERE group_id = ?', [
      order.groupId,
    ])
    expect(Number(row?.refunded)).toBe(order.total)
    const claims = await rows<{ debit: string; amount: string }>(
      `SELECT debit, sum(amount)::text AS amount FROM ledger_entry WHERE group_id = ? AND credit LIKE 'claim:%' GROUP BY debit`,
      [order.groupId],
    )
    expect(claims).toEqual([{ debit: `advance:${order.orders[0]?.order_id}`, amount: String(order.total) }])
    expect(await faults()).toEqual([])
  })

  it('cancels one seller’s part of a paid group and leaves the other as it was', async () => {
    const order = await placed([tea(), lotus], 'vnpay')
    const [dear, cheap] = order.orders
    expect([Number(dear?.total), Number(cheap?.total)]).toEqual([TEA_PRICE + SHIPPING_FEE, LOTUS_PRICE + SHIPPING_FEE])
    expect((await order.cancel({ orderId: cheap?.order_id })).status).toBe(200)
    expect(await states(order.groupId)).toEqual(['to_confirm', 'canceled'])
    expect([await reserved(), await reservations()]).toEqual([1, 1])
    expect(await refunds(order.groupId)).toEqual([{ order_id: cheap?.order_id, amount: cheap?.total }])
    expect(await faults()).toEqual([])
  })

  it('releases what an order on delivery held when its buyer cancels it, and no money moves', async () => {
    const order = await placed([tea(), lotus], 'cod')
    expect(await reserved()).toBe(2)
    expect((await order.cancel()).status).toBe(200)
    expect(await states(order.groupId)).toEqual(['canceled', 'canceled'])
    expect([await reserved(), await reservations()]).toEqual([0, 0])
    expect(await refunds(order.groupId)).toEqual([])
    expect(await entries(order.groupId)).toEqual([])
    expect(await faults()).toEqual([])
  })

  it('cancels nothing once one of the orders is confirmed, and nothing of another’s group', async () => {
    const order = await placed([tea(), lotus], 'vnpay')
    const other = await placed([tea()], 'vnpay')
    await rows(`UPDATE seller_order SET state = 'confirmed', confirmed_at = now() WHERE order_id = ?`, [
      order.orders[0]?.order_id,
    ])
    const late = await order.cancel()
    expect([late.status, late.data.error.code]).toEqual([409, 'order_under_way'])
    expect(await states(order.groupId)).toEqual(['confirmed', 'to_confirm'])
    const foreign = await order.cancel({ orderId: other.orders[0]?.order_id })
    expect(foreign.status).toBe(404)
    expect(await states(other.groupId)).toEqual(['to_confirm'])
    expect([...(await refunds(order.groupId)), ...(await refunds(other.groupId))]).toEqual([])
    expect(await reserved()).toBe(3)
  })

  it('sends money back that comes after its buyer canceled the unpaid group', async () => {
    const order = await placed([tea()], 'vnpay', false)
    expect((await order.cancel()).status).toBe(200)
    expect(await states(order.groupId)).toEqual(['canceled'])
    expect([await reserved(), await reservations()]).toEqual([0, 0])
    const outcome = await receivePayment(getContainer(), {
      ...{ source: 'vnpay', reference: randomUUID(), attemptReference: null, groupId: order.groupId },
      ...{ amount: order.total, at: new Date(), raw: {} },
    })
    expect(outcome).toBe('late')
    expect(await refunds(order.groupId)).toEqual([{ order_id: null, amount: String(order.total) }])
    expect(await faults()).toEqual([])
  })

  it('lets exactly five of twenty buyers who order at once use a promotion for five', async () => {
    const offer = await call('POST', '/admin/promotion-offers', {
      token: admin,
      body: {
        ...{ code: 'NAMNGUOI', titleVi: 'Năm người đầu', titleEn: 'First five', kind: 'amount', value: 20_000 },
        ...{ bearer: 'platform', scope: 'all', firstDay: vietnamDay(new Date()), stackingGroup: 'san' },
        maxUses: LIMIT,
      },
    })
    expect(offer.status).toBe(201)
    const carts: { id: string; total: number }[] = []
    await inParallel(
      Array.from({ length: BUYERS }, (_, no) => `09120000${String(no).padStart(2, '0')}`),
      async (phone) => {
        carts.push(await readyCart([tea()], phone, 'NAMNGUOI'))
      },
    )
    expect(carts.map(({ total }) => total)).toEqual(Array(BUYERS).fill(TEA_PRICE + SHIPPING_FEE - 20_000))
    const answers = await Promise.all(carts.map((cart) => placeCart(cart, 'cod')))
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(LIMIT)
    const refused = answers.filter(({ status }) => status >= 300)
    expect(new Set(refused.map(({ status, data }) => `${status} ${data.error?.code}`))).toEqual(
      new Set(['409 cart_changed']),
    )
    const uses = async () =>
      (
        await rows<{ uses: number; kept: number }>(
          `SELECT o.uses, (SELECT count(*)::int FROM promotion_use u WHERE u.offer_id = o.id AND u.released_at IS NULL) AS kept
           FROM promotion_offer o WHERE o.code = 'NAMNGUOI'`,
        )
      )[0]
    expect(await uses()).toEqual({ uses: LIMIT, kept: LIMIT })
    expect(await reserved()).toBe(LIMIT)
    const [groups] = await rows<{ n: string }>('SELECT count(*) AS n FROM order_group')
    expect(Number(groups?.n)).toBe(LIMIT)
    expect(await faults()).toEqual([])
  })
})
