import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UnitState } from '../verify/verdict.ts'
import { changeRanges, type UnitRange } from './unit-ranges.ts'
import { transition, UNIT_ACTIONS, type UnitAction } from './unit-states.ts'

const SIZE = 30
const decide = (action: UnitAction, at: number) => (before: Parameters<typeof transition>[0]) => {
  const result = transition(before, action, at, null)
  return 'to' in result ? { state: result.to, reason: action, note: null, since: at, place: null } : null
}

describe('states of stretches of a batch', () => {
  it('a whole batch of a million commissioned is one range', () => {
    const { ranges, pieces } = changeRanges([], 'issued', 0, 999_999, decide('commission', 1))
    expect(ranges).toEqual([
      { first: 0, last: 999_999, state: 'active', reason: 'commission', note: null, since: 1, place: null },
    ])
    expect(pieces).toMatchObject([{ first: 0, last: 999_999, changed: true }])
  })

  it('a stretch in the middle leaves its neighbours as they were', () => {
    const { ranges } = changeRanges([], 'issued', 0, 9, decide('commission', 1))
    const sold = changeRanges(ranges, 'issued', 3, 5, decide('sell', 2))
    expect(sold.ranges.map(({ first, last, state }) => [first, last, state])).toEqual([
      [0, 2, 'active'],
      [3, 5, 'sold'],
      [6, 9, 'active'],
    ])
  })

  it('what may not change stays, and is named as a piece', () => {
    const voided = changeRanges([], 'issued', 4, 4, decide('void', 1)).ranges
    const { ranges, pieces } = changeRanges(voided, 'issued', 0, 9, decide('commission', 2))
    expect(pieces.map(({ first, last, changed }) => [first, last, changed])).toEqual([
      [0, 3, true],
      [4, 4, false],
      [5, 9, true],
    ])
    expect(ranges.map(({ state }) => state)).toEqual(['active', 'void', 'active'])
  })

  it('property: any history of changes gives each unit the state it has when units are kept one by one', () => {
    const change = fc.record({
      a: fc.nat({ max: SIZE - 1 }),
      b: fc.nat({ max: SIZE - 1 }),
      action: fc.constantFrom(...UNIT_ACTIONS),
    })
    fc.assert(
      fc.property(fc.constantFrom<UnitState>('issued', 'active'), fc.array(change, { maxLength: 25 }), (start, all) => {
        const single = Array.from({ length: SIZE }, () => ({ state: start, since: null as number | null, place: null }))
        let ranges: UnitRange[] = []
        for (const [at, { a, b, action }] of all.entries()) {
          const [first, last] = [Math.min(a, b), Math.max(a, b)]
          const result = changeRanges(ranges, start, first, last, decide(action, at))
          ranges = result.ranges
          expect(result.pieces[0]?.first).toBe(first)
          expect(result.pieces.at(-1)?.last).toBe(last)
          for (let i = first; i <= last; i++) {
            const unit = single[i]
            if (!unit) throw new Error('no unit')
            const after = transition(unit, action, at, null)
            if ('to' in after) single[i] = { state: after.to, since: at, place: null }
          }
        }
        for (const [i, range] of ranges.entries()) {
          expect(range.last).toBeGreaterThanOrEqual(range.first)
          expect(range.first).toBeGreaterThan(ranges[i - 1]?.last ?? -1)
        }
        const found = single.map((_, i) => {
          const range = ranges.find((each) => each.first <= i && i <= each.last)
          return { state: range?.state ?? start, since: range?.since ?? null, place: null }
        })
        expect(found).toEqual(single)
      }),
    )
  })
})
