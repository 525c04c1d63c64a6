import { useLocale } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'

/** Names and amounts under each other, amounts right; of two rows the names may wrap, amounts never do. */
export function Amounts({ rows }: { rows: readonly { name: string; amount: number; strong?: boolean }[] }) {
  const locale = useLocale()
  return (
    <dl className="grid gap-2">
      {rows.map(({ name, amount, strong }) => (
        <div key={name} className={`flex items-baseline justify-between gap-4 ${strong ? 'font-semibold' : ''}`}>
          <dt>{name}</dt>
          <dd className="whitespace-nowrap tabular-nums">{formatMoney(amount, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}
