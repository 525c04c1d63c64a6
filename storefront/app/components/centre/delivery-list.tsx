import { Button } from '#app/components/button.tsx'
import { supply } from '#app/i18n/supply.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { ContractLine, Delivery } from '#app/lib/centre/contract-types.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'

interface DeliveryListProps {
  deliveries: readonly Delivery[]
  lines: readonly ContractLine[]
  /** Deliveries that were noted wrongly may be taken back. */
  mayTakeBack: boolean
  /** What the list is called by screen readers. */
  label: string
}

/** What was delivered under a contract, the latest first; what was taken back stays with its reason. */
export function DeliveryList({ deliveries, lines, mayTakeBack, label }: DeliveryListProps) {
  const t = useT(supply)
  const locale = useLocale()
  if (deliveries.length === 0) return <p>{t('noDeliveries')}</p>
  return (
    <ul className="work-list" aria-label={label}>
      {deliveries.map((delivery) => {
        const line = lines.find(({ id }) => id === delivery.lineId)
        const what = `${formatNumber(delivery.quantity, locale)} ${line?.unit ?? ''}`
        const gone = delivery.voidReason !== null
        return (
          <li key={delivery.id} className="work-line">
            <p className="tabular">
              <span className={gone ? 'text-muted line-through' : ''}>
                <strong>{formatDay(delivery.day, locale)}</strong> · {what} · {line?.title}
              </span>
            </p>
            <p className="text-sm text-muted">
              {[
                ...(delivery.lotCodes.length > 0 ? [t('lotList', { lots: delivery.lotCodes.join(', ') })] : []),
                ...(delivery.note ? [delivery.note] : []),
                t('notedBy', { name: delivery.notedBy }),
              ].join(' · ')}
            </p>
            {gone ? (
              <p className="text-sm">
                {t('voided', { name: delivery.voidedBy ?? '', reason: delivery.voidReason ?? '' })}
              </p>
            ) : null}
            {mayTakeBack && !gone ? (
              <details>
                <summary className="link inline-flex min-h-11 cursor-pointer items-center">
                  {t('takeBack')}
                  <span className="sr-only">: {what}</span>
                </summary>
                <form method="post" className="flex flex-wrap items-end gap-3">
                  <input type="hidden" name="id" value={delivery.id} />
                  <label className="field grow">
                    <span className="field-label">{t('reason')}</span>
                    <input className="input" name="reason" minLength={3} maxLength={500} required />
                  </label>
                  <Button look="warn" name="viec" value="bo-giao">
                    {t('takeBack')}
                  </Button>
                </form>
              </details>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}
