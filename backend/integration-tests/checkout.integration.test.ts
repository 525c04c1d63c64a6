import { randomUUID } from 'node:crypto'
import { Modules } from '@medusajs/framework/utils'
import type { PlaceAnswer } from '../src/checkout/place-cart'
import type { CartReview } from '../src/checkout/review-cart'
import type { GroupView } from '../src/order-groups/group-view'
import type { OrderView } from '../src/orders/order-view'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { shopSuite } from './shop-suite'

const { makeSampleShop, SHIPPING_FEE, TEA_PRICE, TEA_STOCK } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { reapExpiredLocks } = loadSource<typeof import('../src/locking/reap-expired-locks')>(
  './src/locking/reap-expired-locks',
)

interface Answer<Body> {
  status: number
  data: Body
  headers: Record<string, string>
}
interface Refusal {
  error: { code: string; message: string; field?: string; requestId: string }
  review?: CartReview
}

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  let shop: SampleShop

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    await dbUtils.snapshot()
  })

  async function call<Body>(
    method: 'get' | 'post' | 'delete',
    path: string,
    options: { body?: unknown; headers?: Record<string, string> } = {},
  ): Promise<Answer<Body>> {
    return await api.request<object, Answer<Body>>({
      method,
      url: path,
      data: options.body,
      headers: { 'x-publishable-api-key': shop.publishableKey, ...options.headers },
      validateStatus: () => true,
    })
  }

  async function newCart(lines: { variantId: string; quantity: number }[]): Promise<string> {
    const made = await call<{ cart: { id: string } }>('post', '/store/carts', { body: {} })
    expect(made.status).toBe(200)
    for (const line of lines) {
      const added = await call('post', `/store/carts/${made.data.cart.id}/line-items`, {
        body: { variant_id: line.variantId, quantity: line.quantity },
      })
      expect(added.status).toBe(200)
    }
    return made.data.cart.id
  }

  async function readyCart(quantity: number, variantId = tea()): Promise<{ id: string; total: number }> {
    const id = await newCart([{ variantId, quantity }])
    const answer = await call<CartReview>('post', `/store/carts/${id}/delivery`, { body: DELIVERY })
    expect(answer.status).toBe(200)
    expect(answer.data.ready).toBe(true)
    return { id, total: answer.data.total }
  }

  const place = (cart: { id: string; total: number }, key: string = randomUUID()) =>
    call<PlaceAnswer>('post', `/store/carts/${cart.id}/place`, {
      body: { expectedTotal: cart.total },
      headers: { 'idempotency-key': key },
    })

  const tea = () => String(shop.tea.variantIds[0])
  const honey = () => String(shop.honey.variantIds[0])

  async function count(sql: string): Promise<number> {
    const { rows } = await dbConnection.raw(sql)
    return Number(rows[0].count)
  }

  it('walks from an empty cart to the order page behind its signed link', async () => {
    const id = await newCart([{ variantId: tea(), quantity: 2 }])
    const before = await call<CartReview>('get', `/store/carts/${id}/review`)
    expect(before.data).toMatchObject({ itemTotal: 2 * TEA_PRICE, ready: false, delivery: null })
    expect(before.data.lines).toMatchObject([
      {
        title: 'Chè Shan tuyết',
        handle: 'che-shan-tuyet',
        producer: { handle: 'htx-son-tra', name: 'Hợp tác xã Sơn Trà' },
        quantity: 2,
        unitPrice: TEA_PRICE,
        currentPrice: TEA_PRICE,
        available: TEA_STOCK,
        problem: 'none',
      },
    ])
    expect(before.data.lines[0]?.picture?.width).toBe(640)

    const delivery = await call<CartReview>('post', `/store/carts/${id}/delivery`, { body: DELIVERY })
    expect(delivery.data).toMatchObject({
      shippingTotal: SHIPPING_FEE,
      total: 2 * TEA_PRICE + SHIPPING_FEE,
      ready: true,
      delivery: {
        name: 'Nguyễn Thị Hoa',
        phone: '0912345678',
        email: null,
        province: { code: '82', name: 'Đồng Tháp' },
        commune: { code: '29905', name: 'Phường Sa Đéc' },
      },
    })

    const placed = await place({ id, total: delivery.data.total })
    expect(placed.status).toBe(200)
    const { groupId, token } = placed.data
    expect(placed.data).toMatchObject({ method: 'cod', state: 'placed', expiresAt: null })
    expect(placed.data.displayNo).toMatch(/^SL-\d{4}-\d{4}[A-HJ-NP-Z]{2}$/)

    const path = `/store/order-groups/${groupId}`
    expect((await call('get', path)).status).toBe(401)
    const wrong = await call<Refusal>('get', path, { headers: { 'x-order-token': `${token}x` } })
    expect(wrong.status).toBe(403)
    expect(wrong.data.error.code).toBe('order_link_wrong')
    const page = await call<{ group: GroupView }>('get', path, { headers: { 'x-order-token': token } })
    expect(page.status).toBe(200)
    expect(page.headers['cache-control']).toBe('private, no-store')
    expect(page.data.group).toMatchObject({
      id: groupId,
      displayNo: placed.data.displayNo,
      state: 'placed',
      email: null,
      phone: '0912345678',
      itemTotal: 2 * TEA_PRICE,
      discountTotal: 0,
      shippingTotal: SHIPPING_FEE,
      total: 2 * TEA_PRICE + SHIPPING_FEE,
      method: 'cod',
      canCancel: true,
      orders: [
        {
          no: `${placed.data.displayNo}/1`,
          producer: { handle: 'htx-son-tra' },
          state: 'to_confirm',
          lines: [{ handle: 'che-shan-tuyet', quantity: 2, unitPrice: TEA_PRICE, total: 2 * TEA_PRICE }],
        },
      ],
    })

    const orderId = String(page.data.group.orders[0]?.id)
    const old = await call<{ order: OrderView }>('get', `/store/orders/${orderId}`, {
      headers: { 'x-order-token': token },
    })
    expect(old.data.order).toMatchObject({ id: orderId, status: 'placed', total: 2 * TEA_PRICE + SHIPPING_FEE })
    expect((await call('get', `/store/orders/${orderId}`, { headers: { 'x-order-token': `${token}x` } })).status).toBe(
      403,
    )
  })

  it('makes one group of 40 parallel requests with different keys', async () => {
    const cart = await readyCart(1)
    const answers = await Promise.all(Array.from({ length: 40 }, () => place(cart)))
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200))
    expect(new Set(answers.map((answer) => answer.data.groupId)).size).toBe(1)
    expect(await count('SELECT count(*) FROM "order"')).toBe(1)
    expect(await count('SELECT count(*) FROM order_cart WHERE deleted_at IS NULL')).toBe(1)
    expect(await count('SELECT count(*) FROM reservation_item WHERE deleted_at IS NULL')).toBe(1)
    expect(await count('SELECT count(*) FROM order_group')).toBe(1)
  })

  it('gives a repeated key the same answer and refuses it with another body', async () => {
    const cart = await readyCart(1)
    const key = randomUUID()
    const first = await place(cart, key)
    expect(await place(cart, key)).toMatchObject({ status: 200, data: first.data })
    const other = await place({ ...cart, total: cart.total + 1 }, key)
    expect(other.status).toBe(422)
    expect(other.data).toMatchObject({ error: { code: 'idempotency_key_reused' } })
  })

  it('wants an Idempotency-Key', async () => {
    const cart = await readyCart(1)
    const answer = await place(cart, '')
    expect(answer).toMatchObject({ status: 400, data: { error: { code: 'idempotency_key_required' } } })
  })

  it('sells three pieces to three of six buyers', async () => {
    const carts = await Promise.all(Array.from({ length: 6 }, () => readyCart(1, honey())))
    const answers = await Promise.all(carts.map((cart) => place(cart)))
    const statuses = answers.map((answer) => answer.status).sort()
    expect(statuses).toEqual([200, 200, 200, 409, 409, 409])
    expect(await count('SELECT count(*) FROM "order"')).toBe(3)
    expect(
      await count(
        'SELECT max(reserved_quantity - stocked_quantity) AS count FROM inventory_level WHERE deleted_at IS NULL',
      ),
    ).toBeLessThanOrEqual(0)
    expect(await count('SELECT count(*) FROM locking')).toBe(0)
  })

  it('answers 409 with the review when a price has changed', async () => {
    const cart = await readyCart(1)
    await dbConnection.raw(
      `UPDATE price SET amount = 130000, raw_amount = '{"value": "130000", "precision": 20}' WHERE amount = ${TEA_PRICE}`,
    )
    const answer = await place(cart)
    expect(answer.status).toBe(409)
    const refusal = answer.data as unknown as Refusal
    expect(refusal.error.code).toBe('cart_changed')
    expect(refusal.review?.lines).toMatchObject([
      { unitPrice: TEA_PRICE, currentPrice: 130_000, problem: 'price_changed' },
    ])
    expect(await count('SELECT count(*) FROM "order"')).toBe(0)

    const accepted = await call('post', `/store/carts/${cart.id}/line-items/${refusal.review?.lines[0]?.id}`, {
      body: { quantity: 1 },
    })
    expect(accepted.status).toBe(200)
    const review = await call<CartReview>('get', `/store/carts/${cart.id}/review`)
    expect(review.data).toMatchObject({ ready: true, total: 130_000 + SHIPPING_FEE })
    expect((await place({ id: cart.id, total: review.data.total })).status).toBe(200)
  })

  it('answers 409 when the total is not the one the buyer saw', async () => {
    const cart = await readyCart(1)
    const answer = await place({ ...cart, total: cart.total - 1 })
    expect(answer).toMatchObject({ status: 409, data: { error: { code: 'cart_changed' } } })
  })

  it('answers 409 when the stock is gone or the product was withdrawn', async () => {
    const cart = await readyCart(2)
    await dbConnection.raw('UPDATE inventory_level SET stocked_quantity = 1')
    const short = (await place(cart)).data as unknown as Refusal
    expect(short.review?.lines).toMatchObject([{ problem: 'too_many', available: 1 }])
    await getContainer().resolve(Modules.PRODUCT).updateProducts(shop.tea.id, { status: 'draft' })
    const withdrawn = (await place(cart)).data as unknown as Refusal
    expect(withdrawn.review?.lines).toMatchObject([{ problem: 'withdrawn', currentPrice: null, available: null }])
  })

  it('refuses a line beyond the stock', async () => {
    const id = await newCart([])
    const answer = await call<Refusal>('post', `/store/carts/${id}/line-items`, {
      body: { variant_id: tea(), quantity: TEA_STOCK + 1 },
      headers: { 'accept-language': 'vi' },
    })
    expect(answer.status).toBe(400)
    expect(answer.data.error).toMatchObject({ code: 'insufficient_inventory', field: 'quantity' })
  })

  it('orders after the quantity changed behind the delivery step', async () => {
    const cart = await readyCart(1)
    const { data } = await call<CartReview>('get', `/store/carts/${cart.id}/review`)
    await call('post', `/store/carts/${cart.id}/line-items/${data.lines[0]?.id}`, { body: { quantity: 3 } })
    const after = await call<CartReview>('get', `/store/carts/${cart.id}/review`)
    expect(after.data.total).toBe(3 * TEA_PRICE + SHIPPING_FEE)
    expect((await place({ id: cart.id, total: after.data.total })).status).toBe(200)
    expect(await count('SELECT count(*) FROM order_group')).toBe(1)
  })

  it('names the field of a delivery that cannot be', async () => {
    const id = await newCart([{ variantId: tea(), quantity: 1 }])
    const ask = async (change: Record<string, unknown>) => {
      const answer = await call<Refusal>('post', `/store/carts/${id}/delivery`, { body: { ...DELIVERY, ...change } })
      return [answer.status, answer.data.error.code, answer.data.error.field]
    }
    expect(await ask({ communeCode: '00691' })).toEqual([400, 'commune_not_in_province', 'communeCode'])
    expect(await ask({ provinceCode: '99' })).toEqual([400, 'province_unknown', 'provinceCode'])
    expect(await ask({ phone: '12345' })).toEqual([400, 'phone_invalid', 'phone'])
    expect(await ask({ name: '' })).toEqual([400, 'name_required', 'name'])
    expect(await ask({ email: 'a@b' })).toEqual([400, 'email_invalid', 'email'])
    expect(await ask({ street: 'dòng\nkhác' })).toEqual([400, 'street_required', 'street'])
    expect(await ask({ stars: 5 })).toEqual([400, 'unknown_field', 'stars'])
  })

  it('asks for goods and an address before ordering', async () => {
    const empty = await newCart([])
    expect((await call<Refusal>('post', `/store/carts/${empty}/delivery`, { body: DELIVERY })).data.error.code).toBe(
      'cart_empty',
    )
    const id = await newCart([{ variantId: tea(), quantity: 1 }])
    const answer = await place({ id, total: TEA_PRICE })
    expect(answer).toMatchObject({ status: 400, data: { error: { code: 'delivery_missing' } } })
    expect(await place({ id: 'cart_unknown', total: 1 })).toMatchObject({ status: 404 })
  })

  it('frees the cart of a process killed in the middle of ordering', async () => {
    const cart = await readyCart(1)
    await dbConnection.raw(
      `INSERT INTO locking (id, owner_id, expiration) VALUES ('${cart.id}', 'killed', now() - interval '6 seconds')`,
    )
    expect(await reapExpiredLocks(getContainer())).toBe(1)
    expect((await place(cart)).status).toBe(200)
  })

  it('does not free a lock whose time is not over', async () => {
    await dbConnection.raw(
      `INSERT INTO locking (id, owner_id, expiration) VALUES ('held', 'alive', now() + interval '1 minute')`,
    )
    expect(await reapExpiredLocks(getContainer())).toBe(0)
    expect(await count("SELECT count(*) FROM locking WHERE id = 'held'")).toBe(1)
  })

  it('gives the group of an ordered cart to another key, for a day', async () => {
    const cart = await readyCart(1)
    const first = await place(cart)
    const second = await place(cart)
    expect(second.data.groupId).toBe(first.data.groupId)
    await dbConnection.raw("UPDATE order_group SET placed_at = now() - interval '25 hours'")
    expect(await place(cart)).toMatchObject({ status: 409, data: { error: { code: 'already_placed' } } })
    expect(await count('SELECT count(*) FROM "order"')).toBe(1)
  })

  it('finds the commune of an address in the three old levels, and asks when there are several', async () => {
    const id = await newCart([{ variantId: tea(), quantity: 1 }])
    const ask = (change: Record<string, unknown>) =>
      call<CartReview & Refusal & { choices: { code: string }[] }>('post', `/store/carts/${id}/delivery`, {
        body: { ...DELIVERY, provinceCode: '08', communeCode: undefined, ...change },
      })
    const typed = await ask({ street: '12 Lê Lợi, xã Hồng Thái, huyện Na Hang' })
    expect(typed.data.delivery?.commune).toEqual({ code: '00691', name: 'Xã Hồng Thái' })
    const named = await ask({ legacyPlace: 'xa hong thai' })
    expect(named.data.delivery).toMatchObject({
      street: '12 Nguyễn Huệ (địa chỉ cũ: xa hong thai)',
      commune: { code: '00691' },
    })
    const split = await ask({ legacyPlace: 'Xã Đà Vị, huyện Na Hang' })
    expect([split.status, split.data.error.code, split.data.error.field]).toEqual([422, 'place_split', 'communeCode'])
    expect(split.data.choices.map(({ code }) => code)).toEqual(['00691', '00700'])
    const unknown = await ask({ legacyPlace: 'Xã Không Có' })
    expect([unknown.status, unknown.data.error.code]).toEqual([422, 'place_unknown'])
  })

  it('keeps Medusa’s open routes closed', async () => {
    const cart = await readyCart(1)
    const closed: ['get' | 'post', string, number][] = [
      ['post', `/store/carts/${cart.id}/complete`, 403],
      ['post', '/store/returns', 401],
      ['get', '/store/orders/order_01AAAAAAAAAAAAAAAAAAAAAAAA', 401],
      ['post', '/store/orders/order_01/transfer/request', 404],
      ['post', '/store/orders/order_01/transfer/accept', 404],
      ['get', '/store/orders', 404],
      ['post', '/store/customers', 404],
      ['post', '/store/payment-collections', 404],
      ['post', `/store/carts/${cart.id}`, 404],
      ['post', `/store/carts/${cart.id}/promotions`, 404],
      ['post', '/store/search', 404],
      ['get', '/Store/orders/order_01', 404],
      ['get', '/store/orders/order_01/', 401],
    ]
    for (const [method, path, status] of closed) {
      const answer = await call<Refusal>(method, path, { body: method === 'post' ? {} : undefined })
      expect([method, path, answer.status]).toEqual([method, path, status])
    }
    expect(await count('SELECT count(*) FROM "order"')).toBe(0)
  })

  it('answers errors in one shape with the request id, without internals', async () => {
    const requestId = 'test-request-0001'
    const missing = await call<Refusal>('get', '/store/producers/khong-co', {
      headers: { 'x-request-id': requestId },
    })
    expect(missing.status).toBe(404)
    expect(missing.headers['x-request-id']).toBe(requestId)
    expect(missing.data).toEqual({
      error: { code: 'not_found', message: 'Không tìm thấy nội dung này.', requestId },
    })
    const english = await call<Refusal>('get', '/store/producers/khong-co', {
      headers: { 'accept-language': 'en-GB' },
    })
    expect(english.data.error.message).toBe('This was not found.')
    expect(english.data.error.requestId).toMatch(/^[0-9a-f-]{36}$/)

    const broken = await api.request({
      method: 'post',
      url: '/store/carts/cart_1/place',
      data: '{"expectedTotal":',
      headers: { 'x-publishable-api-key': shop.publishableKey, 'content-type': 'application/json' },
      validateStatus: () => true,
    })
    expect([broken.status, broken.data.error.code]).toEqual([400, 'invalid_json'])
    const noKey = await api.get('/store/producers', { validateStatus: () => true })
    expect([noKey.status, noKey.data.error.code]).toEqual([400, 'publishable_key_required'])
    const unknown = await call<Refusal>('get', '/store/producers?drop=1')
    expect([unknown.status, unknown.data.error.field]).toEqual([400, 'drop'])
    expect(JSON.stringify([missing.data, broken.data, noKey.data])).not.toMatch(/node_modules|at \w+ \(|select /i)
  })
})
