import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ratingOf } from './product-rating'

test('a product nobody has reviewed has no mean', () => {
  expect(ratingOf(undefined)).toEqual({ count: 0, mean: null, spread: [0, 0, 0, 0, 0] })
})

test('the mean is rounded half up to one decimal', () => {
  expect(ratingOf({ ones: 0, twos: 0, threes: 0, fours: 3, fives: 1 }).mean).toBe(4.3)
  expect(ratingOf({ ones: 0, twos: 0, threes: 0, fours: 1, fives: 2 }).mean).toBe(4.7)
})

test('the mean lies between the least and the most points given', () => {
  const count = fc.nat(1_000)
  fc.assert(
    fc.property(fc.record({ ones: count, twos: count, threes: count, fours: count, fives: count }), (counts) => {
      const { mean, spread, count: all } = ratingOf(counts)
      const given = spread.flatMap((each, index) => (each > 0 ? [index + 1] : []))
      expect(all).toBe(spread.reduce((sum, each) => sum + each, 0))
      if (all === 0) expect(mean).toBeNull()
      else {
        expect(mean).toBeGreaterThanOrEqual(Math.min(...given))
        expect(mean).toBeLessThanOrEqual(Math.max(...given))
      }
    }),
  )
})
