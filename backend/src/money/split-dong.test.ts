import fc from 'fast-check'
import { splitDong } from './split-dong'

const weights = fc.array(fc.integer({ min: 0, max: 1_000_000_000 }), { minLength: 1, maxLength: 12 })

it('loses and invents no đồng, and gives no part more than one đồng beyond its share', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), weights, (total, given) => {
      const sum = given.reduce((all, weight) => all + weight, 0)
      fc.pre(sum > 0)
      const parts = splitDong(total, given)
      expect(parts.reduce((all, part) => all + part, 0)).toBe(total)
      for (const [index, part] of parts.entries()) {
        const share = (BigInt(total) * BigInt(given[index] ?? 0)) / BigInt(sum)
        expect(Math.abs(part - Number(share))).toBeLessThanOrEqual(1)
      }
    }),
  )
})

it('gives equal remainders to the earlier parts', () => {
  expect(splitDong(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(splitDong(-10, [1, 1, 1])).toEqual([-4, -3, -3])
  expect(splitDong(1, [0, 5])).toEqual([0, 1])
})

it('refuses fractions and weights that share nothing', () => {
  expect(() => splitDong(1.5, [1])).toThrow('whole đồng')
  expect(() => splitDong(1, [0.5])).toThrow('whole đồng')
  expect(() => splitDong(1, [0, 0])).toThrow('all 0')
  expect(splitDong(0, [0, 0])).toEqual([0, 0])
})
