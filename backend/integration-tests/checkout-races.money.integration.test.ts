import { randomUUID } from 'node:crypto'
import type { PlaceAnswer } from '../src/checkout/place-cart'
import type { CartReview } from '../src/checkout/review-cart'
import type { PaymentGateway } from '../src/payments/gateway'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'
import { startVnpay, type VnpayProcess } from './vnpay-process'

const { addSecondProducer, makeSampleShop, TEA_STOCK } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { environment } = loadSource<typeof import('../src/env')>('./src/env')
const { placeCart } = loadSource<typeof import('../src/checkout/place-cart')>('./src/checkout/place-cart')
const { isApiError } = loadSource<typeof import('../src/http/api-error')>('./src/http/api-error')
const { expireGroups } = loadSource<typeof import('../src/order-groups/expire-groups')>(
  './src/order-groups/expire-groups',
)
const { askAboutAttempts } = loadSource<typeof import('../src/payments/ask-gateway')>('./src/payments/ask-gateway')
const { findFaults } = loadSource<typeof import('../src/settlement/check-balance')>('./src/settlement/check-balance')
const { vnpayGateway } = loadSource<typeof import('../src/vnpay/vnpay-gateway')>('./src/vnpay/vnpay-gateway')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}
/** Carts that are filled at one moment: Medusa's own cart routes take several connections each, of the 20 that a process has. */
const CARTS_AT_ONCE = 10

shopSuite(({ getContainer, api, dbUtils }) => {
  const ask = shopCall({ api })
  let shop: SampleShop
  let lotus: string
  let vnpay: VnpayProcess

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    lotus = String((await addSecondProducer(getContainer(), shop)).variantIds[0])
    await dbUtils.snapshot()
    vnpay = await startVnpay(`${api.defaults.baseURL}/hooks/vnpay/ipn`)
  })
  afterAll(() => vnpay?.stop())

  const store = (method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> =>
    ask(method, path, { body, headers: { 'x-publishable-api-key': shop.publishableKey, ...headers } })
  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(getContainer(), (sql) => sql.query<Row>(text, values))
  const count = async (text: string) => Number((await rows<{ n: string }>(`SELECT count(*) AS n FROM ${text}`))[0]?.n)
  const gateway = (): PaymentGateway => {
    const terminal = environment().vnpay
    if (!terminal) throw new Error('no terminal')
    return vnpayGateway(terminal)
  }
  const tea = () => String(shop.tea.variantIds[0])

  async function readyCart(variants: readonly string[]): Promise<{ id: string; total: number }> {
    const { id } = (await store('POST', '/store/carts', {})).data.cart
    for (const variantId of variants)
      await store('POST', `/store/carts/${id}/line-items`, { variant_id: variantId, quantity: 1 })
    const review: CartReview = (await store('POST', `/store/carts/${id}/delivery`, DELIVERY)).data
    expect(review.ready).toBe(true)
    return { id, total: review.total }
  }
  const place = (cart: { id: string; total: number }, method: 'vnpay' | 'cod', idempotencyKey: string = randomUUID()) =>
    placeCart(
      getContainer(),
      { cartId: cart.id, idempotencyKey, expectedTotal: cart.total, method },
      environment().ORDER_LINK_SECRET,
    )

  /** Runs all at one moment, or so many at a time; a refusal with a reason is an answer, anything else fails the test. */
  async function atOnce<T>(deeds: readonly (() => Promise<T>)[], width = deeds.length): Promise<(T | string)[]> {
    const answers: (T | string)[] = []
    let next = 0
    const walk = async () => {
      for (let index = next++; index < deeds.length; index = next++) {
        const deed = deeds[index] as () => Promise<T>
        answers[index] = await deed().catch((error: unknown) => {
          if (isApiError(error) && error.status < 500) return error.code
          throw error
        })
      }
    }
    await Promise.all(Array.from({ length: width }, walk))
    return answers
  }

  /** The same order for the same seed (a linear congruential generator with the numbers of Numerical Recipes). */
  function shuffled<T>(all: readonly T[], seed: number): T[] {
    const out = [...all]
    let state = seed
    for (let last = out.length - 1; last > 0; last -= 1) {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      const other = state % (last + 1)
      ;[out[last], out[other]] = [out[other] as T, out[last] as T]
    }
    return out
  }

  it.each([
    [1, 'a notice'],
    [2, 'an expiry'],
    [3, 'chance'],
  ] as const)(
    'one cart stays one order group with one payment through 200 placings, notices, returns, retries and expiries (shuffle %i, begun by %s)',
    async (seed, begunBy) => {
      await vnpay.control('reset', {})
      await vnpay.control('settings', { lost: true })
      const cart = await readyCart([tea(), lotus])
      const placed = (await atOnce(Array.from({ length: 40 }, () => () => place(cart, 'vnpay')))) as PlaceAnswer[]
      const groupId = String(placed[0]?.groupId)
      expect(new Set(placed.map((answer) => answer.groupId))).toEqual(new Set([groupId]))
      const path = `/store/order-groups/${groupId}`
      const token = { 'x-order-token': String(placed[0]?.token) }
      const start = () => store('POST', `${path}/payments`, {}, token)
      const { attempt } = (await start()).data
      await vnpay.control('pay', { payUrl: attempt.redirectUrl, outcome: '00' })

      const notice = () => vnpay.control<{ answer: string }>('ipn', { reference: attempt.reference })
      const forged = () => vnpay.control<{ answer: string }>('ipn', { reference: attempt.reference, badHash: true })
      const back = () => store('GET', `${path}/payment`, undefined, token)
      const sweep = async () => {
        await rows(
          `UPDATE payment_attempt SET next_query_at = now() WHERE state <> 'paid' AND next_query_at IS NOT NULL`,
        )
        await askAboutAttempts(getContainer(), gateway(), Date.now() + 30_000)
      }
      const expire = async () => {
        await rows('UPDATE order_group SET expires_at = now() WHERE id = ? AND expires_at IS NOT NULL', [groupId])
        await expireGroups(getContainer(), new Date())
      }
      const times = <T>(many: number, deed: () => Promise<T>) => Array.from({ length: many }, () => deed)
      const mix: (() => Promise<unknown>)[] = [
        ...times(40, notice),
        ...times(20, forged),
        ...times(40, back),
        ...times(20, start),
        ...times(20, () => place(cart, 'vnpay')),
        ...times(10, () => place(cart, 'cod')),
        ...times(5, sweep),
        ...times(5, expire),
      ]
      expect(placed.length + mix.length).toBe(200)
      const begin = { 'a notice': [notice], 'an expiry': [expire], chance: [] }[begunBy]
      await atOnce([...begin, ...shuffled(mix, seed)])

      const [group] = await rows<{ state: string; order_ids: string[] }>('SELECT state, order_ids FROM order_group')
      expect(await count('order_group')).toBe(1)
      expect(await count('"order"')).toBe(2)
      expect(group?.order_ids).toHaveLength(2)
      expect(await count('order_cart WHERE deleted_at IS NULL')).toBe(2)
      const receipts = await rows<{ outcome: string; amount: string }>('SELECT outcome, amount FROM payment_receipt')
      const paid = group?.state === 'placed'
      expect(paid || group?.state === 'expired').toBe(true)
      expect(receipts).toEqual([{ outcome: paid ? 'applied' : 'late', amount: String(cart.total) }])
      const asked = await rows<{ amount: string; reason: string }>('SELECT amount, reason FROM payment_refund')
      expect(asked).toEqual(paid ? [] : [{ amount: String(cart.total), reason: 'late' }])
      expect(await count('reservation_item WHERE deleted_at IS NULL')).toBe(paid ? 2 : 0)
      expect(await inTransaction(getContainer(), findFaults)).toEqual([])
    },
  )

  it('sells ten packages to exactly ten of a hundred buyers, and tells the others why not', async () => {
    const carts = await atOnce(
      Array.from({ length: 100 }, () => () => readyCart([tea()])),
      CARTS_AT_ONCE,
    )
    const answers = await atOnce(
      carts.map((cart) => async () => (await place(cart as { id: string; total: number }, 'cod')).state),
    )
    expect(answers.filter((answer) => answer === 'placed')).toHaveLength(TEA_STOCK)
    const refused = answers.filter((answer) => answer !== 'placed')
    expect(refused).toHaveLength(100 - TEA_STOCK)
    expect(new Set(refused)).toEqual(new Set(['cart_changed']))
    expect(await count('order_group')).toBe(TEA_STOCK)
    expect(await count('"order"')).toBe(TEA_STOCK)
    expect(await count('reservation_item WHERE deleted_at IS NULL')).toBe(TEA_STOCK)
    expect(await count('inventory_level WHERE deleted_at IS NULL AND reserved_quantity > stocked_quantity')).toBe(0)
    expect(await count('locking')).toBe(0)
    await expect(
      rows(
        'UPDATE inventory_level SET reserved_quantity = reserved_quantity + 1 WHERE reserved_quantity = stocked_quantity',
      ),
    ).rejects.toThrow('More would be promised than there is')
  })
})
