import type { Recognition, RecognitionState } from '@sao-lang/traceability/verify'
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
  if (!recognition) {
    return (
      <section className="card card-body text-muted">
        <h2 className="sr-only">{t('starsTitle')}</h2>
        <p>{t('starsNone')}</p>
      </section>
    )
  }
  const valid = today.status === 'valid'
  const day = (value: string) => formatDay(value, locale)
  const remark = packedOn ? packingDayRemark(today, onPackingDay) : null
  return (
    <section
      className={`grid gap-3 rounded border p-5 md:p-6 ${
        valid ? 'border-gold-line bg-gold-soft text-gold-ink' : 'border-line-strong bg-card text-ink'
      }`}
    >
      <h2 className="sr-only">{t('starsTitle')}</h2>
      <div className="flex items-start gap-4">
        <p
          aria-hidden="true"
          className={`tabular text-3xl leading-none font-bold whitespace-nowrap ${valid ? '' : 'text-muted line-through'}`}
        >
          {recognition.stars}★
        </p>
        <div className="grid min-w-0 gap-1">
          {valid ? <Stars count={recognition.stars} /> : null}
          <p className="font-semibold">{statusSentence(today, recognition, day, t)}</p>
          <p>{t('decisionNumber', { number: recognition.decisionNumber, date: day(recognition.decisionDate) })}</p>
          <p>{t('recognisedBy', { authority: recognition.authority })}</p>
          <p className="text-sm">
            {t('decisionFrom', { from: day(recognition.validFrom), to: day(recognition.validTo) })}
          </p>
        </div>
      </div>
      {remark && packedOn ? (
        <p className={`border-t pt-3 text-sm ${valid ? 'border-gold-line' : 'border-line'}`}>
          {remark === 'packingValid'
            ? t('packingValid', { date: day(packedOn), stars: onPackingDay?.stars ?? recognition.stars })
            : t('packingNone', { date: day(packedOn) })}
        </p>
      ) : null}
      {recognition.sample ? (
        <p>
          <SampleNote />
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
      return t('starsValid', { stars, date: day(recognition.validTo) })
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
