import fc from 'fast-check'
import { decimal, requireDong, toDong } from './dong'

it('leaves whole đồng as they are', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (amount) => {
      expect(toDong(amount)).toBe(amount)
      expect(toDong(String(amount))).toBe(amount)
      expect(toDong({ value: String(amount), precision: 20 })).toBe(amount)
    }),
    { numRuns: 10_000 },
  )
})

it('never answers a fraction, and moves an amount by at most half a đồng', () => {
  fc.assert(
    fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (amount) => {
      const rounded = toDong(amount)
      expect(Number.isSafeInteger(rounded)).toBe(true)
      expect(Math.abs(rounded - amount)).toBeLessThanOrEqual(0.5)
      expect(toDong(-amount) + rounded).toBe(0)
    }),
    { numRuns: 10_000 },
  )
})

it('rounds half away from zero', () => {
  expect([0.5, 1.5, -0.5, -1.5, 0.49].map(toDong)).toEqual([1, 2, -1, -2, 0])
})

it('refuses what is not an amount', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '', 'mười', null, undefined, {}, [], 2 ** 60]) {
    expect(() => toDong(value)).toThrow(/not a number of đồng/)
  }
})

it('reads numbers in every form Medusa hands over', () => {
  expect(decimal({ numeric: 12, raw: { value: '12' } })).toBe(12)
  expect(decimal({ value: '3.25' })).toBe(3.25)
  expect(decimal(undefined)).toBeNaN()
})

it('takes prices as whole numbers from 0 only', () => {
  expect(() => requireDong(0, 'A price')).not.toThrow()
  for (const amount of [-1, 0.5, Number.NaN, 2 ** 60]) expect(() => requireDong(amount, 'A price')).toThrow(/^A price/)
})
