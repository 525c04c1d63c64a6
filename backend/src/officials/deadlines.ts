/** What counts as a working day: weekends, public holidays and days swapped for them, as the rule book has them. */
export interface Calendar {
  isWorkingDay(day: string): boolean
}

const DAY_MS = 86_400_000
/** Longer than any row of holidays: a calendar that never works is a fault, not a long weekend. */
const LONGEST_BREAK = 60

/** The calendar day so many days on. In: yyyy-mm-dd. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/**
 * The last day of a term of working days: the day something came is not counted (Civil Code 2015 art. 147), and a term is over when its
 * last day is (art. 148). In: the day it came at +07, how many working days (a rule's number, at least 1), the calendar.
 * Throws RangeError for a term that is no whole number of days, or a calendar without working days.
 */
export function dueDay(from: string, workingDays: number, calendar: Calendar): string {
  if (!Number.isInteger(workingDays) || workingDays < 1)
    throw new RangeError(`${workingDays} is no term in working days`)
  let day = from
  let left = workingDays
  let idle = 0
  while (left > 0) {
    day = dayPlus(day, 1)
    idle += 1
    if (calendar.isWorkingDay(day)) {
      left -= 1
      idle = 0
    }
    if (idle > LONGEST_BREAK)
      throw new RangeError(`the calendar has no working day in the ${LONGEST_BREAK} days before ${day}`)
  }
  return day
}

/** True from the midnight at +07 that ends the due day. */
export function isOverdue(dueOn: string | null, today: string): boolean {
  return dueOn !== null && today > dueOn
}

/** How many working days remain after today, the due day included; 0 on the due day and after it. */
export function workingDaysLeft(today: string, dueOn: string, calendar: Calendar): number {
  let left = 0
  for (let day = dayPlus(today, 1); day <= dueOn; day = dayPlus(day, 1)) {
    if (calendar.isWorkingDay(day)) left += 1
  }
  return left
}
