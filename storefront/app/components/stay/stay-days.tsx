import { stays as words } from '#app/i18n/stays.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { StayDays as Days } from '#app/lib/stays/types.ts'

/** First and last day of a stay, or the one day of a tour. */
export function StayDays({ days: { fromDay, toDay } }: { days: Days }) {
  const t = useT(words)
  const locale = useLocale()
  const from = formatDay(fromDay, locale)
  return (
    <span className="tabular">{fromDay === toDay ? from : t('range', { from, to: formatDay(toDay, locale) })}</span>
  )
}

/** How many grown-ups, and how many children if any. */
export function StayGuests({ stay: { adults, children } }: { stay: { adults: number; children: number } }) {
  const t = useT(words)
  return (
    <>
      {t('guestsAdults', { count: adults })}
      {children > 0 ? `, ${t('guestsChildren', { count: children })}` : null}
    </>
  )
}
