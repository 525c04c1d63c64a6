import { createCookieSessionStorage } from '@remix-run/node'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { placeOrder, reviewCart } from './cart.server.ts'
import { runCartAction } from './cart-actions.server.ts'
import { readOrder } from './orders.server.ts'

const context: RequestContext = {
  requestId: 'request-0001',
  locale: 'vi',
  clientIp: null,
  clientProvince: null,
  signal: new AbortController().signal,
}
const review = { lines: [], itemTotal: 0, shippingTotal: 0, total: 0, ready: false, delivery: null }
const refusal = (code: string, extra: object = {}) => ({ error: { code, message: 'no', requestId: 'r' }, ...extra })

interface Call {
  method: string
  path: string
  headers: Record<string, string>
  body: unknown
}

/** Answers the shop's routes in turn; the last one repeats. `null` stands for a shop that cannot be reached. */
function shopAnswering(...answers: ([status: number, body: unknown] | null)[]): Call[] {
  const calls: Call[] = []
  vi.stubGlobal('fetch', (url: string, init: { method: string; headers: Record<string, string>; body?: string }) => {
    const answer = answers[Math.min(calls.length, answers.length - 1)]
    calls.push({
      method: init.method,
      path: new URL(url).pathname,
      headers: init.headers,
      body: init.body ? JSON.parse(init.body) : undefined,
    })
    if (!answer) return Promise.reject(new Error('connect ECONNREFUSED'))
    return Promise.resolve(Response.json(answer[1], { status: answer[0] }))
  })
  return calls
}

beforeEach(() => {
  vi.unstubAllEnvs()
  for (const [name, value] of Object.entries({
    BACKEND_URL: 'http://127.0.0.1:9000',
    TRACE_URL: 'http://127.0.0.1:9100',
    STOREFRONT_URL: 'http://127.0.0.1:3000',
    PUBLISHABLE_KEY: 'pk_of_the_test',
    SESSION_SECRET: 'secret-of-the-test-secret-of-the-test',
    TRACE_INTERNAL_TOKEN: 'token-of-the-test-00',
    LOG_LEVEL: 'silent',
  })) {
    vi.stubEnv(name, value)
  }
})

describe('a cart', () => {
  it('that was never opened asks nothing', async () => {
    const calls = shopAnswering([200, review])
    expect(await reviewCart(context, undefined)).toBeNull()
    expect(calls).toEqual([])
  })
  it('that the shop has forgotten, or that became an order, is no cart', async () => {
    shopAnswering([404, refusal('not_found')])
    expect(await reviewCart(context, 'cart_1')).toBeNull()
    shopAnswering([409, refusal('already_placed')])
    expect(await reviewCart(context, 'cart_1')).toBeNull()
  })
  it('of a shop that does not answer is unknown, not empty', async () => {
    shopAnswering(null)
    await expect(reviewCart(context, 'cart_1')).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('placing an order', () => {
  const agreement = {
    idempotencyKey: '6a4c1f5e-4a7a-4d7b-9a3e-0c0f2f5f0b11',
    expectedTotal: 280_000,
    method: 'cod' as const,
  }
  it('sends the key and the total agreed to', async () => {
    const order = {
      groupId: 'ogrp_1',
      displayNo: 'SL-2611-0001AB',
      token: 't',
      method: 'cod',
      state: 'placed',
      expiresAt: null,
    }
    const calls = shopAnswering([200, order])
    expect(await placeOrder(context, 'cart_1', agreement)).toEqual({ kind: 'placed', order })
    expect(calls[0]).toMatchObject({
      method: 'POST',
      path: '/store/carts/cart_1/place',
      headers: { 'idempotency-key': agreement.idempotencyKey },
      body: { expectedTotal: 280_000, method: 'cod' as const },
    })
  })
  it('answers with the cart as it is when price or stock moved', async () => {
    shopAnswering([409, refusal('cart_changed', { review })])
    expect(await placeOrder(context, 'cart_1', agreement)).toEqual({ kind: 'changed', review })
  })
  it('never takes a broken connection for an answer', async () => {
    shopAnswering(null)
    await expect(placeOrder(context, 'cart_1', agreement)).rejects.toMatchObject({ kind: 'unavailable' })
  })
})

describe('an order behind its link', () => {
  it('is not asked for without a token, nor with what cannot be one', async () => {
    const calls = shopAnswering([200, { order: {} }])
    expect(await readOrder(context, 'order_1', null)).toEqual({ kind: 'token_missing' })
    expect(await readOrder(context, '../admin', 'x')).toEqual({ kind: 'refused' })
    expect(await readOrder(context, 'order_1', 'x y')).toEqual({ kind: 'refused' })
    expect(calls).toEqual([])
  })
  it.each([401, 403, 404])('%i looks the same to a stranger', async (status) => {
    shopAnswering([status, refusal('not_found')])
    expect(await readOrder(context, 'order_1', 'a.b')).toEqual({ kind: 'refused' })
  })
  it('of a shop that does not answer is not refused', async () => {
    shopAnswering([503, refusal('database_down')])
    expect(await readOrder(context, 'order_1', 'a.b')).toEqual({ kind: 'unavailable' })
  })
})

describe('a cart form', () => {
  const session = async (cartId?: string) => {
    const empty = await createCookieSessionStorage<{ cartId: string }>({
      cookie: { name: 'test', secrets: ['secret'] },
    }).getSession()
    if (cartId) empty.set('cartId', cartId)
    return empty
  }
  const form = (fields: Record<string, string>) => {
    const data = new FormData()
    for (const [name, value] of Object.entries(fields)) data.set(name, value)
    return data
  }

  it('opens a cart for the first product, and remembers it', async () => {
    const items = [{ id: 'l1', variant_id: 'variant_1', quantity: 2, title: 'Gói 250 g', product_title: 'Hạt sen sấy' }]
    const calls = shopAnswering(
      [200, { regions: [{ id: 'reg_1' }] }],
      [200, { cart: { id: 'cart_new' } }],
      [200, { cart: { id: 'cart_new', items } }],
    )
    const visitor = await session()
    const add = form({ intent: 'add', variantId: 'variant_1', quantity: '2' })
    expect(await runCartAction(context, visitor, add)).toEqual({
      kind: 'done',
      notice: { kind: 'added', title: 'Hạt sen sấy' },
    })
    expect(visitor.get('cartId')).toBe('cart_new')
    expect(calls[2]).toMatchObject({ path: '/store/carts/cart_new/line-items', body: { variant_id: 'variant_1' } })
  })

  it('opens a new cart when the old one has become an order', async () => {
    shopAnswering(
      [400, { type: 'not_allowed', message: 'completed' }],
      [409, refusal('already_placed')],
      [200, { regions: [{ id: 'reg_1' }] }],
      [200, { cart: { id: 'cart_new', items: [] } }],
    )
    const visitor = await session('cart_old')
    await runCartAction(context, visitor, form({ intent: 'add', variantId: 'variant_1', quantity: '1' }))
    expect(visitor.get('cartId')).toBe('cart_new')
  })

  it('beyond the stock is refused on its line', async () => {
    shopAnswering([400, { type: 'not_allowed', message: 'inventory' }])
    const update = form({ intent: 'update', lineId: 'l1', quantity: '99' })
    expect(await runCartAction(context, await session('cart_1'), update)).toEqual({
      kind: 'failed',
      status: 409,
      error: 'errorStock',
      lineId: 'l1',
    })
  })

  it.each([
    ['x', 'errorQuantity'],
    ['-1', 'errorQuantity'],
    ['1.5', 'errorQuantity'],
    ['100', 'errorQuantityTooMany'],
  ])('quantity %s is refused before the shop is asked', async (quantity, error) => {
    const calls = shopAnswering([200, {}])
    const update = form({ intent: 'update', lineId: 'l1', quantity })
    expect(await runCartAction(context, await session('cart_1'), update)).toMatchObject({ status: 400, error })
    expect(calls).toEqual([])
  })

  it('a removal carries what brings the line back', async () => {
    const items = [{ id: 'l1', variant_id: 'variant_1', quantity: 3, title: 'Gói', product_title: 'Mật ong' }]
    shopAnswering([200, { cart: { items } }], [200, { deleted: true }])
    const remove = form({ intent: 'remove', lineId: 'l1' })
    expect(await runCartAction(context, await session('cart_1'), remove)).toEqual({
      kind: 'done',
      notice: { kind: 'removed', title: 'Mật ong', removed: { variantId: 'variant_1', quantity: 3 } },
    })
  })

  it('taking out what is already out is fine', async () => {
    shopAnswering([200, { cart: { items: [] } }])
    const remove = form({ intent: 'remove', lineId: 'l1' })
    expect(await runCartAction(context, await session('cart_1'), remove)).toEqual({ kind: 'done', notice: null })
  })

  it('without a known intent changes nothing', async () => {
    const calls = shopAnswering([200, {}])
    expect(await runCartAction(context, await session('cart_1'), form({ intent: 'clear' }))).toMatchObject({
      status: 400,
      error: 'errorAction',
    })
    expect(calls).toEqual([])
  })
})
