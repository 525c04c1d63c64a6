import { centre } from '#app/i18n/centre.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { ProducerSales } from '#app/lib/centre/types.ts'
import { formatMoney } from '#app/lib/format.ts'

/** What each producer's goods brought at counters, by the ledger. */
export function SalesByProducer({ sales }: { sales: readonly ProducerSales[] }) {
  const t = useT(centre)
  const locale = useLocale()
  const money = (dong: number) => formatMoney(dong, locale)
  return (
    <ul className="work-list">
      {sales.map((row) => (
        <li key={row.producerId} className="work-line grid gap-1">
          <p className="font-semibold">{row.producerName}</p>
          <dl className="grid grid-cols-2 gap-x-4 gap-y-1 sm:grid-cols-5">
            {(
              [
                [t('quantity'), String(row.pieces)],
                [t('goodsAmount'), money(row.goods)],
                [t('share'), money(row.centreShare)],
                [t('tax'), money(row.tax)],
                [t('due'), money(row.due)],
              ] as const
            ).map(([name, value]) => (
              <div key={name}>
                <dt className="text-sm text-muted">{name}</dt>
                <dd className="tabular">{value}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
