import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupByProducer, lineProblemMessage, lineTotal, unitCount } from './cart-groups.ts'
import type { ReviewLine } from './cart-types.ts'

function line(overrides: Partial<ReviewLine> = {}): ReviewLine {
  return {
    id: 'cali_1',
    title: 'Hạt sen sấy',
    handle: 'hat-sen-say',
    producer: { handle: 'nam-huy', name: 'Công ty TNHH Nam Huy' },
    picture: null,
    quantity: 2,
    unitPrice: 125_000,
    currentPrice: 125_000,
    available: 40,
    problem: 'none',
    ...overrides,
  }
}
const sen = { handle: 'nam-huy', name: 'Công ty TNHH Nam Huy' }
const che = { handle: 'htx-hong-thai', name: 'HTX Hồng Thái' }

describe('cart lines are grouped by producer', () => {
  it('keeps the order in which producers and lines were added', () => {
    const groups = groupByProducer([
      line({ id: 'a', producer: che }),
      line({ id: 'b', producer: sen }),
      line({ id: 'c', producer: che }),
    ])
    expect(groups.map((group) => [group.producer.name, group.lines.map(({ id }) => id)])).toEqual([
      ['HTX Hồng Thái', ['a', 'c']],
      ['Công ty TNHH Nam Huy', ['b']],
    ])
  })

  it('an empty cart has no group', () => expect(groupByProducer([])).toEqual([]))

  it('loses and invents no line and no đồng', () => {
    const someLine = fc.record({
      id: fc.uuid(),
      producer: fc.constantFrom(sen, che),
      quantity: fc.integer({ min: 1, max: 99 }),
      unitPrice: fc.integer({ min: 0, max: 50_000_000 }),
      currentPrice: fc.option(fc.integer({ min: 0, max: 50_000_000 })),
    })
    fc.assert(
      fc.property(fc.array(someLine, { maxLength: 40 }), (some) => {
        const lines = some.map((overrides) => line(overrides))
        const groups = groupByProducer(lines)
        const before = lines.reduce((sum, each) => sum + each.quantity * each.unitPrice, 0)
        expect(groups.reduce((sum, group) => sum + group.subtotal, 0)).toBe(before)
        expect(groups.flatMap((group) => group.lines)).toHaveLength(lines.length)
        expect(new Set(groups.map((group) => group.producer.handle)).size).toBe(groups.length)
      }),
    )
  })
})

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
