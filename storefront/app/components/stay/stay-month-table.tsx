import { hostStays as words } from '#app/i18n/host-stays.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { monthWeeks } from '#app/lib/official/month-weeks.ts'
import type { StayDay, StayMonth } from '#app/lib/stays/types.ts'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const

/** A month of a place: who comes, of how many it takes; closed days are tinted and named. Fits 320 px. */
export function StayMonthTable({ calendar, caption }: { calendar: StayMonth; caption: string }) {
  const t = useT(words)
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
        {monthWeeks(calendar.days).map((week) => (
          <tr key={week.find((each) => each !== null)?.day}>
            {week.map((each, at) =>
              each === null ? (
                <td key={WEEKDAYS[at]} />
              ) : (
                <Cell key={each.day} day={each} today={each.day === calendar.today} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cell({ day: { day, capacity, taken }, today }: { day: StayDay; today: boolean }) {
  const t = useT(words)
  const closed = capacity === 0
  return (
    <td className={closed ? 'month-off' : undefined} aria-current={today ? 'date' : undefined}>
      <span className="month-number">
        {Number(day.slice(8))}
        {today ? <span className="sr-only"> ({t('today')})</span> : null}
      </span>
      {closed ? <span className="block text-xs">{t('dayClosed')}</span> : null}
      {taken > 0 || (capacity !== null && !closed) ? (
        <span className="tabular block text-xs">
          <span aria-hidden="true">
            {taken}
            {capacity === null || closed ? null : (
              <>
                /<wbr />
                {capacity}
              </>
            )}
          </span>
          <span className="sr-only">
            {t('dayTaken', { count: taken })}
            {capacity === null || closed ? null : ` ${t('dayOf', { count: capacity })}`}
          </span>
        </span>
      ) : null}
    </td>
  )
}
