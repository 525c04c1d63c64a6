import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { LiveScore } from '#app/lib/dossier/live-score.ts'
import { formatNumber } from '#app/lib/format.ts'
import { OutlookList } from './outlook-list.tsx'

/** Points as chosen on the page, read out when they change; it stands beside "Save", in reach of the eye. */
export function LivePoints({ live, sectionMax }: { live: LiveScore; sectionMax: number }) {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const locale = useLocale()
  return (
    <p role="status" className="col-span-full flex flex-wrap gap-x-6">
      <span>
        {desk('liveSection')}:{' '}
        <strong>
          {t('pointsOf', { points: formatNumber(live.section, locale), max: formatNumber(sectionMax, locale) })}
        </strong>
      </span>
      <span>
        {desk('liveTotal')}:{' '}
        <strong>{t('pointsOf', { points: formatNumber(live.total, locale), max: formatNumber(100, locale) })}</strong>
      </span>
    </p>
  )
}

/** What keeps the choices on the page from the next star, folded away. */
export function LiveOutlook({ live }: { live: LiveScore }) {
  const t = useT(words)
  return (
    <details className="fold card px-4 pb-2">
      <summary>{t('outlookTitle')}</summary>
      <OutlookList next={live.outlook.find(({ reached }) => !reached) ?? null} />
    </details>
  )
}
