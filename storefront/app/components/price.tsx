import { useLocale } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'

/** An amount of integer đồng in tabular figures. */
export function Price({ dong, className = '' }: { dong: number; className?: string }) {
  return <span className={`tabular ${className}`}>{formatMoney(dong, useLocale())}</span>
}
