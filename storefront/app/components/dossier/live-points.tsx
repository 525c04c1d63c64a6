import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { LiveScore } from '#app/lib/dossier/live-score.ts'
import { formatNumber } from '#app/lib/format.ts'
import { OutlookList } from './outlook-list.tsx'

interface LivePointsProps {
  live: LiveScore
  sectionMax: number
}

/** Points as chosen on the page and what is still missing for the next star; read out when they change. */
export function LivePoints({ live, sectionMax }: LivePointsProps) {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const locale = useLocale()
  const next = live.outlook.find(({ reached }) => !reached) ?? null
  return (
    <div className="card grid gap-3 p-4">
      <div role="status">
        <dl className="grid grid-cols-2 gap-3">
          <div>
            <dt className="field-hint">{desk('liveSection')}</dt>
            <dd className="text-lg font-semibold">
              {t('pointsOf', { points: formatNumber(live.section, locale), max: formatNumber(sectionMax, locale) })}
            </dd>
          </div>
          <div>
            <dt className="field-hint">{desk('liveTotal')}</dt>
            <dd className="text-lg font-semibold">
              {t('pointsOf', { points: formatNumber(live.total, locale), max: 100 })}
            </dd>
          </div>
        </dl>
      </div>
      <details className="fold">
        <summary>{t('outlookTitle')}</summary>
        <OutlookList next={next} />
      </details>
    </div>
  )
}
