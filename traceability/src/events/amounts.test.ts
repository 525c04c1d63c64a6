import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { amountOf, epcisQuantity, quantityOf } from './amounts.ts'

describe('amountOf', () => {
  it.each([
    [1, 'lạng', 100, 'g'],
    [1, 'kg', 1_000, 'g'],
    [1, 'yến', 10_000, 'g'],
    [12.5, 'tạ', 1_250_000, 'g'],
    [0.3, 'Tấn', 300_000, 'g'],
    [1.5, 'lít', 1_500, 'ml'],
    [40, 'bó', 40, 'piece'],
  ] as const)('reads %d %s', (value, unit, amount, measure) => {
    expect(amountOf({ value, unit }, 'amount')).toEqual({ amount, measure })
  })

  it('reads a unit typed in decomposed letters', () => {
    expect(amountOf({ value: 2, unit: 'yến'.normalize('NFD') }, 'amount').amount).toBe(20_000)
  })

  it('refuses half a piece and what no village makes', () => {
    expect(() => amountOf({ value: 1.5, unit: 'hộp' }, 'outputs.0.amount')).toThrow(
      /outputs\.0\.amount: .*whole number/,
    )
    expect(() => amountOf({ value: 1e9, unit: 'tấn' }, 'amount')).toThrow(/too large/)
  })

  it('comes back from what people read', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1_000_000_000 }),
        fc.constantFrom('g', 'ml', 'piece'),
        (amount, measure) => {
          expect(amountOf(quantityOf({ amount, measure }, 'hộp'), 'amount')).toEqual({ amount, measure })
        },
      ),
    )
  })
})

describe('epcisQuantity', () => {
  it('names kilograms and litres by their UN/ECE Recommendation 20 codes, and no unit for pieces', () => {
    expect(epcisQuantity({ amount: 12_500, measure: 'g' })).toEqual({ quantity: 12.5, uom: 'KGM' })
    expect(epcisQuantity({ amount: 750, measure: 'ml' })).toEqual({ quantity: 0.75, uom: 'LTR' })
    expect(epcisQuantity({ amount: 40, measure: 'piece' })).toEqual({ quantity: 40 })
  })
})
