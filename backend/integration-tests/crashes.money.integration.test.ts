import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import type { PlaceAnswer } from '../src/checkout/place-cart'
import type { CartReview } from '../src/checkout/review-cart'
import { type CommitGate, openCommitGate } from './commit-gate'
import type { Deed, DeedArgs } from './crash-deeds'
import { loadSource } from './load-source'
import type { SampleShop } from './sample-shop'
import { type Answer, shopCall } from './shop-client'
import { shopSuite } from './shop-suite'
import { startVnpay, type VnpayProcess } from './vnpay-process'

const { addSecondProducer, makeSampleShop } = loadSource<typeof import('./sample-shop')>(
  './integration-tests/sample-shop',
)
const { DEEDS } = loadSource<typeof import('./crash-deeds')>('./integration-tests/crash-deeds')
const { shopState } = loadSource<typeof import('./shop-state')>('./integration-tests/shop-state')
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { takeBackAbandoned } = loadSource<typeof import('../src/checkout/take-back')>('./src/checkout/take-back')
const { findFaults } = loadSource<typeof import('../src/settlement/check-balance')>('./src/settlement/check-balance')
const { freezeTerms } = loadSource<typeof import('../src/settlement/freeze-terms')>('./src/settlement/freeze-terms')
const { postPaid } = loadSource<typeof import('../src/settlement/post-receipts')>('./src/settlement/post-receipts')
const { postEarned } = loadSource<typeof import('../src/settlement/post-earned')>('./src/settlement/post-earned')
const { sealBankNumber } = loadSource<typeof import('../src/sellers/bank-accounts')>('./src/sellers/bank-accounts')

const DELIVERY = {
  name: 'Nguyễn Thị Hoa',
  phone: '0912 345 678',
  provinceCode: '82',
  communeCode: '29905',
  street: '12 Nguyễn Huệ',
}
const AT = new Date('2026-11-20T03:00:00Z')
/** Before each moment at which something is kept the process is killed once; a step more or fewer than these fails the test of its deed. */
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const MOMENTS: Record<Deed, number[]> = { place: upTo(6), receive: upTo(1), refund: upTo(8), payOut: upTo(6) }

shopSuite(({ getContainer, api, dbUtils, dbConnection }) => {
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
  const state = () => inTransaction(getContainer(), shopState)

  async function readyCart(): Promise<DeedArgs['place']> {
    const { id } = (await store('POST', '/store/carts', {})).data.cart
    for (const variantId of [String(shop.tea.variantIds[0]), lotus])
      await store('POST', `/store/carts/${id}/line-items`, { variant_id: variantId, quantity: 1 })
    const review: CartReview = (await store('POST', `/store/carts/${id}/delivery`, DELIVERY)).data
    return { cartId: id, idempotencyKey: randomUUID(), expectedTotal: review.total, method: 'vnpay' }
  }
  async function paidAtGateway(): Promise<DeedArgs['receive']> {
    const cart = await readyCart()
    const { groupId, token } = (await DEEDS.place(getContainer(), cart)) as PlaceAnswer
    const path = `/store/order-groups/${groupId}/payments`
    const { attempt } = (await store('POST', path, {}, { 'x-order-token': token })).data
    await vnpay.control('pay', { payUrl: attempt.redirectUrl, outcome: '00' })
    return { groupId, attemptReference: attempt.reference, reference: '', amount: cart.expectedTotal }
  }
  const numberAtGateway = async ({ attemptReference }: DeedArgs['receive']) => {
    const all = await vnpay.control<{ txnRef?: string; transactionNo?: string }[]>('transactions')
    const found = all.find((each) => JSON.stringify(each).includes(attemptReference))
    return String(found?.transactionNo)
  }
  const refundsAtGateway = async (orderId: string) => {
    const [row] = await rows<{ reference: string }>(
      `SELECT a.reference FROM payment_attempt a JOIN seller_order o ON o.group_id = a.group_id WHERE o.order_id = ?`,
      [orderId],
    )
    const all = await vnpay.control<{ refunds: { amount: number }[] }[]>('transactions')
    return all.find((each) => JSON.stringify(each).includes(row?.reference ?? '?'))?.refunds
  }
  async function sale(producerId: string, goods: number) {
    const [orderId, groupId] = [`order_${producerId}`, `ogrp_${producerId}`]
    const lines = [{ lineId: `line_${orderId}`, productId: 'p', sector: 'food', quantity: 1, goods, discounts: [] }]
    await inTransaction(getContainer(), async (sql) => {
      const order = { orderId, producerId, legalForm: 'cooperative' as const, centreId: null, shipping: 0, lines }
      await freezeTerms(sql, { groupId, at: AT, orders: [order] })
      const orders = [{ orderId, producerId, total: goods }]
      await postPaid(sql, { receiptId: `receipt_${orderId}`, groupId, asset: 'bank:main', at: AT, orders })
      await postEarned(sql, { orderId, at: AT })
    })
    const { ciphertext, nonce, keyId } = sealBankNumber(producerId, '0123456789')
    await rows(
      `INSERT INTO bank_account (id, producer_id, bank_bin, holder, ciphertext, nonce, key_id, last_four, state, verified_by, verified_at)
       VALUES (?, ?, '970436', 'HTX CHE', ?, ?, ?, '6789', 'verified', 'user_an', now())`,
      [`bacc_${producerId}`, producerId, ciphertext, nonce, keyId],
    )
  }

  /** What a deed begins with. */
  const BEGIN: { [Name in Deed]: () => Promise<DeedArgs[Name]> } = {
    place: readyCart,
    async receive() {
      const payment = await paidAtGateway()
      return { ...payment, reference: await numberAtGateway(payment) }
    },
    async refund() {
      const payment = await BEGIN.receive()
      await DEEDS.receive(getContainer(), payment)
      const [order] = await rows<{ order_id: string }>(
        'SELECT order_id FROM seller_order WHERE group_id = ? ORDER BY total LIMIT 1',
        [payment.groupId],
      )
      return { orderId: String(order?.order_id) }
    },
    async payOut() {
      await sale('prod_a', 300_001)
      await sale('prod_b', 400_002)
      return {}
    },
  }

  let gate: CommitGate
  let child: ChildProcess
  beforeEach(async () => {
    // Each test has the gateway's clock from the start: what waited for a bank in one lets payments of the next run out.
    await vnpay.control('reset', {})
    await vnpay.control('settings', { lost: true })
    const { rows: names } = await dbConnection.raw<{ rows: { name: string }[] }>('SELECT current_database() AS name')
    const url = new URL(process.env.DATABASE_URL ?? '')
    gate = await openCommitGate({ host: url.hostname, port: Number(url.port) })
    url.hostname = '127.0.0.1'
    url.port = String(gate.port)
    url.pathname = `/${names[0]?.name}`
    child = spawn(process.execPath, ['--require', '@swc-node/register', 'integration-tests/doomed-shop.ts'], {
      env: { ...process.env, DATABASE_URL: url.href },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await once(child, 'message')
  })
  afterEach(async () => {
    const running = child.exitCode === null && child.signalCode === null
    if (child.kill('SIGKILL') && running) await once(child, 'exit')
    gate.close()
  })

  /** Lets the other process do the deed. In: the moment before which it is killed. Out: moments seen; how it ended. */
  async function doElsewhere<Name extends Deed>(deed: Name, args: DeedArgs[Name], killBefore: number | null) {
    let seen = 0
    gate.watch((no) => {
      seen = no
      return no === killBefore && child.kill('SIGKILL')
    })
    const ended = Promise.race([
      once(child, 'exit').then(([, signal]) => String(signal)),
      once(child, 'message').then(([message]) => (message as { error: string | null }).error ?? 'done'),
    ])
    child.send({ deed, args })
    return { end: await ended, seen }
  }

  /** What a deed leaves that nobody disturbed; once a deed. */
  const expected = new Map<Deed, string[]>()
  async function undisturbed<Name extends Deed>(deed: Name) {
    const args = await BEGIN[deed]()
    const { end, seen } = await doElsewhere(deed, args, null)
    expect(end).toBe('done')
    expected.set(deed, await state())
    return seen
  }
  /** The half minute in which a dead process's lock runs out and is reaped. */
  const lockRunsOut = () => rows('DELETE FROM locking')

  async function endsTheSame<Name extends Deed>(deed: Name, args: DeedArgs[Name]) {
    await DEEDS[deed](getContainer(), args)
    expect(await state()).toEqual(expected.get(deed))
    expect((await inTransaction(getContainer(), findFaults)).filter(({ fault }) => fault !== 'receipt')).toEqual([])
    // Once more changes nothing.
    await DEEDS[deed](getContainer(), args)
    expect(await state()).toEqual(expected.get(deed))
  }

  describe.each(['place', 'receive', 'refund', 'payOut'] as const)('%s', (deed) => {
    it('keeps something at the moments that are tried here, and at no other', async () => {
      expect(await undisturbed(deed)).toBe(MOMENTS[deed].length)
    })

    it.each(MOMENTS[deed])(
      'killed before moment %i and begun again ends as if nothing had happened',
      async (moment) => {
        const args = await BEGIN[deed]()
        expect(await doElsewhere(deed, args, moment)).toEqual({ end: 'SIGKILL', seen: moment })
        if (deed === 'place' && moment % 2 === 0) {
          // Nobody may come back: what is half-made goes by itself, and the cart can be ordered.
          await lockRunsOut()
          await rows(`UPDATE order_group SET placed_at = placed_at - interval '1 hour' WHERE state = 'placing'`)
          await takeBackAbandoned(getContainer())
          expect(await rows(`SELECT 1 FROM order_group WHERE state = 'placing'`)).toEqual([])
        }
        await lockRunsOut()
        await endsTheSame(deed, args)
        if (deed === 'refund') expect(await refundsAtGateway((args as DeedArgs['refund']).orderId)).toHaveLength(1)
      },
    )
  })

  it('a dead process keeps a cart from its buyer for less than 30 seconds', async () => {
    const args = await BEGIN.place()
    await doElsewhere('place', args, 3)
    const from = Date.now()
    await DEEDS.place(getContainer(), args)
    expect(Date.now() - from).toBeLessThan(30_000)
    expect(await rows('SELECT state FROM order_group')).toEqual([{ state: 'awaiting_payment' }])
  })
})
