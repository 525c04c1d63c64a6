import fc from 'fast-check'
import { deliveryFee, type Rate } from './delivery-fee'

const DAY = '2026-11-23'
const flat: Rate = {
  producerId: null,
  method: 'flat',
  firstGrams: null,
  firstFee: 30_000,
  stepGrams: null,
  stepFee: null,
  maxGrams: 5_000,
  validFrom: '2026-01-01',
  validTo: null,
}
const weight: Rate = {
  ...flat,
  method: 'by_weight',
  firstGrams: 1_000,
  firstFee: 20_000,
  stepGrams: 500,
  stepFee: 4_000,
  maxGrams: null,
}

it('counts every started step above the first weight', () => {
  const fee = (grams: number) => deliveryFee([weight], 'by_weight', 'a', grams, DAY)
  expect([1, 1_000, 1_001, 1_500, 1_501, 3_000].map(fee)).toEqual([20_000, 20_000, 24_000, 24_000, 28_000, 36_000])
})

it('takes the producer’s own rate before the one for all, and the rate of the day', () => {
  const own = { ...flat, producerId: 'a', firstFee: 15_000 }
  const old = { ...own, firstFee: 9_000, validFrom: '2025-01-01', validTo: '2026-11-22' }
  const coming = { ...own, firstFee: 18_000, validFrom: '2026-11-24' }
  const rates = [flat, old, coming, own]
  expect(deliveryFee(rates, 'flat', 'a', 100, DAY)).toBe(15_000)
  expect(deliveryFee(rates, 'flat', 'b', 100, DAY)).toBe(30_000)
  expect(deliveryFee(rates, 'flat', 'a', 100, '2026-11-24')).toBe(18_000)
  expect(deliveryFee([old], 'flat', 'a', 100, '2026-11-22')).toBe(9_000)
})

it('is not offered above its weight, without a weight it needs, or on other days', () => {
  expect(deliveryFee([flat], 'flat', 'a', 5_001, DAY)).toBeNull()
  expect(deliveryFee([flat], 'flat', 'a', null, DAY)).toBeNull()
  expect(deliveryFee([{ ...flat, maxGrams: null }], 'flat', 'a', null, DAY)).toBe(30_000)
  expect(deliveryFee([weight], 'by_weight', 'a', null, DAY)).toBeNull()
  expect(deliveryFee([flat], 'flat', 'a', 100, '2025-12-31')).toBeNull()
})

it('never costs less for more', () => {
  fc.assert(
    fc.property(fc.nat(60_000), fc.nat(60_000), (a, b) => {
      const fee = (grams: number) => deliveryFee([weight], 'by_weight', 'a', grams, DAY) ?? 0
      expect(fee(Math.max(a, b))).toBeGreaterThanOrEqual(fee(Math.min(a, b)))
      expect(Number.isSafeInteger(fee(a))).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})
