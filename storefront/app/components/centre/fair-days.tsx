import { fairs } from '#app/i18n/fairs.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'

/** The days of a fair in words. In: days yyyy-mm-dd, both included. */
export function FairDays({ firstDay, lastDay }: { firstDay: string; lastDay: string }) {
  const t = useT(fairs)
  const locale = useLocale()
  const [from, to] = [formatDay(firstDay, locale), formatDay(lastDay, locale)]
  return <span className="tabular">{firstDay === lastDay ? from : t('days', { from, to })}</span>
}
