/** The members of a query schedule (EPCIS 2.0, 8.2.5.3) with the values each can have. */
export const SCHEDULE_FIELDS = {
  second: [0, 59],
  minute: [0, 59],
  hour: [0, 23],
  dayOfMonth: [1, 31],
  month: [1, 12],
  dayOfWeek: [1, 7],
} as const
export type ScheduleField = keyof typeof SCHEDULE_FIELDS

/** As the subscriber wrote it: each member a list of numbers and ranges, such as `0,15,[30-45]`. */
export type Schedule = Partial<Record<ScheduleField, string>>

/** February 29 on a given weekday is at most 40 years away. */
const LONGEST_WAIT_DAYS = 40 * 366
const DAY_MS = 86_400_000

/**
 * The values a member names, in order. Null when it is not of the standard's form or a number is out of its range.
 */
export function scheduleValues(field: ScheduleField, text: string): number[] | null {
  const [least, most] = SCHEDULE_FIELDS[field]
  const values = new Set<number>()
  for (const element of text.split(',')) {
    const [, single, low, high] = /^(?:(\d{1,2})|\[(\d{1,2})-(\d{1,2})\])$/.exec(element) ?? []
    const from = Number(single ?? low)
    const to = Number(single ?? high)
    if (Number.isNaN(from) || Number.isNaN(to) || from < least || to > most || from > to) return null
    for (let value = from; value <= to; value++) values.add(value)
  }
  return [...values].sort((a, b) => a - b)
}

/**
 * The first moment behind `after` that fits every member, in UTC: 08:00 in Vietnam is hour 1. A member that is left out
 * fits every value, but for the second, which is then 0: a schedule runs at most once a minute. Weekdays count from 1 for
 * Monday to 7 for Sunday. Null when there is none.
 */
export function nextRun(schedule: Schedule, after: Date): Date | null {
  const days = new Set(valuesOf(schedule, 'dayOfMonth'))
  const months = new Set(valuesOf(schedule, 'month'))
  const weekdays = new Set(valuesOf(schedule, 'dayOfWeek'))
  const hours = valuesOf(schedule, 'hour')
  const minutes = valuesOf(schedule, 'minute')
  const seconds = schedule.second === undefined ? [0] : valuesOf(schedule, 'second')
  const first = Date.UTC(after.getUTCFullYear(), after.getUTCMonth(), after.getUTCDate())
  for (let i = 0; i <= LONGEST_WAIT_DAYS; i++) {
    const midnight = first + i * DAY_MS
    const day = new Date(midnight)
    // Sunday is 0 to the language and 7 to the standard.
    if (!days.has(day.getUTCDate()) || !months.has(day.getUTCMonth() + 1) || !weekdays.has(day.getUTCDay() || 7))
      continue
    for (const hour of hours) {
      if (midnight + (hour + 1) * 3_600_000 <= after.getTime()) continue
      for (const minute of minutes) {
        for (const second of seconds) {
          const at = midnight + hour * 3_600_000 + minute * 60_000 + second * 1_000
          if (at > after.getTime()) return new Date(at)
        }
      }
    }
  }
  return null
}

function valuesOf(schedule: Schedule, field: ScheduleField): number[] {
  const [least, most] = SCHEDULE_FIELDS[field]
  return scheduleValues(field, schedule[field] ?? `[${least}-${most}]`) ?? []
}
