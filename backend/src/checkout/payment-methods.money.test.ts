import { paymentDeadline, paymentMethods } from './payment-methods'

const facts = { total: 100_000, preOrder: false, setUp: ['vnpay' as const, 'bank_transfer' as const] }
const cod = (change: Partial<typeof facts>) =>
  paymentMethods({ ...facts, ...change }, '2026-11-23').find(({ method }) => method === 'cod')

it('offers every way to pay of an ordinary cart', () => {
  expect(paymentMethods(facts, '2026-11-23').map(({ method, offered }) => [method, offered])).toEqual([
    ['vnpay', true],
    ['bank_transfer', true],
    ['cod', true],
  ])
})

it('wants large sums and goods to come paid first', () => {
  expect(cod({ total: 5_000_000 })).toMatchObject({ offered: true, reason: null })
  expect(cod({ total: 5_000_001 })).toMatchObject({ offered: false, reason: 'above_limit', limit: 5_000_000 })
  expect(cod({ preOrder: true })).toMatchObject({ offered: false, reason: 'pre_order' })
})

it('does not offer what this installation cannot take', () => {
  expect(paymentMethods({ ...facts, setUp: ['vnpay'] }, '2026-11-23')[1]).toMatchObject({
    method: 'bank_transfer',
    offered: false,
    reason: 'not_set_up',
  })
})

it('waits half an hour for a gateway, a day for a transfer, and not at all for cash', () => {
  const at = new Date('2026-11-23T10:00:00.000Z')
  expect(paymentDeadline('vnpay', at)?.toISOString()).toBe('2026-11-23T10:30:00.000Z')
  expect(paymentDeadline('bank_transfer', at)?.toISOString()).toBe('2026-11-24T10:00:00.000Z')
  expect(paymentDeadline('cod', at)).toBeNull()
})
