import { markUse } from '#app/i18n/mark-use.ts'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { MarkUse } from '#app/lib/post-inspection/types.ts'
import { SampleNote } from '../sample-note.tsx'
import { RightLine } from './right-line.tsx'

/** Rows of the register of mark use: the right, the artwork, what is on record against it. */
export function MarkUseItems({ markUses, mayInspect }: { markUses: readonly MarkUse[]; mayInspect: boolean }) {
  const t = useT(postInspection)
  const mark = useT(markUse)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {markUses.map((use) => (
        <li key={use.recognitionId} className="work-line">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a className="link font-semibold" href={`/nhan-hieu/${encodeURIComponent(use.recognitionId)}`}>
              {use.productName}
            </a>
            <span>{t('stars', { stars: use.stars })}</span>
            {use.sample ? <SampleNote /> : null}
          </p>
          <RightLine use={use} />
          <p className="text-sm text-muted">
            {[use.producerName, use.decision.number, formatDay(use.decision.date, locale), use.productCode ?? '']
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
          <p className="text-sm">
            {use.artwork.length === 0
              ? t('noArtwork')
              : `${t('artwork')}: ${use.artwork.map(({ title }) => title).join('; ')}`}
          </p>
          {use.violations.length === 0 ? (
            <p className="text-sm text-muted">{t('noMisuse')}</p>
          ) : (
            <ul className="grid gap-1 text-sm">
              {use.violations.map((each) => (
                <li key={`${each.source}${each.id}${each.kind}`}>
                  <span className="mark mark-warn">{mark(`violation_${each.kind}`)}</span>{' '}
                  <span className="text-muted">
                    {t(`source_${each.source}`)}
                    {each.on === null ? '' : `, ${formatDay(each.on, locale)}`}
                  </span>
                </li>
              ))}
            </ul>
          )}
          {mayInspect ? (
            <p>
              <a
                className="link inline-flex min-h-11 items-center"
                href={`/can-bo/hau-kiem/moi?cong-nhan=${encodeURIComponent(use.recognitionId)}`}
              >
                {t('inspectThis')}
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
