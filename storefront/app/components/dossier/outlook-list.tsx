import type { BelowMinimum } from '@sao-lang/traceability/verify/rating'
import { dossier } from '#app/i18n/dossier.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatNumber } from '#app/lib/format.ts'

interface OutlookListProps {
  /** The next star not reached yet; null when all are. */
  next: { stars: number; pointsMissing: number; belowMinimum: BelowMinimum[] } | null
}

/** What keeps a self-assessment from the next star, as a short list. */
export function OutlookList({ next }: OutlookListProps) {
  const t = useT(dossier)
  const locale = useLocale()
  if (next === null) return <p className="text-muted">{t('outlookReached')}</p>
  return (
    <div className="grid gap-1">
      <p className="font-semibold">{t('outlookFor', { stars: next.stars })}</p>
      <ul className="grid list-disc gap-1 ps-5 text-[0.9375rem]">
        {next.pointsMissing > 0 ? (
          <li>{t('outlookPoints', { points: formatNumber(next.pointsMissing, locale) })}</li>
        ) : null}
        {next.belowMinimum.map(({ criterionId, code, title, label }) => (
          <li key={criterionId}>{t('outlookCriterion', { code, title, label })}</li>
        ))}
      </ul>
    </div>
  )
}
