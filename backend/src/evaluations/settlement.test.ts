import { fallBackOf, settlementFor } from './settlement'
import { AUTHORITY_2026 } from './testing/rule-data'

const atProvince = (points: number, stars: 1 | 2 | 3 | 4 | 5) =>
  settlementFor(AUTHORITY_2026, 'province', { points, stars })
const atMinistry = (points: number, stars: 1 | 2 | 3 | 4 | 5) =>
  settlementFor(AUTHORITY_2026, 'ministry', { points, stars })

it('3 and 4 stars are a result of the province', () => {
  expect(atProvince(50, 3)).toMatchObject({ act: 'settle', outcome: 'certified', stars: 3 })
  expect(atProvince(89.99, 4)).toMatchObject({ act: 'settle', outcome: 'certified', stars: 4 })
})

it('from 90 points with all minimum options the province approves the result and forwards it to the ministry', () => {
  expect(atProvince(90, 5)).toMatchObject({ act: 'forward', outcome: 'forwarded', points: 90 })
})

it('91 points without a minimum option of 5 stars stay at the province as 4 stars', () => {
  expect(atProvince(91, 4)).toMatchObject({ act: 'settle', outcome: 'certified', stars: 4 })
})

it('1 and 2 stars are a result without certificate', () => {
  expect(atProvince(49.99, 2)).toMatchObject({ act: 'settle', outcome: 'no_certificate', stars: 2 })
})

it('5 stars at the ministry take the decision away from the province', () => {
  expect(atMinistry(90, 5)).toMatchObject({
    act: 'settle',
    outcome: 'certified',
    below: { act: 'yield', outcome: 'decided_by_ministry' },
  })
})

it.each([
  [89.99, 4, 4],
  [92, 4, 4],
  [60, 3, 3],
] as const)(
  'below its class the ministry (%d points, %d stars) leaves %d stars to the province',
  (points, stars, granted) => {
    const above = atMinistry(points, stars)
    expect(above).toMatchObject({ act: 'fall_short', outcome: 'fell_short' })
    expect(above.below).toBeUndefined()
    const closed = { state: 'closed' as const, outcome: above.outcome, points, stars }
    expect(fallBackOf(AUTHORITY_2026, closed)).toEqual({ points, stars: granted })
  },
)

it('nothing falls back while the ministry has not said, nor below 3 stars', () => {
  expect(fallBackOf(AUTHORITY_2026, null)).toBeNull()
  expect(fallBackOf(AUTHORITY_2026, { state: 'sitting', outcome: null, points: null, stars: null })).toBeNull()
  const low = { state: 'closed' as const, outcome: 'fell_short', points: 40, stars: 2 }
  expect(fallBackOf(AUTHORITY_2026, low)).toBeNull()
})
