import { randomUUID } from 'node:crypto'
import type { CartReview } from '../src/checkout/review-cart'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { adminToken, PASSWORD, shopCall, signInAs } from './shop-client'
import { shopSuite } from './shop-suite'

const { addSecondProducer, makeSampleShop } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { createProducerMemberWorkflow } = loadSource<
  typeof import('../src/workflows/producer/workflows/create-producer-member')
>('./src/workflows/producer/workflows/create-producer-member')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
  const call = shopCall({ api })
  let shop: SampleShop
  let lotus: string
  let owner = ''
  let bookkeeper = ''

  beforeAll(async () => {
    shop = await makeSampleShop(getContainer())
    lotus = String((await addSecondProducer(getContainer(), shop)).variantIds[0])
    await adminToken({ getContainer, api })
    const [producer] = await rows<{ id: string }>(`SELECT id FROM producer WHERE handle = 'htx-son-tra'`)
    for (const [email, role] of [
      ['mai@example.com', 'owner'],
      ['so@example.com', 'bookkeeper'],
    ] as const) {
      await createProducerMemberWorkflow(getContainer()).run({
        input: { producerId: producer?.id ?? '', name: 'Chị Mai', email, password: PASSWORD, role },
      })
    }
    owner = await signInAs(call, 'producer', 'mai@example.com')
    bookkeeper = await signInAs(call, 'producer', 'so@example.com')
    await dbUtils.snapshot()
  })

  async function rows<Row>(sql: string): Promise<Row[]> {
    return (await dbConnection.raw(sql)).rows
  }
  const tea = () => String(shop.tea.variantIds[0])
  const mine = async () => {
    const { stock } = (await call('GET', '/producer/stock', { token: owner })).data
    return stock.find(({ variantId }: { variantId: string }) => variantId === tea())
  }
  const count = (stocked: number, seen: number, { variant = tea(), token = owner } = {}) =>
    call('POST', `/producer/stock/${variant}`, { token, body: { stocked, seen } })
  const codeOf = ({ data }: { data: { error?: { code: string } } }) => data.error?.code
  const store = (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) =>
    call(method, url, { body, headers: { 'x-publishable-api-key': shop.publishableKey, ...headers } })
  async function order(quantity: number) {
    const cart = (await store('POST', '/store/carts', {})).data.cart.id as string
    await store('POST', `/store/carts/${cart}/line-items`, { variant_id: tea(), quantity })
    const review: CartReview = (await store('POST', `/store/carts/${cart}/delivery`, DELIVERY)).data
    return await store(
      'POST',
      `/store/carts/${cart}/place`,
      { expectedTotal: review.total, method: 'cod' },
      { 'idempotency-key': randomUUID() },
    )
  }

  it('counts at once what the producer has on hand, and says so to search and the journal', async () => {
    const before = await mine()
    await rows('DELETE FROM outbox_message')
    expect((await count(3, before.stocked)).data.stock).toMatchObject({ stocked: 3, reserved: 0 })
    expect(await mine()).toMatchObject({ stocked: 3, product: 'Chè Shan tuyết' })
    expect(await rows(`SELECT topic FROM outbox_message ORDER BY topic`)).toEqual([
      { topic: 'catalogue' },
      { topic: 'passport' },
    ])
    expect(await rows(`SELECT verb, details FROM audit_entry WHERE verb = 'stock:count'`)).toEqual([
      { verb: 'stock:count', details: { before: before.stocked, after: 3 } },
    ])
    expect((await order(4)).status).toBeGreaterThanOrEqual(400)
    expect((await order(3)).status).toBeLessThan(300)
  })

  it('is never less than what is ordered and not packed', async () => {
    await count(5, (await mine()).stocked)
    await order(2)
    expect(await mine()).toMatchObject({ stocked: 5, reserved: 2 })
    const refused = await count(1, 5)
    expect([refused.status, codeOf(refused)]).toEqual([409, 'stock_reserved'])
    expect((await count(2, 5)).status).toBe(200)
    expect((await order(1)).status).toBeGreaterThanOrEqual(400)
  })

  it('does not undo what happened while the form was open: of ten counts at once one counts', async () => {
    const { stocked } = await mine()
    const answers = await Promise.all(Array.from({ length: 10 }, (_, index) => count(stocked + 1 + index, stocked)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter((answer) => codeOf(answer) === 'stock_moved')).toHaveLength(9)
  })

  it('is the producer’s own, and for those whose role has to do with it', async () => {
    expect((await count(1, 0, { variant: lotus })).status).toBe(404)
    expect((await count(1, 0, { variant: 'variant_none' })).status).toBe(404)
    const { stocked } = await mine()
    expect((await count(1, stocked, { token: bookkeeper })).status).toBe(403)
    for (const wrong of [-1, 1.5, 1_000_001]) {
      const answer = await count(wrong, stocked)
      expect([answer.status, answer.data.error.field]).toEqual([400, 'stocked'])
    }
    expect((await mine()).stocked).toBe(stocked)
  })
})
