import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UNIT_STATES, type UnitState } from '../verify/verdict.ts'
import { TRANSITIONS, transition, UNDO_WITHIN_DAYS, UNIT_ACTIONS, type UnitAction } from './unit-states.ts'

const NOW = Date.UTC(2026, 10, 22)
const DAY = 86_400_000

/** Every pair, written down a second time: rows are states, columns actions; `.` is refused. */
const EXPECTED = `
              commission sell return give_sample export   lock   unlock report_stolen report_found destroy   void reprint
  issued      active     .    .      .           .        .      .      stolen        .            destroyed void void
  active      .          sold .      sample      exported locked .      stolen        .            destroyed void void
  sold        .          .    active .           .        locked .      .             .            .         void .
  sample      .          .    active .           .        locked .      .             .            destroyed void .
  exported    .          .    active .           .        locked .      .             .            .         void .
  locked      .          .    .      .           .        .      active stolen        .            destroyed void .
  stolen      .          .    .      .           .        .      .      .             locked       destroyed void .
  destroyed   .          .    .      .           .        .      .      .             .            .         .    .
  void        .          .    .      .           .        .      .      .             .            .         .    .`
const [actions = [], ...lines] = EXPECTED.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/))
const pairs = lines.flatMap(([state, ...cells]) =>
  cells.map((to, i) => [state as UnitState, actions[i] as UnitAction, to] as const),
)

describe('transitions of a unit', () => {
  it('the table of this test has every pair of state and action', () => {
    expect(actions).toEqual([...UNIT_ACTIONS])
    expect(lines.map(([state]) => state)).toEqual([...UNIT_STATES])
    expect(pairs).toHaveLength(UNIT_STATES.length * UNIT_ACTIONS.length)
  })

  it.each(pairs)('%s, %s: %s', (state, action, to) => {
    const result = transition({ state, since: NOW, place: null }, action, NOW, null)
    if (to === '.') expect(result).toHaveProperty('refused')
    else expect(result).toEqual({ to })
  })

  it('a refusal says "already" when the state is the one wanted, else what the unit is', () => {
    const asked = (state: UnitState, action: UnitAction) =>
      transition({ state, since: NOW, place: null }, action, NOW, null)
    expect(asked('sold', 'sell')).toEqual({ refused: 'already_sold' })
    expect(asked('active', 'commission')).toEqual({ refused: 'already_active' })
    expect(asked('void', 'void')).toEqual({ refused: 'already_void' })
    expect(asked('stolen', 'sell')).toEqual({ refused: 'is_stolen' })
    expect(asked('destroyed', 'void')).toEqual({ refused: 'is_destroyed' })
  })

  it('nothing leads out of void or destroyed, and nothing back to issued', () => {
    expect([TRANSITIONS.void, TRANSITIONS.destroyed]).toEqual([{}, {}])
    const reached = Object.values(TRANSITIONS).flatMap((row) => Object.values(row))
    expect(reached).not.toContain('issued')
  })

  it('a found unit is not in trade before somebody unlocked it', () => {
    expect(TRANSITIONS.stolen.report_found).toBe('locked')
    expect(TRANSITIONS.locked.unlock).toBe('active')
  })
})

describe('the undo of a sale', () => {
  const sold = (since: number, place: string | null) => ({ state: 'sold' as const, since, place })

  it('is possible for ten days, to the moment', () => {
    const limit = UNDO_WITHIN_DAYS * DAY
    expect(transition(sold(NOW - limit, null), 'return', NOW, null)).toEqual({ to: 'active' })
    expect(transition(sold(NOW - limit - 1, null), 'return', NOW, null)).toEqual({ refused: 'undo_too_late' })
  })

  it('is possible only where it was done, when both places are known', () => {
    expect(transition(sold(NOW, 'shop-1'), 'return', NOW, 'shop-1')).toEqual({ to: 'active' })
    expect(transition(sold(NOW, 'shop-1'), 'return', NOW, 'shop-2')).toEqual({ refused: 'undo_elsewhere' })
    expect(transition(sold(NOW, null), 'return', NOW, 'shop-2')).toEqual({ to: 'active' })
    expect(transition(sold(NOW, 'shop-1'), 'return', NOW, null)).toEqual({ to: 'active' })
  })

  it('property: whatever happens, a unit is void or destroyed for ever once it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...UNIT_ACTIONS)), (history) => {
        let state: UnitState = 'issued'
        for (const action of history) {
          const result = transition({ state, since: NOW, place: null }, action, NOW, null)
          if (state === 'void' || state === 'destroyed') expect(result).toHaveProperty('refused')
          if ('to' in result) state = result.to
        }
      }),
    )
  })
})
