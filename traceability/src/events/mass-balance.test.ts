import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Amount } from './amounts.ts'
import { massBalance, SCALE_TOLERANCE } from './mass-balance.ts'

const grams = (amount: number): Amount => ({ amount, measure: 'g' })

describe('massBalance', () => {
  it('tells loss and yield of drying', () => {
    expect(massBalance({ inputs: [grams(800_000)], additions: [], outputs: [grams(200_000)] })).toEqual({
      kind: 'balanced',
      measure: 'g',
      in: 800_000,
      out: 200_000,
      loss: 600_000,
      yield: 0.25,
    })
  })

  it('counts added ingredients among what went in', () => {
    const jam = { inputs: [grams(1_000)], additions: [grams(500)], outputs: [grams(1_400)] }
    expect(massBalance(jam)).toMatchObject({ kind: 'balanced', loss: 100 })
    expect(massBalance({ ...jam, additions: [] })).toEqual({ kind: 'exceeds', measure: 'g', in: 1_000, out: 1_400 })
  })

  it('forgives two scales that differ by 2 %, and no more', () => {
    expect(massBalance({ inputs: [grams(1_000)], additions: [], outputs: [grams(1_020)] })).toMatchObject({ loss: 0 })
    expect(massBalance({ inputs: [grams(1_000)], additions: [], outputs: [grams(1_021)] }).kind).toBe('exceeds')
  })

  it('says nothing when somebody did not weigh or counts differently', () => {
    expect(massBalance({ inputs: [null], additions: [], outputs: [grams(5)] }).kind).toBe('unknown')
    expect(massBalance({ inputs: [grams(5)], additions: [], outputs: [{ amount: 900, measure: 'piece' }] }).kind).toBe(
      'unknown',
    )
    expect(massBalance({ inputs: [grams(5)], additions: [], outputs: [] }).kind).toBe('unknown')
  })

  it('never lets matter appear: whatever is balanced has outputs within the tolerance of the inputs', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: 10_000_000 }).map(grams), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        amounts,
        fc.array(fc.integer({ min: 0, max: 1_000_000 }).map(grams)),
        amounts,
        (inputs, additions, outputs) => {
          const balance = massBalance({ inputs, additions, outputs })
          const total = (list: Amount[]): number => list.reduce((sum, { amount }) => sum + amount, 0)
          const taken = total(inputs) + total(additions)
          expect(balance.kind).toBe(total(outputs) > taken * (1 + SCALE_TOLERANCE) ? 'exceeds' : 'balanced')
          if (balance.kind === 'balanced') expect(balance.loss).toBe(Math.max(0, taken - total(outputs)))
        },
      ),
    )
  })
})
