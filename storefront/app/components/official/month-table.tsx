import { officialCalendar } from '#app/i18n/official-calendar.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { monthWeeks } from '#app/lib/official/month-weeks.ts'
import type { CalendarDay, Duty } from '#app/lib/official/types.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

interface MonthTableProps {
  caption: string
  days: readonly CalendarDay[]
  duties: readonly Duty[]
  today: string
}

/** A month at a glance: days off are tinted and named, days with deadlines lead to the list below. Fits 320 px. */
export function MonthTable({ caption, days, duties, today }: MonthTableProps) {
  const t = useT(officialCalendar)
  return (
    <table className="month-table">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col">
              {t(`weekday_${weekday}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(days).map((week) => (
          <tr key={week.find((each) => each !== null)?.day}>
            {week.map((each, at) =>
              each === null ? (
                <td key={WEEKDAYS[at]} />
              ) : (
                <MonthDay
                  key={each.day}
                  day={each}
                  isToday={each.day === today}
                  due={duties.filter(({ dueOn }) => dueOn === each.day)}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function MonthDay({ day, isToday, due }: { day: CalendarDay; isToday: boolean; due: readonly Duty[] }) {
  const t = useT(officialCalendar)
  const number = Number(day.day.slice(8))
  const count = due.reduce((sum, each) => sum + each.count, 0)
  const off = day.working === false
  return (
    <td className={off ? 'month-off' : undefined} aria-current={isToday ? 'date' : undefined}>
      <span className="month-number">
        {number}
        {isToday ? <span className="sr-only"> ({t('today')})</span> : null}
        {off ? <span className="sr-only"> ({t('dayOff')})</span> : null}
        {day.workedInstead ? <span className="sr-only"> ({t('worked')})</span> : null}
      </span>
      {count === 0 ? null : (
        <a className={`month-due ${due.some(({ overdue }) => overdue) ? 'mark-warn' : 'mark-done'}`} href="#toi-han">
          <span aria-hidden="true">{count}</span>
          <span className="sr-only">{t('dueCount', { count })}</span>
        </a>
      )}
    </td>
  )
}
