import type { HolidayCalendar } from '@sao-lang/traceability/verify/rating'
import { monthDays } from './month-calendar'

const CALENDAR: HolidayCalendar = {
  year: 2026,
  weekend: [6, 7],
  days: [{ date: '2026-08-31', vi: 'Nghỉ hoán đổi', en: 'Day off in exchange' }],
  workedInstead: [{ date: '2026-08-22', for: '2026-08-31' }],
  openQuestions: [],
}

it('has every day of the month, weekends and holidays off, and a weekend day that is worked for one', () => {
  const days = monthDays('2026-08', [CALENDAR])
  expect(days).toHaveLength(31)
  const of = (date: string) => days.find(({ day }) => day === date)
  expect(of('2026-08-21')).toMatchObject({ working: true, holiday: null, workedInstead: false })
  expect(of('2026-08-22')).toMatchObject({ working: true, workedInstead: true })
  expect(of('2026-08-23')).toMatchObject({ working: false, holiday: null })
  expect(of('2026-08-31')).toMatchObject({ working: false, holiday: { vi: 'Nghỉ hoán đổi' } })
})

it('does not say what works in a year without holidays on record, and knows February of a leap year', () => {
  const days = monthDays('2028-02', [CALENDAR])
  expect(days).toHaveLength(29)
  expect(days.every(({ working }) => working === null)).toBe(true)
})
