import type { Translate } from '#app/i18n/messages.ts'
import { official } from '#app/i18n/official.ts'
import { officialDuties } from '#app/i18n/official-duties.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Duty } from '#app/lib/official/types.ts'

/** The work list: what is to be done, by when, and where. In the order given, which has the overdue ones first. */
export function DutyList({ duties, today }: { duties: readonly Duty[]; today: string }) {
  const t = useT(official)
  const duty = useT(officialDuties)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {duties.map((each) => (
        <li key={`${each.key}${each.path}${each.dueOn}`} className="work-line">
          <a className="link font-semibold" href={each.path}>
            {dutyTitle(each, duty)}
          </a>
          <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
            {each.dueOn === null ? (
              t('noDue')
            ) : (
              <span className={each.overdue ? 'mark mark-warn' : undefined}>
                {each.overdue
                  ? t('overdueSince', { day: formatDay(each.dueOn, locale) })
                  : each.dueOn === today
                    ? t('dueToday')
                    : t('due', { day: formatDay(each.dueOn, locale) })}
              </span>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** The sentence of a duty; one this page does not know yet has a general one. */
export function dutyTitle({ key, count }: Pick<Duty, 'key' | 'count'>, t: Translate<typeof officialDuties>): string {
  const known = `duty_${key}`
  return t(Object.hasOwn(officialDuties, known) ? (known as 'duty_other') : 'duty_other', { count })
}
