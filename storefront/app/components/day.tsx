import { useLocale } from '#app/i18n/use-locale.ts'
import { formatDay, formatMoment } from '#app/lib/format.ts'

/** A calendar day (yyyy-mm-dd) or, with `moment`, a UTC moment shown as Vietnamese time. */
export function Day({ value, moment = false }: { value: string; moment?: boolean }) {
  const locale = useLocale()
  return (
    <time dateTime={value} className="tabular">
      {moment ? formatMoment(value, locale) : formatDay(value, locale)}
    </time>
  )
}
