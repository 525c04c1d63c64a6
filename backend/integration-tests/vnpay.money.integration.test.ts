import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { PaymentGateway } from '../src/payments/gateway'
import type { PaymentView } from '../src/payments/payment-state'
import { loadSource } from './load-source'
import { shopSuite } from './shop-suite'
import { startVnpay, type VnpayProcess } from './vnpay-process'

const { makeSampleShop } = loadSource<typeof import('./sample-shop')>('./integration-tests/sample-shop')
const { inTransaction } = loadSource<typeof import('../src/money/in-transaction')>('./src/money/in-transaction')
const { environment } = loadSource<typeof import('../src/env')>('./src/env')
const { signOrderLink } = loadSource<typeof import('../src/orders/order-link')>('./src/orders/order-link')
const { freezeTerms } = loadSource<typeof import('../src/settlement/freeze-terms')>('./src/settlement/freeze-terms')
const { askAboutAttempts } = loadSource<typeof import('../src/payments/ask-gateway')>('./src/payments/ask-gateway')
const { sendRefunds } = loadSource<typeof import('../src/payments/send-refunds')>('./src/payments/send-refunds')
const { askRefund } = loadSource<typeof import('../src/payments/refunds')>('./src/payments/refunds')
const { receivePayment } = loadSource<typeof import('../src/payments/receive-payment')>(
  './src/payments/receive-payment',
)
const { applyReceipt, confirmRefund, returnReceipt, sendRefundAgain } = loadSource<
  typeof import('../src/payments/settle-by-hand')
>('./src/payments/settle-by-hand')
const { reconcileByQuery, reconcileByFile } =
  loadSource<typeof import('../src/payments/reconcile')>('./src/payments/reconcile')
const { vnpayGateway } = loadSource<typeof import('../src/vnpay/vnpay-gateway')>('./src/vnpay/vnpay-gateway')

const PARTS = [120_000, 230_001]
const TOTAL = 350_001

shopSuite(({ getContainer, api, dbUtils }) => {
  let vnpay: VnpayProcess
  let publishableKey = ''

  beforeAll(async () => {
    publishableKey = (await makeSampleShop(getContainer())).publishableKey
    await dbUtils.snapshot()
    vnpay = await startVnpay(`${api.defaults.baseURL}/hooks/vnpay/ipn`)
  })
  afterAll(() => vnpay?.stop())
  beforeEach(() => vnpay.control('reset', {}))

  const rows = <Row>(text: string, values: unknown[] = []) =>
    inTransaction(getContainer(), (sql) => sql.query<Row>(text, values))
  const gateway = (): PaymentGateway => {
    const terminal = environment().vnpay
    if (!terminal) throw new Error('no terminal')
    return vnpayGateway(terminal)
  }
  const soon = () => Date.now() + 30_000

  /** Two producers' orders in a group that awaits VNPay. */
  async function makeGroup(method = 'vnpay'): Promise<string> {
    const id = `ogrp_${randomUUID().replaceAll('-', '')}`
    const orders = PARTS.map((total, index) => ({
      orderId: `order_${id}_${index}`,
      total,
      producerId: `prod_${index}`,
    }))
    await rows(
      `INSERT INTO order_group (id, display_no, cart_id, phone, buyer_hash, method, state, total, expires_at, placed_at, order_ids)
       VALUES (?, ?, ?, '0912345678', 'x', ?, 'awaiting_payment', ?, now() + interval '30 minutes', now(), ?)`,
      [id, `SL-${id.slice(-12)}`, `cart_${id}`, method, TOTAL, orders.map(({ orderId }) => orderId)],
    )
    for (const [position, { orderId, total, producerId }] of orders.entries()) {
      await rows(
        `INSERT INTO seller_order (order_id, group_id, position, producer_id, delivery_method, goods, discount, shipping, total, state)
         VALUES (?, ?, ?, ?, 'flat', ?, 0, 0, ?, 'awaiting_payment')`,
        [orderId, id, position + 1, producerId, total, total],
      )
    }
    await inTransaction(getContainer(), (sql) =>
      freezeTerms(sql, {
        groupId: id,
        at: new Date(),
        orders: orders.map(({ orderId, total, producerId }) => ({
          orderId,
          producerId,
          legalForm: 'cooperative',
          centreId: null,
          shipping: 0,
          lines: [
            { lineId: `line_${orderId}`, productId: 'p', sector: 'drink', quantity: 2, goods: total, discounts: [] },
          ],
        })),
      }),
    )
    return id
  }

  async function ask<Body>(method: 'get' | 'post', id: string, path: string, body?: unknown) {
    const { status, data }: { status: number; data: Body } = await api.request({
      method,
      url: `/store/order-groups/${id}/${path}`,
      data: body,
      headers: {
        'x-publishable-api-key': publishableKey,
        'x-order-token': signOrderLink(id, environment().ORDER_LINK_SECRET, new Date()),
      },
      validateStatus: () => true,
    })
    return { status, data }
  }
  interface Started {
    attempt: { reference: string; redirectUrl: string }
    error?: { code: string }
  }
  const start = async (id: string) => (await ask<Started>('post', id, 'payments', {})).data.attempt
  /** As a second click does much later. */
  const startAnother = async (id: string) => {
    await rows(`UPDATE payment_attempt SET created_at = created_at - interval '1 minute' WHERE group_id = ?`, [id])
    return await start(id)
  }
  const pay = (payUrl: string, outcome = '00') => vnpay.control<{ returnUrl: string }>('pay', { payUrl, outcome })
  const ipn = async (reference: string, more: Record<string, unknown> = {}) =>
    (await vnpay.control<{ answer: string }>('ipn', { reference, ...more })).answer
  const set = (settings: Record<string, unknown>) => vnpay.control('settings', settings)
  const view = async (id: string) => (await ask<{ payment: PaymentView }>('get', id, 'payment')).data.payment

  const balance = async (account: string) => {
    const [row] = await rows<{ held: string }>(
      `SELECT (coalesce(sum(amount) FILTER (WHERE credit = ?), 0) - coalesce(sum(amount) FILTER (WHERE debit = ?), 0))::text AS held
       FROM ledger_entry`,
      [account, account],
    )
    return Number(row?.held)
  }
  const until = async (what: string, ready: () => Promise<boolean>) => {
    for (const end = Date.now() + 20_000; Date.now() < end; ) {
      if (await ready()) return
      await pause(100)
    }
    throw new Error(`It never came: ${what}.`)
  }
  /** What the sweeper does a while later. */
  const sweep = async () => {
    await rows(`UPDATE payment_attempt SET next_query_at = now() WHERE state <> 'paid' AND next_query_at IS NOT NULL`)
    await askAboutAttempts(getContainer(), gateway(), soon())
  }
  const expectPaidOnce = async (id: string) => {
    expect(await view(id)).toMatchObject({ state: 'paid', groupState: 'placed' })
    const applied = await rows<{ amount: string }>(
      `SELECT amount FROM payment_receipt WHERE group_id = ? AND outcome = 'applied'`,
      [id],
    )
    expect(applied).toEqual([{ amount: String(TOTAL) }])
    for (const [index, part] of PARTS.entries()) expect(await balance(`advance:order_${id}_${index}`)).toBe(part)
    expect(await balance(`unapplied:${id}`)).toBe(0)
  }
  const refundsOf = (id: string) =>
    rows<{
      id: string
      state: string
      amount: string
      reason: string
      request_id: string | null
      alert: string | null
    }>(
      'SELECT id, state, amount, reason, request_id, alert FROM payment_refund WHERE group_id = ? ORDER BY created_at, id',
      [id],
    )
  const finishRefunds = async () => {
    for (let i = 0; i < 4; i += 1) {
      await rows(`UPDATE payment_refund SET next_attempt_at = now() WHERE state IN ('asked', 'sent')`)
      await sendRefunds(getContainer(), gateway(), soon())
      await vnpay.control('clock', { advanceSeconds: 70 })
    }
  }

  it('answers the seven acceptance cases as VNPay wants them', async () => {
    await set({ lost: true })
    const [good, failed] = [await makeGroup(), await makeGroup()]
    const one = await start(good)
    await pay(one.redirectUrl)
    expect(await ipn(one.reference, { badHash: true })).toBe('97')
    expect(await ipn('NOSUCHORDER1', { change: { vnp_Amount: '10000000' } })).toBe('01')
    expect(await ipn(one.reference, { change: { vnp_Amount: '100' } })).toBe('04')
    expect((await view(good)).state).toBe('waiting')
    expect(await ipn(one.reference)).toBe('00')
    expect(await ipn(one.reference)).toBe('02')
    await expectPaidOnce(good)
    const two = await start(failed)
    await pay(two.redirectUrl, '24')
    expect(await ipn(two.reference)).toBe('00')
    expect(await view(failed)).toMatchObject({ state: 'failed', mayPay: true, attempt: { responseCode: '24' } })
    // A success without VNPay's own number cannot be booked.
    const third = await start(await makeGroup())
    await pay(third.redirectUrl)
    expect(await ipn(third.reference, { change: { vnp_TransactionNo: '0' } })).toBe('99')
  })

  it('takes no parameter twice, nor a notice of another terminal, and keeps no trace of what is not signed', async () => {
    await set({ lost: true })
    const attempt = await start(await makeGroup())
    await pay(attempt.redirectUrl)
    expect(await ipn(attempt.reference, { change: { vnp_TmnCode: 'OTHERONE' } })).toBe('97')
    const kept = 'SELECT count(*) AS count FROM gateway_message'
    const before = await rows<{ count: string }>(kept)
    expect(await ipn(attempt.reference, { badHash: true })).toBe('97')
    const doubled = await api.get('/hooks/vnpay/ipn?vnp_TxnRef=a&vnp_TxnRef=b&vnp_SecureHash=00')
    expect([doubled.status, doubled.data.RspCode]).toEqual([200, '97'])
    expect(await rows(kept)).toEqual(before)
  })

  const matrix = [
    ['ipn_first', 'return_first', 'both'],
    [false, true],
    [0, 2],
    [0, 1],
    [0, 5_000],
    [false, true],
    [false, true],
  ].reduce<unknown[][]>((all, choices) => all.flatMap((chosen) => choices.map((each) => [...chosen, each])), [[]])

  it('ends the same, whatever order, loss, repetition, delay, amount, hash or failure the notices come with', async () => {
    expect(matrix).toHaveLength(192)
    for (const [order, lost, duplicates, delaySeconds, amountDelta, badHash, failureFirst] of matrix) {
      const faults = { order, lost, duplicates, delaySeconds, amountDelta, badHash, failureFirst }
      await set(faults)
      const id = await makeGroup()
      const { redirectUrl } = await start(id)
      await pay(redirectUrl)
      if (lost || amountDelta || badHash) await sweep()
      await until(JSON.stringify(faults), async () => {
        if ((await view(id)).state === 'paid') return true
        await sweep()
        return false
      })
      await expectPaidOnce(id)
      expect(await refundsOf(id)).toEqual([])
    }
  }, 600_000)

  it('applies one of two attempts that were both paid, and sends the other back', async () => {
    const id = await makeGroup()
    const first = await start(id)
    const second = await startAnother(id)
    expect(second.reference).not.toBe(first.reference)
    await Promise.all([pay(first.redirectUrl), pay(second.redirectUrl)])
    await expectPaidOnce(id)
    expect(await refundsOf(id)).toMatchObject([{ state: 'asked', amount: String(TOTAL), reason: 'duplicate' }])
    await finishRefunds()
    const [refund] = await refundsOf(id)
    expect(refund?.state).toBe('done')
    expect(await balance(`claim:${refund?.id}`)).toBe(0)
    await expectPaidOnce(id)
  })

  it('gives one receipt to 40 notices and questions at once', async () => {
    await set({ lost: true })
    const id = await makeGroup()
    const { redirectUrl, reference } = await start(id)
    await pay(redirectUrl)
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 8 === 0 ? sweep().then(() => '02') : ipn(reference))),
    )
    expect(answers.filter((answer) => answer === '00').length).toBeLessThanOrEqual(1)
    expect(new Set(answers.filter((answer) => answer !== '00'))).toEqual(new Set(['02']))
    await expectPaidOnce(id)
  })

  it('sends late money back, told by a late notice or found by asking', async () => {
    for (const told of [true, false]) {
      await set({ lost: true })
      const id = await makeGroup()
      const { redirectUrl, reference } = await start(id)
      await pay(redirectUrl)
      await rows(`UPDATE order_group SET state = 'expired' WHERE id = ?`, [id])
      if (told) expect(await ipn(reference)).toBe('00')
      else await sweep()
      expect(await refundsOf(id)).toMatchObject([{ amount: String(TOTAL), reason: 'late' }])
      expect((await view(id)).state).toBe('sent_back')
      await finishRefunds()
      const [refund] = await refundsOf(id)
      expect([refund?.state, await balance(`unapplied:${id}`), await balance(`claim:${refund?.id}`)]).toEqual([
        'done',
        0,
        0,
      ])
    }
  })

  it('believes no answer to a query that is unsigned, forged or missing', async () => {
    for (const fault of [{ answers: 'unsigned' }, { answers: 'forged' }, { outage: true }]) {
      await vnpay.control('reset', {})
      await set({ lost: true })
      const id = await makeGroup()
      const { redirectUrl } = await start(id)
      await pay(redirectUrl)
      await set(fault)
      await sweep()
      expect(await view(id)).toMatchObject({ state: 'waiting', groupState: 'awaiting_payment' })
      await set({ answers: 'signed', outage: false })
      await sweep()
      await expectPaidOnce(id)
    }
  })

  async function paidGroup(): Promise<string> {
    await set({ lost: false })
    const id = await makeGroup()
    await pay((await start(id)).redirectUrl)
    await expectPaidOnce(id)
    return id
  }
  const askBack = (id: string, index: number, amount: number, key: string) =>
    inTransaction(getContainer(), (sql) =>
      askRefund(sql, { groupId: id, orderId: `order_${id}_${index}`, receiptId: null, amount, reason: 'x', key }),
    )

  it('believes no answer to a refund that is unsigned or forged, and repeats it under the same number', async () => {
    for (const answers of ['unsigned', 'forged']) {
      const id = await paidGroup()
      await askBack(id, 0, 20_000, `k:${id}`)
      await set({ answers })
      await finishRefunds()
      const [silent] = await refundsOf(id)
      expect([silent?.state, silent?.request_id === null]).toEqual(['sent', false])
      const refundId = silent?.id ?? ''
      expect(await balance(`claim:${refundId}`)).toBe(20_000)
      await set({ answers: 'signed' })
      await finishRefunds()
      const [done] = await refundsOf(id)
      expect([done?.state, done?.request_id]).toEqual(['done', silent?.request_id])
      expect(await balance(`claim:${refundId}`)).toBe(0)
      const made = await vnpay.control<{ refunds: unknown[]; transactionNo: string }[]>('transactions')
      expect(made.filter(({ refunds }) => refunds.length > 1)).toEqual([])
    }
  })

  it('sends parts back one after the other, and never more than came in', async () => {
    const id = await paidGroup()
    const keys = Array.from({ length: 8 }, (_, index) => `part:${id}:${index}`)
    const asked = await Promise.allSettled(keys.map((key) => askBack(id, 0, 20_000, key)))
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(6)
    await askBack(id, 1, PARTS[1] ?? 0, `rest:${id}`)
    await expect(askBack(id, 1, 1, `more:${id}`)).rejects.toMatchObject({ code: 'refund_above_receipt' })
    expect(await askBack(id, 1, PARTS[1] ?? 0, `rest:${id}`)).toBe((await refundsOf(id)).at(-1)?.id)
    await expect(askBack(id, 1, 5, `rest:${id}`)).rejects.toMatchObject({ code: 'refund_key_reused' })
    for (let i = 0; i < 8; i += 1) await finishRefunds()
    expect((await refundsOf(id)).map(({ state }) => state)).toEqual(Array.from({ length: 7 }, () => 'done'))
    expect(await balance(`advance:order_${id}_0`)).toBe(0)
    await expect(rows('UPDATE payment_receipt SET refunded = amount + 1 WHERE group_id = ?', [id])).rejects.toThrow(
      /CHK_payment_receipt_refunded/,
    )
  })

  it('keeps a refused refund owed until a person sends it again or pays it from the bank', async () => {
    const id = await paidGroup()
    await set({ refunds: 'refused' })
    await askBack(id, 0, 20_000, `no:${id}`)
    await finishRefunds()
    const [refused] = await refundsOf(id)
    const refundId = refused?.id ?? ''
    expect(refused).toMatchObject({ state: 'refused', alert: 'refund_refused' })
    expect(await balance(`claim:${refundId}`)).toBe(20_000)
    await sendRefundAgain(getContainer(), refundId, 'user_1')
    await finishRefunds()
    await confirmRefund(getContainer(), refundId, { paidReference: 'FT26327', by: 'user_1' })
    expect((await refundsOf(id))[0]).toMatchObject({ state: 'done', alert: null })
    expect(await balance(`claim:${refundId}`)).toBe(0)
    await expect(
      confirmRefund(getContainer(), refundId, { paidReference: 'FT26328', by: 'user_1' }),
    ).rejects.toMatchObject({ code: 'refund_changed' })
  })

  it('holds money suspected of fraud until a person applies it or sends it back', async () => {
    for (const decision of ['apply', 'return'] as const) {
      const id = await makeGroup()
      await pay((await start(id)).redirectUrl, '07')
      expect(await view(id)).toMatchObject({ state: 'held', mayPay: false, groupState: 'awaiting_payment' })
      expect(await balance(`unapplied:${id}`)).toBe(TOTAL)
      const [receipt] = await rows<{ id: string }>('SELECT id FROM payment_receipt WHERE group_id = ?', [id])
      const receiptId = receipt?.id ?? ''
      if (decision === 'apply') {
        await applyReceipt(getContainer(), receiptId)
        await expectPaidOnce(id)
      } else {
        await returnReceipt(getContainer(), receiptId, 'held')
        expect(await refundsOf(id)).toMatchObject([{ amount: String(TOTAL), state: 'asked' }])
      }
      await expect(returnReceipt(getContainer(), receiptId, 'x')).rejects.toMatchObject({ code: 'receipt_settled' })
    }
  })

  it('books nothing on a payment that the bank debited and VNPay did not finish', async () => {
    const id = await makeGroup()
    await pay((await start(id)).redirectUrl, 'reversed')
    expect(await rows('SELECT id FROM payment_receipt WHERE group_id = ?', [id])).toEqual([])
    expect(await rows(`SELECT alert FROM gateway_message WHERE alert = 'reversed' AND kind = 'ipn'`)).toHaveLength(1)
  })

  it('starts one attempt for two clicks, and none where nothing is awaited or the token is wrong', async () => {
    const id = await makeGroup()
    const [one, two] = await Promise.all([start(id), start(id)])
    expect(two).toEqual(one)
    expect(one.reference).toMatch(/^[A-Za-z0-9]+$/)
    await pay(one.redirectUrl)
    expect(await ask<Started>('post', id, 'payments', {})).toMatchObject({
      status: 409,
      data: { error: { code: 'payment_not_awaited' } },
    })
    const transfer = await makeGroup('bank_transfer')
    expect((await ask<Started>('post', transfer, 'payments', {})).data.error?.code).toBe('payment_method_off')
    expect((await ask('post', id, 'payments', { returnPath: '//evil.example' })).status).toBe(400)
    const none = await api.get(`/store/order-groups/${id}/payment`, {
      headers: { 'x-publishable-api-key': publishableKey },
      validateStatus: () => true,
    })
    expect(none.status).toBe(401)
  })

  it('refuses a number that is on record with another amount', async () => {
    const [one, two] = [await makeGroup('bank_transfer'), await makeGroup('bank_transfer')]
    const money = {
      source: 'bank' as const,
      reference: `FT${one}`,
      attemptReference: null,
      amount: TOTAL,
      at: new Date(),
      raw: {},
    }
    expect(await receivePayment(getContainer(), { ...money, groupId: one })).toBe('applied')
    expect(await receivePayment(getContainer(), { ...money, groupId: one })).toBe('already')
    for (const other of [{ groupId: two }, { groupId: one, amount: 5 }]) {
      await expect(receivePayment(getContainer(), { ...money, ...other })).rejects.toMatchObject({
        code: 'receipt_conflict',
      })
    }
    const short = { ...money, reference: `FTS${two}`, amount: TOTAL - 1, groupId: two }
    expect(await receivePayment(getContainer(), short)).toBe('wrong_amount')
    expect(await refundsOf(two)).toEqual([])
    expect(await receivePayment(getContainer(), { ...money, reference: `FT2${one}`, groupId: one })).toBe('duplicate')
    expect(await refundsOf(one)).toMatchObject([{ state: 'manual', reason: 'duplicate' }])
  })

  it('lists what our books and VNPay’s disagree on, and takes the money that was missing', async () => {
    const paid = await paidGroup()
    await set({ lost: true })
    const missed = await makeGroup()
    const { redirectUrl, reference } = await start(missed)
    await pay(redirectUrl)
    const day = new Date(Date.now() + 7 * 3600_000).toISOString().slice(0, 10)
    const report = async (id: string) => {
      const [row] = await rows<{ receipts: number; received: string; differences: unknown[] }>(
        'SELECT receipts, received, differences FROM reconciliation WHERE id = ?',
        [id],
      )
      return row
    }
    await rows(`UPDATE payment_attempt SET next_query_at = now() + interval '1 hour' WHERE state <> 'paid'`)
    expect(await report(await reconcileByQuery(getContainer(), gateway(), day))).toMatchObject({
      receipts: 1,
      received: String(TOTAL),
      differences: [{ kind: 'only_theirs', reference, ours: null, theirs: TOTAL }],
    })
    await expectPaidOnce(missed)
    expect(await report(await reconcileByQuery(getContainer(), gateway(), day))).toMatchObject({
      receipts: 2,
      differences: [],
    })
    const [attempt] = await rows<{ reference: string }>('SELECT reference FROM payment_attempt WHERE group_id = ?', [
      paid,
    ])
    const lines = [
      { what: 'receipt' as const, reference: attempt?.reference ?? '', amount: TOTAL - 1 },
      { what: 'receipt' as const, reference: 'NOTOURS1', amount: 7_000 },
    ]
    const byFile = await report(await reconcileByFile(getContainer(), day, 'vnpay.csv', lines))
    expect(byFile?.differences).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'amount', ours: TOTAL, theirs: TOTAL - 1 }),
        expect.objectContaining({ kind: 'only_ours', reference }),
        expect.objectContaining({ kind: 'only_theirs', reference: 'NOTOURS1', theirs: 7_000 }),
      ]),
    )
  })

  it('asks at once when the buyer is back and nobody has told us', async () => {
    await set({ lost: true })
    const id = await makeGroup()
    await pay((await start(id)).redirectUrl)
    await rows(`UPDATE payment_attempt SET created_at = created_at - interval '5 seconds' WHERE group_id = ?`, [id])
    await ask('get', id, 'payment?returned=1')
    await askAboutAttempts(getContainer(), gateway(), soon())
    await until('paid', async () => (await view(id)).state === 'paid')
    await expectPaidOnce(id)
  })
})
