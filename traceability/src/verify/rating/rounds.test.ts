import { describe, expect, it } from 'vitest'
import { nextRound, type Rounds, roundsOfYear } from './rounds.ts'

const RULES: Rounds = {
  rounds: [
    { level: 'province', sender: 'commune', sentBy: '04-30', doneBy: '06-30' },
    { level: 'province', sender: 'commune', sentBy: '10-30', doneBy: '12-30' },
    { level: 'central', sender: 'province', sentBy: '07-30', doneBy: '09-30' },
    { level: 'central', sender: 'province', sentBy: '01-30', doneBy: '03-30' },
  ],
  extraRounds: true,
}

describe('rounds of the year (QĐ 26/2026, art. 5)', () => {
  it.each([
    ['2026-04-30', '2026-04-30', '2026-06-30', 0],
    ['2026-05-01', '2026-10-30', '2026-12-30', 182],
    ['2026-10-30', '2026-10-30', '2026-12-30', 0],
    ['2026-10-31', '2027-04-30', '2027-06-30', 181],
  ])('a commune that sends on %s meets the province’s round of %s', (day, sentBy, doneBy, daysLeft) => {
    expect(nextRound(RULES, day, 'province')).toEqual({
      level: 'province',
      sender: 'commune',
      sentBy,
      doneBy,
      daysLeft,
    })
  })

  it('the ministry has two of its own', () => {
    expect(roundsOfYear(RULES, 2026, 'central').map(({ sentBy }) => sentBy)).toEqual(['2026-01-30', '2026-07-30'])
    expect(nextRound(RULES, '2026-08-01', 'central')).toMatchObject({ sentBy: '2027-01-30', doneBy: '2027-03-30' })
  })

  it('a level without rounds has none', () => {
    expect(nextRound(RULES, '2026-01-01', 'district')).toBe(null)
  })

  it('a round sent in at the end of a year is done in the next one', () => {
    const late: Rounds = {
      ...RULES,
      rounds: [{ level: 'province', sender: 'commune', sentBy: '11-30', doneBy: '02-28' }],
    }
    expect(nextRound(late, '2026-11-30', 'province')).toMatchObject({ sentBy: '2026-11-30', doneBy: '2027-02-28' })
  })
})
