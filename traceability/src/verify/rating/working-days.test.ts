import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from './days.ts'
import {
  type HolidayCalendar,
  HolidaysMissingError,
  isWorkingDay,
  workingDayAfter,
  workingDaysBetween,
} from './working-days.ts'

const off = (date: string) => ({ date, vi: 'Nghỉ', en: 'Off' })
const CALENDARS: HolidayCalendar[] = [
  {
    year: 2026,
    weekend: [6, 7],
    days: [
      off('2026-04-27'),
      off('2026-04-30'),
      off('2026-05-01'),
      off('2026-08-31'),
      off('2026-09-01'),
      off('2026-09-02'),
    ],
    workedInstead: [{ date: '2026-08-22', for: '2026-08-31' }],
    openQuestions: [],
  },
  { year: 2027, weekend: [6, 7], days: [off('2027-01-01')], workedInstead: [], openQuestions: [] },
]

describe('working days leave out weekends and public holidays (Labour Code 2019, art. 111, 112)', () => {
  it('the first day does not count, the last one does', () => {
    expect(workingDayAfter('2026-11-23', 1, CALENDARS)).toBe('2026-11-24')
    expect(workingDayAfter('2026-11-20', 1, CALENDARS)).toBe('2026-11-23')
    expect(workingDayAfter('2026-11-21', 1, CALENDARS)).toBe('2026-11-23')
  })

  it('15 working days of a commune over Reunification Day (QĐ 26/2026, art. 7)', () => {
    expect(workingDayAfter('2026-04-20', 15, CALENDARS)).toBe('2026-05-14')
  })

  it('a Saturday worked in exchange counts, the day off does not', () => {
    expect(isWorkingDay('2026-08-22', CALENDARS)).toBe(true)
    expect(isWorkingDay('2026-08-29', CALENDARS)).toBe(false)
    expect(isWorkingDay('2026-08-31', CALENDARS)).toBe(false)
    expect(workingDayAfter('2026-08-28', 1, CALENDARS)).toBe('2026-09-03')
  })

  it('goes over the turn of the year, and names the year it does not know', () => {
    expect(workingDayAfter('2026-12-31', 1, CALENDARS)).toBe('2027-01-04')
    expect(() => workingDayAfter('2027-12-31', 1, CALENDARS)).toThrow(new HolidaysMissingError(2028))
  })

  it('is refused for no or half a day', () => {
    for (const n of [0, -1, 1.5, Number.NaN])
      expect(() => workingDayAfter('2026-11-23', n, CALENDARS)).toThrow(RangeError)
  })

  it('property: the end of a term is a working day, with exactly so many from the day after the first', () => {
    const days = fc.nat(300).map((offset) => addDays('2026-01-01', offset))
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, n) => {
        const end = workingDayAfter(from, n, CALENDARS)
        expect(isWorkingDay(end, CALENDARS)).toBe(true)
        expect(workingDaysBetween(from, end, CALENDARS)).toBe(n)
        expect(workingDaysBetween(end, from, CALENDARS)).toBe(0)
        expect(workingDayAfter(workingDayAfter(from, n, CALENDARS), 1, CALENDARS)).toBe(
          workingDayAfter(from, n + 1, CALENDARS),
        )
      }),
    )
  })
})
