import { randomUUID } from 'node:crypto'
import { startStockMedusa } from './start-stock-medusa.mjs'

const ROUNDS = 5
const CARTS_A_ROUND = 40
const BUYERS = 4
const ENOUGH = 1_000_000
const BAR = 0.8

/**
 * Orders a second and their 95th percentile: our way from a cart of two producers to an order group, against Medusa of the same version as
 * it comes, which makes one order of a cart of two products. Same PostgreSQL, in turn, four buyers at once; carts are filled before the
 * clock runs.
 * In: a running stack's run.json. Out: rows for `npm run bench`.
 */
export async function benchCompleteCart(run) {
  const stock = await startStockMedusa(run.database)
  try {
    const ours = await ourShop(run)
    const peer = stockShop(stock)
    const took = { ours: [], peer: [] }
    const rates = { ours: [], peer: [] }
    for (const shop of [ours, peer]) await round(shop, BUYERS * 3)
    for (let each = 0; each < ROUNDS; each++) {
      for (const [name, shop] of [
        ['ours', ours],
        ['peer', peer],
      ]) {
        const { rate, ms } = await round(shop, CARTS_A_ROUND)
        rates[name].push(rate)
        took[name].push(...ms)
      }
    }
    const throughput = { ours: median(rates.ours), peer: median(rates.peer) }
    const p95 = { ours: percentile(took.ours, 0.95), peer: percentile(took.peer, 0.95) }
    return [
      {
        name: 'complete a cart of two producers against stock Medusa’s one order',
        ...{ unit: 'orders/s', ...throughput, ratio: throughput.ours / throughput.peer, bar: BAR },
      },
      {
        name: 'p95 of completing a cart (ratio: stock’s time by ours)',
        ...{ unit: 'ms', ...p95, ratio: p95.peer / p95.ours, bar: BAR },
      },
    ]
  } finally {
    await stock.stop()
  }
}

/** Fills carts, then completes them with as many at once as there are buyers. Out: orders/s, and milliseconds of each. */
async function round({ fill, complete }, carts) {
  const filled = []
  for (let made = 0; made < carts; made++) filled.push(await fill())
  const ms = []
  const buyer = async () => {
    for (let cart = filled.pop(); cart; cart = filled.pop()) {
      const started = performance.now()
      await complete(cart)
      ms.push(performance.now() - started)
    }
  }
  const from = performance.now()
  await Promise.all(Array.from({ length: BUYERS }, buyer))
  return { rate: carts / ((performance.now() - from) / 1000), ms }
}

async function ourShop(run) {
  const ask = asker(run.backend, run.publishableKey)
  const { items: shown } = await ask('GET', '/store/catalogue?per_page=60')
  const items = shown.filter(({ inStock, variantId }) => inStock && variantId)
  const [first] = items
  const second = items.find(({ producer }) => producer.handle !== first.producer.handle)
  const variantIds = [first, second].map(({ variantId }) => variantId)
  await fillStock(run, variantIds)
  const delivery = {
    ...{ name: 'Nguyễn Thị Mua', phone: '0912345678', street: '12 Nguyễn Huệ' },
    ...(await anyCommune(ask)),
  }
  return {
    async fill() {
      const { cart } = await ask('POST', '/store/carts', {})
      for (const variant_id of variantIds)
        await ask('POST', `/store/carts/${cart.id}/line-items`, { variant_id, quantity: 1 })
      const { total } = await ask('POST', `/store/carts/${cart.id}/delivery`, delivery)
      return { id: cart.id, total }
    },
    complete: ({ id, total }) =>
      ask(
        'POST',
        `/store/carts/${id}/place`,
        { expectedTotal: total, method: 'cod' },
        { 'idempotency-key': randomUUID() },
      ),
  }
}

async function anyCommune(ask) {
  const { provinces } = await ask('GET', '/store/provinces')
  const [{ code: provinceCode }] = provinces
  const { communes } = await ask('GET', `/store/provinces/${provinceCode}/communes`)
  return { provinceCode, communeCode: communes[0].code }
}

/** So that the shelves are not what is measured. */
async function fillStock({ backend, accounts }, variantIds) {
  const { email, password } = accounts.find(({ role }) => role === 'operator')
  const { token } = await asker(backend)('POST', '/auth/user/emailpass', { email, password })
  const ask = asker(backend, undefined, token)
  const { inventory_items } = await ask('GET', '/admin/inventory-items?limit=1000&fields=id,*location_levels,*variants')
  for (const item of inventory_items.filter(({ variants }) => variants?.some(({ id }) => variantIds.includes(id))))
    for (const { location_id } of item.location_levels)
      await ask('POST', `/admin/inventory-items/${item.id}/location-levels/${location_id}`, {
        stocked_quantity: ENOUGH,
      })
}

function stockShop({ url, publishableKey, regionId, shippingOptionId, variantIds }) {
  const ask = asker(url, publishableKey)
  const address = { first_name: 'Nguyễn Thị Mua', phone: '0912345678', address_1: '12 Nguyễn Huệ', country_code: 'vn' }
  return {
    async fill() {
      const { cart } = await ask('POST', '/store/carts', {
        ...{ region_id: regionId, email: 'mua@example.com', shipping_address: address, billing_address: address },
        items: variantIds.map((variant_id) => ({ variant_id, quantity: 1 })),
      })
      await ask('POST', `/store/carts/${cart.id}/shipping-methods`, { option_id: shippingOptionId })
      const { payment_collection } = await ask('POST', '/store/payment-collections', { cart_id: cart.id })
      await ask('POST', `/store/payment-collections/${payment_collection.id}/payment-sessions`, {
        provider_id: 'pp_system_default',
      })
      return cart
    },
    async complete({ id }) {
      const { type } = await ask('POST', `/store/carts/${id}/complete`, {})
      if (type !== 'order') throw new Error('Stock Medusa did not make an order; the figure would be worth nothing.')
    },
  }
}

function asker(base, publishableKey, token) {
  return async (method, path, body, headers = {}) => {
    const answer = await fetch(new URL(path, base), {
      method,
      headers: {
        'content-type': 'application/json',
        ...(publishableKey ? { 'x-publishable-api-key': publishableKey } : {}),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }
}

function median(values) {
  return percentile(values, 0.5)
}

function percentile(values, share) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]
}
