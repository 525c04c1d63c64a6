import { bundleAge, type InspectionBundle } from '@sao-lang/traceability/verify'
import { inspector } from '#app/i18n/inspector.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'

/** How old the knowledge on the phone is: beside every answer, and louder the older it is. */
export function BundleAgeLine({ bundles, online }: { bundles: readonly InspectionBundle[]; online: boolean }) {
  const t = useT(inspector)
  const locale = useLocale()
  const [madeAt] = bundles.map(({ manifest }) => manifest.madeAt).sort()
  if (madeAt === undefined) {
    return (
      <p className="notice notice-warning" role="status">
        {t('noBundle')}
      </p>
    )
  }
  const { hours, level, clockBehind } = bundleAge(madeAt, new Date())
  const time = formatMoment(madeAt, locale)
  const text =
    level === 'old'
      ? t('ageOld', { days: Math.floor(hours / 24), time })
      : hours === 0
        ? t('ageNow', { time })
        : t('ageHours', { hours, time })
  return (
    <div className="grid gap-2">
      <p className={level === 'fresh' ? 'text-sm text-muted' : 'notice notice-warning'} role="status">
        <strong>{t(online ? 'online' : 'offline')}</strong> · {text}
      </p>
      {clockBehind ? <p className="notice notice-warning">{t('clockBehind')}</p> : null}
    </div>
  )
}
