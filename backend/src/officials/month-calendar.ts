import type { MedusaContainer } from '@medusajs/framework/types'
import { addDays, type HolidayCalendar, isWorkingDay } from '@sao-lang/traceability/verify/rating'
import { ruleBook } from '../rules/rules-on'
import { workList } from './duties/duties'
import type { Duty } from './duties/duty'
import type { OfficialScope } from './official-scope'

export interface CalendarDay {
  /** yyyy-mm-dd at +07. */
  day: string
  /** Whether terms count it; null in a year whose holidays nobody has recorded. */
  working: boolean | null
  holiday: { vi: string; en: string } | null
  /** A weekend day that is worked for a day off. */
  workedInstead: boolean
}

/** A month with what is due in it for one official. */
export interface MonthCalendar {
  /** yyyy-mm. */
  month: string
  today: string
  days: CalendarDay[]
  duties: Duty[]
  /** False when some part could not be asked. */
  whole: boolean
}

/** The month of an official: working days by the holidays on record, and their duties that are due in it. */
export async function monthCalendar(
  container: MedusaContainer,
  official: OfficialScope,
  month: string,
): Promise<MonthCalendar> {
  const [book, { duties, whole }] = await Promise.all([ruleBook(container), workList(container, official)])
  const { holidays } = book.on(official.day)
  return {
    month,
    today: official.day,
    days: monthDays(month, holidays),
    duties: duties.filter(({ dueOn }) => dueOn?.startsWith(`${month}-`)),
    whole,
  }
}

/** Every day of a month, as the holidays on record have it. In: yyyy-mm. */
export function monthDays(month: string, calendars: readonly HolidayCalendar[]): CalendarDay[] {
  const calendar = calendars.find(({ year }) => year === Number(month.slice(0, 4)))
  const days: CalendarDay[] = []
  for (let day = `${month}-01`; day.startsWith(`${month}-`); day = addDays(day, 1)) {
    const holiday = calendar?.days.find(({ date }) => date === day)
    days.push({
      day,
      working: calendar === undefined ? null : isWorkingDay(day, [calendar]),
      holiday: holiday === undefined ? null : { vi: holiday.vi, en: holiday.en },
      workedInstead: calendar?.workedInstead.some(({ date }) => date === day) ?? false,
    })
  }
  return days
}
