import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { signFields, signQuery } from './sign.mjs'
import { createSimulator } from './simulator.mjs'

interface Vectors {
  secret: string
  query: { name: string; params: Record<string, string>; hash: string }[]
  fields: { name: string; fields: Record<string, string>; hash: string }[]
}
const vectors: Vectors = JSON.parse(readFileSync(new URL('./vectors.json', import.meta.url), 'utf8'))
const SECRET = vectors.secret

let simulator: { listen(port: number): Promise<number>; close(): Promise<void> }
let base = ''

beforeEach(async () => {
  // Nobody listens at the port of IPNs: what is told to the shop is the backend's suite.
  simulator = createSimulator({
    tmnCode: 'TESTSHOP',
    secret: SECRET,
    ipnUrl: 'http://127.0.0.1:9/ipn',
    clockScale: 60_000,
  })
  base = `http://127.0.0.1:${await simulator.listen(0)}`
})
afterEach(() => simulator.close())

const at = (minutes: number) =>
  new Date(Date.now() + 7 * 3600_000 + minutes * 60_000).toISOString().slice(0, 19).replace(/\D/g, '')
const order = (change: Record<string, string> = {}) => ({
  vnp_Version: '2.1.0',
  vnp_Command: 'pay',
  vnp_TmnCode: 'TESTSHOP',
  vnp_Amount: '10000000',
  vnp_CurrCode: 'VND',
  vnp_TxnRef: 'SL1',
  vnp_OrderInfo: 'Thanh toan don hang SL1',
  vnp_OrderType: 'other',
  vnp_Locale: 'vn',
  vnp_ReturnUrl: 'http://127.0.0.1:9/back?own=1',
  vnp_IpAddr: '127.0.0.1',
  vnp_CreateDate: at(0),
  vnp_ExpireDate: at(15),
  ...change,
})
const payUrl = (params: Record<string, string>, hash = signQuery(params, SECRET)) =>
  `${base}/paymentv2/vpcpay.html?${new URLSearchParams({ ...params, vnp_SecureHash: hash })}`
const open = async (params: Record<string, string>, hash?: string) => {
  const answer = await fetch(payUrl(params, hash))
  return { status: answer.status, html: await answer.text() }
}
const submit = async (html: string, step: string, body: Record<string, string>) => {
  const token = /token=([0-9a-f]+)/.exec(html)?.[1]
  const answer = await fetch(`${base}/paymentv2/Transaction/${step}.html?token=${token}`, {
    method: 'POST',
    body: new URLSearchParams(body),
    redirect: 'manual',
  })
  return { status: answer.status, html: await answer.text(), location: answer.headers.get('location') ?? '' }
}
const control = async <T>(name: string, body?: Record<string, unknown>) => {
  const answer = await fetch(`${base}/control/${name}`, body ? { method: 'POST', body: JSON.stringify(body) } : {})
  return (await answer.json()) as T
}
const api = async (command: Record<string, string>, names: string[]) => {
  const body = { ...command, vnp_SecureHash: signFields(command, names, SECRET) }
  const answer = await fetch(`${base}/merchant_webapi/api/transaction`, { method: 'POST', body: JSON.stringify(body) })
  return (await answer.json()) as Record<string, string>
}
let requests = 0
const QUERY = 'RequestId Version Command TmnCode TxnRef TransactionDate CreateDate IpAddr OrderInfo'.split(' ')
const REFUND =
  'RequestId Version Command TmnCode TransactionType TxnRef Amount TransactionNo TransactionDate CreateBy CreateDate IpAddr OrderInfo'.split(
    ' ',
  )
const command = (params: Record<string, string>, more: Record<string, string>) => ({
  vnp_RequestId: `r${requests++}`,
  vnp_Version: '2.1.0',
  vnp_TmnCode: 'TESTSHOP',
  vnp_TxnRef: params.vnp_TxnRef ?? '',
  vnp_TransactionDate: params.vnp_CreateDate ?? '',
  vnp_CreateDate: at(0),
  vnp_IpAddr: '127.0.0.1',
  vnp_OrderInfo: 'x',
  ...more,
})
const query = (params: Record<string, string>, more = {}) =>
  api(command(params, { vnp_Command: 'querydr', ...more }), QUERY)
const refund = (params: Record<string, string>, amount: number, more = {}) =>
  api(
    command(params, {
      vnp_Command: 'refund',
      vnp_TransactionType: '03',
      vnp_Amount: String(amount * 100),
      vnp_TransactionNo: '',
      vnp_CreateBy: 'x',
      ...more,
    }),
    REFUND,
  )

it('signs as an independent program does', () => {
  for (const { params, hash } of vectors.query) expect(signQuery(params, SECRET)).toBe(hash)
  for (const { fields, hash } of vectors.fields) {
    expect(
      signFields(
        fields,
        Object.keys(fields).map((name) => name.replace('vnp_', '')),
        SECRET,
      ),
    ).toBe(hash)
  }
})

it('refuses to start in production', () => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    expect(() => createSimulator({ tmnCode: 'A', secret: 'B', ipnUrl: 'http://127.0.0.1:9' })).toThrow(/production/)
  } finally {
    process.env.NODE_ENV = before
  }
})

describe('the pay page', () => {
  it.each([
    ['70', {}, '00'],
    ['02', { vnp_TmnCode: 'NOBODY' }, undefined],
    ['03', { vnp_OrderInfo: 'Thanh toán' }, undefined],
    ['04', { vnp_Amount: '150' }, undefined],
    ['15', { vnp_CreateDate: at(-30), vnp_ExpireDate: at(-15) }, undefined],
    ['03', { vnp_CreateDate: at(-60 * 30) }, undefined],
  ])('answers code %s to a wrong order', async (code, change, hash) => {
    const { status, html } = await open(order(change), hash)
    expect(status).toBe(400)
    expect(html).toContain(`<strong>${code}</strong>`)
  })

  it('walks through bank, card and OTP to a return that keeps its own query, and takes the order once', async () => {
    const { html } = await open(order())
    const card = await submit(html, 'Bank', { bank: 'NCB' })
    const otp = await submit(card.html, 'Card', { card: '9704198526191432198' })
    expect((await submit(otp.html, 'Otp', { otp: '000000' })).html).toContain('chưa đúng')
    const { location } = await submit(otp.html, 'Otp', { otp: '123456' })
    const back = Object.fromEntries(new URL(location).searchParams)
    expect(back).toMatchObject({ own: '1', vnp_ResponseCode: '00', vnp_TransactionStatus: '00' })
    expect(back.vnp_SecureHash).toBe(signQuery(back, SECRET))
    expect((await submit(html, 'Cancel', {})).location).toBe(location)
    expect((await open(order())).html).toContain('<strong>01</strong>')
  })

  it.each([
    ['9704195798459170488', '51'],
    ['9704193370791314', '12'],
    ['9704194841945513', '10'],
    ['timeout', '11'],
    ['suspicion', '07'],
  ])('ends with card %s at code %s', async (card, code) => {
    const { html } = await open(order())
    const { location } = await submit(html, 'Card', { card })
    expect(new URL(location).searchParams.get('vnp_ResponseCode')).toBe(code)
  })

  it('ends at 24 when it is canceled and at 13 after three wrong codes', async () => {
    const canceled = await open(order({ vnp_TxnRef: 'A1' }))
    expect((await submit(canceled.html, 'Cancel', {})).location).toContain('vnp_ResponseCode=24')
    const { html } = await open(order({ vnp_TxnRef: 'A2' }))
    await submit(html, 'Otp', { otp: '1' })
    await submit(html, 'Otp', { otp: '2' })
    expect((await submit(html, 'Otp', { otp: '3' })).location).toContain('vnp_ResponseCode=13')
  })
})

describe('the merchant API', () => {
  it('answers 91, 94, 97, 02 and 03, signed', async () => {
    const params = order()
    expect(await query(params)).toMatchObject({ vnp_ResponseCode: '91' })
    await control('pay', { payUrl: payUrl(params) })
    expect(await query(params, { vnp_RequestId: 'same' })).toMatchObject({ vnp_TransactionStatus: '00' })
    expect(await query(params, { vnp_RequestId: 'same' })).toMatchObject({ vnp_ResponseCode: '94' })
    expect(await query(params, { vnp_TmnCode: 'NOBODY' })).toMatchObject({ vnp_ResponseCode: '02' })
    expect(await query(params, { vnp_IpAddr: '' })).toMatchObject({ vnp_ResponseCode: '03' })
    const unsigned = { ...command(params, { vnp_Command: 'querydr' }), vnp_SecureHash: 'x' }
    const answer = await fetch(`${base}/merchant_webapi/api/transaction`, {
      method: 'POST',
      body: JSON.stringify(unsigned),
    })
    expect(await answer.json()).toMatchObject({ vnp_ResponseCode: '97' })
  })

  it('pays refunds back in parts, from 05 over 06 to 00, and never more than was paid', async () => {
    const params = order()
    await control('clock', { scale: 1 })
    expect(await refund(params, 10)).toMatchObject({ vnp_ResponseCode: '91' })
    await control('pay', { payUrl: payUrl(params) })
    expect(await refund(params, 60_000)).toMatchObject({ vnp_ResponseCode: '00', vnp_TransactionStatus: '05' })
    expect(await refund(params, 60_000)).toMatchObject({ vnp_ResponseCode: '95' })
    for (const status of ['05', '06', '00']) {
      expect(await query(params)).toMatchObject({
        vnp_TransactionType: '03',
        vnp_TransactionStatus: status,
        vnp_Amount: '6000000',
      })
      await control('clock', { advanceSeconds: 61 })
    }
    expect(await refund(params, 40_000)).toMatchObject({ vnp_ResponseCode: '00' })
    const failed = order({ vnp_TxnRef: 'F1' })
    await control('pay', { payUrl: payUrl(failed), outcome: '24' })
    expect(await refund(failed, 10)).toMatchObject({ vnp_ResponseCode: '95' })
  })

  it('refuses a refund at 09, answers 99, falls silent, and forgets or forges its signature on demand', async () => {
    const params = order()
    await control('pay', { payUrl: payUrl(params) })
    await control('settings', { refunds: 'refused' })
    await refund(params, 10_000)
    await control('clock', { advanceSeconds: 600 })
    expect(await query(params)).toMatchObject({ vnp_TransactionStatus: '09' })
    await control('settings', { refunds: 'error' })
    expect(await refund(params, 10)).toMatchObject({ vnp_ResponseCode: '99' })
    await control('settings', { answers: 'unsigned' })
    expect(await query(params)).not.toHaveProperty('vnp_SecureHash')
    await control('settings', { answers: 'forged' })
    expect((await query(params)).vnp_SecureHash).toMatch(/^[0-9a-f]{128}$/)
    await control('settings', { outage: true })
    await expect(query(params)).rejects.toThrow()
  })
})

it('calls an IPN that nobody answers ten times, by its scaled clock', async () => {
  await control('pay', { payUrl: payUrl(order()) })
  const calls = async () => (await control<{ what: string }[]>('log')).filter(({ what }) => what === 'ipn').length
  for (let i = 0; i < 100 && (await calls()) < 10; i += 1) await new Promise((resolve) => setTimeout(resolve, 20))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await calls()).toBe(10)
})
