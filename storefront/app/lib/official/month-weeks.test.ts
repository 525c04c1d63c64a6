import { expect, test } from 'vitest'
import { monthPlus, monthWeeks, readMonth } from './month-weeks.ts'

const month = (days: number, of: string) =>
  Array.from({ length: days }, (_, at) => ({ day: `${of}-${String(at + 1).padStart(2, '0')}` }))

test('a week begins on Monday, and days of other months stay empty', () => {
  const weeks = monthWeeks(month(30, '2026-11'))
  expect(weeks).toHaveLength(6)
  expect(weeks.every((week) => week.length === 7)).toBe(true)
  expect(weeks[0]?.map((each) => each?.day ?? null)).toEqual([null, null, null, null, null, null, '2026-11-01'])
  expect(weeks[5]?.[0]?.day).toBe('2026-11-30')
  expect(monthWeeks(month(28, '2027-02'))).toHaveLength(4)
  expect(monthWeeks([])).toEqual([])
})

test('months go on over the end of the year', () => {
  expect([monthPlus('2026-12', 1), monthPlus('2026-01', -1)]).toEqual(['2027-01', '2025-12'])
})

test('reads a month, and says when it is none', () => {
  expect(readMonth('2026-11')).toBe('2026-11')
  expect(readMonth(null)).toBeUndefined()
  expect([readMonth('2026-13'), readMonth('11/2026'), readMonth('1926-01')]).toEqual([null, null, null])
})
