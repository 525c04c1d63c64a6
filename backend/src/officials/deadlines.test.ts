import fc from 'fast-check'
import { dayPlus, dueDay, isOverdue, workingDaysLeft } from './deadlines'

const isWeekday = (day: string) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())
const WEEKDAYS = { isWorkingDay: isWeekday }
/** The Reunification Day week of 2026: 30 April and 1 May off, Saturday 9 May worked instead. */
const HOLIDAYS = {
  isWorkingDay: (day: string) =>
    day === '2026-05-09' || (isWeekday(day) && !['2026-04-30', '2026-05-01'].includes(day)),
}

it('does not count the day something came, and ends on a working day', () => {
  expect(dueDay('2026-11-20', 1, WEEKDAYS)).toBe('2026-11-23')
  expect(dueDay('2026-11-23', 15, WEEKDAYS)).toBe('2026-12-14')
  expect(dueDay('2026-11-21', 1, WEEKDAYS)).toBe('2026-11-23')
})

it('leaves holidays out and counts a weekend day that is worked for one', () => {
  expect(dueDay('2026-04-29', 1, HOLIDAYS)).toBe('2026-05-04')
  expect(dueDay('2026-05-08', 1, HOLIDAYS)).toBe('2026-05-09')
})

it('is over only when its last day is', () => {
  expect(isOverdue('2026-12-14', '2026-12-14')).toBe(false)
  expect(isOverdue('2026-12-14', '2026-12-15')).toBe(true)
  expect(isOverdue(null, '2099-01-01')).toBe(false)
})

it('refuses a term that is none, and a calendar that never works', () => {
  for (const days of [0, -1, 1.5, Number.NaN]) expect(() => dueDay('2026-11-23', days, WEEKDAYS)).toThrow(RangeError)
  expect(() => dueDay('2026-11-23', 1, { isWorkingDay: () => false })).toThrow('no working day')
})

it('has as many working days after the first day as the term says, whatever the calendar', () => {
  const start = fc.integer({ min: 0, max: 3_000 }).map((days) => dayPlus('2024-01-01', days))
  const off = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 30 })
  fc.assert(
    fc.property(start, off, fc.integer({ min: 1, max: 45 }), (from, offDays, term) => {
      const closed = new Set(offDays.map((days) => dayPlus(from, days)))
      const calendar = { isWorkingDay: (day: string) => isWeekday(day) && !closed.has(day) }
      const due = dueDay(from, term, calendar)
      expect(calendar.isWorkingDay(due)).toBe(true)
      expect(workingDaysLeft(from, due, calendar)).toBe(term)
      expect(workingDaysLeft(due, due, calendar)).toBe(0)
    }),
  )
})
