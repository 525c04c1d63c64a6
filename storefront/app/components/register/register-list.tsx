import { Link } from '@remix-run/react'
import { SampleNote } from '#app/components/sample-note.tsx'
import { Stars } from '#app/components/star-badge.tsx'
import { register } from '#app/i18n/register.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { RegisterEntry } from '#app/lib/medusa/register-types.ts'
import { StatusText } from './status-text.tsx'

/** Recognitions one below the other, readable at any width; `withDecision` also says by which decision. */
export function RegisterList({ entries, withDecision }: { entries: RegisterEntry[]; withDecision: boolean }) {
  const t = useT(register)
  const locale = useLocale()
  const day = (value: string) => formatDay(value, locale)
  return (
    <ul className="grid gap-3">
      {entries.map((entry) => (
        <li key={entry.id} id={entry.id} className="card grid gap-2 p-4 sm:grid-cols-[1fr_auto] sm:gap-x-6">
          <div className="grid min-w-0 content-start gap-1">
            <h3 className="break-words">
              {entry.productHandle === null ? (
                entry.product
              ) : (
                <Link className="link" to={`/san-pham/${entry.productHandle}`}>
                  {entry.product}
                </Link>
              )}
            </h3>
            <p className="break-words text-muted">{[entry.producer, entry.province].filter(Boolean).join(', ')}</p>
            {withDecision ? (
              <p className="text-sm">
                <Link className="link inline-flex min-h-11 items-center" to={`/quyet-dinh/${entry.decisionId}`}>
                  {t('decisionOf', { number: entry.decisionNumber, date: day(entry.decisionDate) })}
                </Link>{' '}
                <span className="text-muted">{entry.authority}</span>
              </p>
            ) : null}
            <p className="tabular flex flex-wrap gap-x-3 text-sm text-muted">
              {entry.productCode === null ? null : <span>{t('code', { code: entry.productCode })}</span>}
              {entry.points === null ? null : <span>{t('points', { points: number(entry.points) })}</span>}
              <span>{t('rubric', { version: entry.rubricVersion })}</span>
            </p>
            {entry.replaced ? <p className="text-sm text-muted">{t('replaced')}</p> : null}
          </div>
          <div className="grid content-start gap-1 sm:justify-items-end sm:text-right">
            <Stars count={entry.stars} />
            <p>
              <StatusText entry={entry} />
            </p>
            <p className="tabular text-sm">
              {t('validityRange', { from: day(entry.validFrom), to: day(entry.validTo) })}
            </p>
            <a
              className="link inline-flex min-h-11 items-center text-sm"
              href={`/cong-nhan/${entry.id}/chung-nhan.pdf`}
              aria-label={`${t('certificate')}: ${entry.product}`}
            >
              {t('certificate')}
            </a>
            {entry.sample ? <SampleNote /> : null}
          </div>
        </li>
      ))}
    </ul>
  )

  function number(value: number): string {
    return new Intl.NumberFormat(locale).format(value)
  }
}
