import { dossier } from '#app/i18n/dossier.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { DossierEvent } from '#app/lib/dossier/types.ts'
import { formatMoment } from '#app/lib/format.ts'

/** What happened to a dossier, newest first, folded away. */
export function HistoryList({ events }: { events: DossierEvent[] }) {
  const t = useT(dossier)
  const locale = useLocale()
  const word = (act: string) => {
    const key = `act_${act}`
    return Object.hasOwn(dossier, key) ? t(key as 'act_begun') : t('act_other')
  }
  return (
    <details className="fold">
      <summary>{t('history')}</summary>
      <ol className="grid gap-2 pt-2">
        {events.map(({ act, at, actorName }) => (
          <li key={`${at}${act}`}>
            <span className="font-semibold">{word(act)}</span>
            <span className="field-hint block">
              {t('historyLine', { at: formatMoment(at, locale), who: actorName })}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
