import { trust } from '#app/i18n/trust.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { badgeState } from '#app/lib/badge-state.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Badge, Stars as StarCount } from '#app/lib/medusa/types.ts'
import { Certificate } from './certificate.tsx'
import { SampleNote } from './sample-note.tsx'
import { Stars } from './star-badge.tsx'

/**
 * The stars of a product today with decision number, date, authority and validity. `lastStars` are those of the
 * recognition that has lapsed, for the grey seal.
 */
export function RecognitionCertificate({
  badge,
  lastStars,
  recognitionRef,
}: {
  badge: Badge
  lastStars: StarCount | null
  /** The recognition behind the badge, whose decision has a page; null when there is none. */
  recognitionRef: string | null
}) {
  const t = useT(trust)
  const locale = useLocale()
  const state = badgeState(badge)
  const day = (value: string | null) => (value ? formatDay(value, locale) : '…')
  const decision =
    badge.decisionNumber && badge.decisionDate
      ? t('decision', { number: badge.decisionNumber, date: day(badge.decisionDate) })
      : badge.decisionNumber
  const paper = (
    <>
      {decision ? (
        <p className="tabular">
          {recognitionRef === null ? (
            decision
          ) : (
            <a className="link" href={`/quyet-dinh/${recognitionRef}`}>
              {decision}
            </a>
          )}
        </p>
      ) : null}
      {badge.authority ? <p>{badge.authority}</p> : null}
      {badge.sample ? (
        <p>
          <SampleNote />
        </p>
      ) : null}
    </>
  )
  if (state.kind === 'valid') {
    return (
      <Certificate stars={state.stars} valid>
        <Stars count={state.stars} />
        <p className="tabular font-bold">
          {t('stars', { stars: state.stars })}
          {state.validTo ? `, ${t(state.transitional ? 'extendedTo' : 'validTo', { date: day(state.validTo) })}` : null}
        </p>
        {state.transitional ? <p>{t('extendedWhy')}</p> : null}
        {paper}
      </Certificate>
    )
  }
  const sentence =
    state.kind === 'none'
      ? t('none')
      : state.kind === 'not_yet_valid'
        ? t('notYetValid', { date: day(state.from) })
        : t(state.kind, { date: day(state.since) })
  if (state.kind === 'none' || lastStars === null) {
    return <p className="rounded border border-dashed border-line-strong px-4 py-3 text-muted">{sentence}</p>
  }
  return (
    <Certificate stars={lastStars} valid={false}>
      <p className="tabular font-bold">{sentence}</p>
      {paper}
    </Certificate>
  )
}
