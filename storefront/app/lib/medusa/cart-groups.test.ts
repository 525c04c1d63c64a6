import { describe, expect, it } from 'vitest'
import { lineProblemMessage, lineTotal, unitCount } from './cart-groups.ts'
import type { ReviewLine } from './cart-types.ts'

function line(overrides: Partial<ReviewLine> = {}): ReviewLine {
  return {
    id: 'cali_1',
    title: 'Hạt sen sấy',
    handle: 'hat-sen-say',
    producer: { handle: 'nam-huy', name: 'Công ty TNHH Nam Huy' },
    picture: null,
    variantTitle: 'Hộp 100 g',
    quantity: 2,
    unitPrice: 125_000,
    goods: 250_000,
    discount: 0,
    currentPrice: 125_000,
    available: 40,
    problem: 'none',
    ...overrides,
  }
}
describe('a line', () => {
  it('costs what it was put in for, until a new price is accepted', () =>
    expect(lineTotal(line({ unitPrice: 100_000, currentPrice: 90_000 }))).toBe(200_000))
  it('counts in packages', () => expect(unitCount({ lines: [line(), line({ id: 'b', quantity: 3 })] })).toBe(5))
})

describe('what is wrong with a line is said on the line', () => {
  it.each([
    [{}, null],
    [{ problem: 'price_changed', unitPrice: 100_000, currentPrice: 120_000 }, 'problemPriceUp'],
    [{ problem: 'price_changed', unitPrice: 100_000, currentPrice: 80_000 }, 'problemPriceDown'],
    [{ problem: 'out_of_stock', available: 0 }, 'problemOutOfStock'],
    [{ problem: 'too_many', available: 1 }, 'problemTooMany'],
    [{ problem: 'withdrawn', currentPrice: null, available: null }, 'problemWithdrawn'],
  ] as const)('%j: %s', (overrides, key) => expect(lineProblemMessage(line(overrides))).toBe(key))
})
