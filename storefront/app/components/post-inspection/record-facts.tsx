import { markUse } from '#app/i18n/mark-use.ts'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { HolderInspection, InspectionDetail } from '#app/lib/post-inspection/types.ts'

/** What was seen, as it stands on record. */
export function RecordFacts({ inspection }: { inspection: HolderInspection | InspectionDetail['inspection'] }) {
  const t = useT(postInspection)
  const mark = useT(markUse)
  const locale = useLocale()
  const team = 'team' in inspection ? inspection.team : []
  return (
    <div className="grid gap-4">
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
        <dt className="text-muted">{t('day')}</dt>
        <dd>{inspection.day === null ? '–' : formatDay(inspection.day, locale)}</dd>
        <dt className="text-muted">{t('place')}</dt>
        <dd>{inspection.place ?? '–'}</dd>
        {team.length > 0 ? (
          <>
            <dt className="text-muted">{t('team')}</dt>
            <dd>
              <ul>
                {team.map(({ name, unit }) => (
                  <li key={`${name}${unit}`}>
                    {name}, {unit}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
      </dl>
      <ul className="work-list">
        {inspection.looks.map(({ look, result, note }) => (
          <li key={look} className="work-line">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <span className="font-semibold">{t(`look_${look}`)}</span>
              <span className={`mark ${result === 'fail' ? 'mark-warn' : result === 'pass' ? 'mark-done' : ''}`}>
                {t(`result_${result}`)}
              </span>
            </p>
            {note === '' ? null : <p className="whitespace-pre-line">{note}</p>}
          </li>
        ))}
      </ul>
      {inspection.violations.length === 0 ? null : (
        <div className="notice notice-warning">
          <p className="font-semibold">{t('violations')}</p>
          <ul className="list-disc ps-5">
            {inspection.violations.map((kind) => (
              <li key={kind}>{mark(`violation_${kind}`)}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
