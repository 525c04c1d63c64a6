import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { ignoreLogger, VNPay } from 'vnpay'
import { fromVnpayAmount, toVnpayAmount } from './amount'
import { fromVnpayMoment, toVnpayMoment } from './moment'
import { paymentState, readNotice } from './notice'
import { payUrl } from './pay-url'
import { isSignatureOf, pipedText, signedText, signText } from './signature'

interface Vectors {
  secret: string
  query: { name: string; params: Record<string, string>; text: string; hash: string }[]
  fields: { name: string; fields: Record<string, string>; text: string; hash: string }[]
}
const vectors: Vectors = JSON.parse(readFileSync(path.resolve('../test/vnpay-simulator/vectors.json'), 'utf8'))
const terminal = {
  tmnCode: 'TESTSHOP',
  secret: vectors.secret,
  payUrl: 'https://gateway.example/paymentv2/vpcpay.html',
  apiUrl: 'https://gateway.example/merchant_webapi/api/transaction',
}
const library = new VNPay({
  tmnCode: terminal.tmnCode,
  secureSecret: terminal.secret,
  vnpayHost: 'https://gateway.example',
  queryDrAndRefundHost: 'https://gateway.example',
  loggerFn: ignoreLogger,
})

it.each(vectors.query)('signs the $name query as an independent program does', ({ params, text, hash }) => {
  expect(signedText(params)).toBe(text)
  expect(signText(text, vectors.secret)).toBe(hash)
  expect(isSignatureOf(text, hash.toUpperCase(), vectors.secret)).toBe(true)
})

it.each(vectors.fields)('signs the $name as an independent program does', ({ fields, text, hash }) => {
  const names = Object.keys(fields).map((name) => name.replace('vnp_', ''))
  expect(pipedText(fields, names)).toBe(text)
  expect(isSignatureOf(text, hash, vectors.secret)).toBe(true)
})

const word = fc.stringMatching(/^[A-Za-z0-9]{1,40}$/)
const info = fc.stringMatching(/^[A-Za-z0-9]{1,20}( [A-Za-z0-9]{1,20}){0,4}$/)
const moments = fc.date({ min: new Date('2020-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })

it('makes the pay address that the vnpay package verifies, and verifies what the package signs', () => {
  fc.assert(
    fc.property(word, info, fc.integer({ min: 1, max: 9_999_999_999 }), moments, (reference, orderInfo, amount, at) => {
      const url = new URL(
        payUrl(terminal, {
          reference,
          amount,
          orderInfo,
          returnUrl: 'https://saolang.example/thanh-toan/ket-qua/ogrp_1?a=1',
          clientIp: '127.0.0.1',
          createdAt: at,
          expiresAt: new Date(at.getTime() + 900_000),
          locale: 'vn',
        }),
      )
      const params = Object.fromEntries(url.searchParams) as never
      expect(library.verifyIpnCall(params).isVerified).toBe(true)
      expect(url.searchParams.get('vnp_Amount')).toBe(String(amount * 100))

      const theirs = new URL(
        library.buildPaymentUrl({
          vnp_Amount: amount,
          vnp_IpAddr: '127.0.0.1',
          vnp_TxnRef: reference,
          vnp_OrderInfo: orderInfo,
          vnp_ReturnUrl: 'https://saolang.example/x',
          vnp_OrderType: 'other' as never,
          vnp_CreateDate: Number(toVnpayMoment(at)),
        }),
      )
      expect(readNotice(Object.fromEntries(theirs.searchParams), terminal)?.reference).toBe(reference)
    }),
    { numRuns: 300 },
  )
})

const notice = (change: Record<string, string> = {}) => {
  const params = { ...vectors.query.find(({ name }) => name === 'notice')?.params, ...change }
  return { ...params, vnp_SecureHash: signText(signedText(params), terminal.secret) }
}

it('verifies a return that carries parameters of its own, where the package fails (4.4, defect 4)', () => {
  expect(readNotice(notice(), terminal)).toMatchObject({ state: 'paid', amount: 350_001, transactionNo: '14226112' })
  expect(library.verifyReturnUrl(notice() as never).isVerified).toBe(false)
})

it('takes 00 for paid only when both codes say so (4.4, defect 5)', () => {
  const codes = ['00', '01', '02', '04', '07', '09', '24', '51', '99', '']
  for (const response of codes)
    for (const status of codes)
      expect([response, status, paymentState(response, status) === 'paid']).toEqual([
        response,
        status,
        response === '00' && status === '00',
      ])
  expect(paymentState('07', '00')).toBe('suspected')
  expect(paymentState('00', '04')).toBe('reversed')
})

it('is not moved by the change of any one character, a missing hash, or a value given twice', () => {
  const good = notice()
  const names = Object.keys(good).filter((name) => name.startsWith('vnp_'))
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom('0', 'x', '7'), (name, at, sign) => {
      const value = (good as Record<string, string>)[name] ?? ''
      const place = value.length === 0 ? 0 : at % value.length
      const changed = value.slice(0, place) + sign + value.slice(place + 1)
      fc.pre(changed !== value)
      expect(readNotice({ ...good, [name]: changed }, terminal)).toBeNull()
    }),
  )
  expect(readNotice({ ...good, vnp_SecureHash: undefined }, terminal)).toBeNull()
  expect(readNotice({ ...good, vnp_SecureHash: '' }, terminal)).toBeNull()
  expect(readNotice({ ...good, vnp_TxnRef: ['a', 'b'] }, terminal)).toBeNull()
})

it('throws on no amount, and reads only whole đồng (4.4, defects 7 to 9)', () => {
  for (const text of [undefined, null, '', 'abc', '1e5', '-100', '150', '0', '000', '1234567890123', {}]) {
    expect(fromVnpayAmount(text)).toBeNull()
  }
  const params = notice()
  const { vnp_Amount: _, ...without } = params as Record<string, string>
  const signed = { ...without, vnp_SecureHash: signText(signedText(without), terminal.secret) }
  expect(readNotice(signed, terminal)).toMatchObject({ amount: null })
  for (const amount of [0, -1, 1.1, 10_000_000_000, Number.NaN]) expect(() => toVnpayAmount(amount)).toThrow(/đồng/)
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9_999_999_999 }), (amount) => {
      expect(fromVnpayAmount(toVnpayAmount(amount))).toBe(amount)
    }),
  )
})

it('writes moments at +07 in whatever time zone the process runs (4.4, defect 3)', () => {
  const before = process.env.TZ
  try {
    for (const zone of ['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York']) {
      process.env.TZ = zone
      expect(toVnpayMoment(new Date('2026-11-23T00:00:00Z'))).toBe('20261123070000')
      expect(toVnpayMoment(new Date('2026-12-31T17:00:00Z'))).toBe('20270101000000')
    }
  } finally {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  }
  fc.assert(
    fc.property(moments, (at) => {
      const second = new Date(Math.floor(at.getTime() / 1000) * 1000)
      expect(fromVnpayMoment(toVnpayMoment(at))).toEqual(second)
    }),
  )
  for (const text of ['20260231000000', '2026112307000', 'x', '20261123246000'])
    expect(fromVnpayMoment(text)).toBeNull()
})
