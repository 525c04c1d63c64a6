import type { Recognition, RecognitionState } from '@sao-lang/traceability/verify'
import { Certificate } from '#app/components/certificate.tsx'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { Stars } from '#app/components/star-badge.tsx'
import { scan } from '#app/i18n/scan.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { packingDayRemark } from '#app/lib/trace/verdict-message.ts'

interface StarCertificateProps {
  today: RecognitionState
  onPackingDay: RecognitionState | null
  packedOn: string | null
}

/**
 * The stars with the decision behind them, never one without the other: gold while valid today, grey with the day they
 * lapsed otherwise; below it what held on the packing day.
 */
export function StarCertificate({ today, onPackingDay, packedOn }: StarCertificateProps) {
  const t = useT(scan)
  const locale = useLocale()
  const { recognition } = today
  const day = (value: string) => formatDay(value, locale)
  const remark = packedOn ? packingDayRemark(today, onPackingDay) : null
  if (!recognition) {
    return (
      <section className="rounded border border-dashed border-line-strong px-4 py-3 text-muted">
        <h2 className="sr-only">{t('starsTitle')}</h2>
        <p>{t('starsNone')}</p>
      </section>
    )
  }
  const valid = today.status === 'valid'
  return (
    <section>
      <h2 className="sr-only">{t('starsTitle')}</h2>
      <Certificate stars={recognition.stars} valid={valid}>
        {valid ? <Stars count={recognition.stars} /> : null}
        <p className="tabular font-bold">{statusSentence(today, recognition, day, t)}</p>
        <p className="tabular">
          <a className="link" href={`/quyet-dinh/${recognition.ref}`}>
            {t('decisionNumber', { number: recognition.decisionNumber, date: day(recognition.decisionDate) })}
          </a>
        </p>
        <p className="flex flex-wrap items-center gap-x-2">
          {recognition.authority} <ConfidenceChip confidence="authority_decision" />
        </p>
        {recognition.sample ? (
          <p>
            <SampleNote />
          </p>
        ) : null}
      </Certificate>
      {remark && packedOn ? (
        <p className="tabular pt-2 text-sm">
          {remark === 'packingNone'
            ? t('packingNone', { date: day(packedOn) })
            : t(remark, { date: day(packedOn), stars: onPackingDay?.stars ?? recognition.stars })}
        </p>
      ) : null}
    </section>
  )
}

function statusSentence(
  state: RecognitionState,
  recognition: Recognition,
  day: (value: string) => string,
  t: ReturnType<typeof useT<typeof scan>>,
): string {
  const { stars } = recognition
  switch (state.status) {
    case 'valid':
      return state.transitional
        ? t('starsExtended', { stars, date: day(recognition.extendedTo ?? recognition.validTo) })
        : t('starsValid', { stars, date: day(recognition.validTo) })
    case 'suspended':
      return t('starsSuspended', { stars, date: day(state.lapsedOn ?? recognition.validFrom) })
    case 'expired':
      return t('starsExpired', { stars, date: day(state.lapsedOn ?? recognition.validTo) })
    case 'revoked':
      return t('starsRevoked', { stars, date: day(state.lapsedOn ?? recognition.validTo) })
    case 'not_yet_valid':
      return t('starsComing', { stars, date: day(recognition.validFrom) })
    case 'none':
      return t('starsNone')
  }
}
