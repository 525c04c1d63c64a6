import { useEffect, useRef } from 'react'
import { checkout } from '#app/i18n/checkout.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoney } from '#app/lib/format.ts'

interface PlaceTroubleProps {
  kind: 'changed' | 'stale' | 'unknown'
  /** Today's total and the one the buyer agreed to, in đồng. */
  total: number | null
  agreedTotal: number | null
}

/** Why the order was not placed, or why nobody knows; it takes the focus when it appears. */
export function PlaceTrouble({ kind, total, agreedTotal }: PlaceTroubleProps) {
  const t = useT(checkout)
  const locale = useLocale()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} role="alert" tabIndex={-1} className="notice notice-warning grid gap-1">
      {kind === 'stale' ? (
        <p>{t('errorStalePage')}</p>
      ) : (
        <>
          <h2 className="text-lg">{kind === 'changed' ? t('changedTitle') : t('unknownTitle')}</h2>
          <p>{kind === 'changed' ? t('changedBody') : t('unknownBody')}</p>
        </>
      )}
      {kind === 'changed' && total !== null && agreedTotal !== null && total !== agreedTotal ? (
        <p className="tabular">
          {t('changedTotal', { old: formatMoney(agreedTotal, locale), new: formatMoney(total, locale) })}
        </p>
      ) : null}
    </div>
  )
}
