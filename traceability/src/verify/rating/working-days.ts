import { addDays, weekdayOf } from './days.ts'

/** Public holidays of one year: the `holidays` record. */
export interface HolidayCalendar {
  year: number
  /** Weekdays without work, 1 for Monday to 7 for Sunday. */
  weekend: readonly number[]
  days: readonly { date: string; vi: string; en: string }[]
  /** Days of a weekend that are worked in exchange for a day off. */
  workedInstead: readonly { date: string; for: string }[]
  /** What nobody could settle yet. */
  openQuestions: readonly string[]
}

/** A year whose holidays nobody has recorded: the length of a term cannot be told. */
export class HolidaysMissingError extends Error {
  override name = 'HolidaysMissingError'
  readonly year: number

  constructor(year: number) {
    super(`There is no calendar of public holidays for ${year}.`)
    this.year = year
  }
}

/** True for a day on which offices work. Throws HolidaysMissingError for a year without a calendar. */
export function isWorkingDay(day: string, calendars: readonly HolidayCalendar[]): boolean {
  const year = Number(day.slice(0, 4))
  const calendar = calendars.find((each) => each.year === year)
  if (!calendar) throw new HolidaysMissingError(year)
  if (calendar.days.some(({ date }) => date === day)) return false
  return !calendar.weekend.includes(weekdayOf(day)) || calendar.workedInstead.some(({ date }) => date === day)
}

/**
 * The last day, included, of a term of so many working days that begins after a day: the day itself does not count (Civil Code 2015
 * art. 147). In: n from 1. Throws RangeError for another n, HolidaysMissingError for a year without a calendar.
 */
export function workingDayAfter(day: string, n: number, calendars: readonly HolidayCalendar[]): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`${n} is no number of working days.`)
  let current = day
  for (let left = n; left > 0; ) {
    current = addDays(current, 1)
    if (isWorkingDay(current, calendars)) left -= 1
  }
  return current
}

/** Working days after one day up to another, included; 0 when the second is not later. */
export function workingDaysBetween(from: string, to: string, calendars: readonly HolidayCalendar[]): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day, calendars)) count += 1
  return count
}
