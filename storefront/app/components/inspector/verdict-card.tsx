import type { InspectionVerdict } from '@sao-lang/traceability/verify'
import { useEffect, useRef } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { HEADLINES, sentencesOf } from '#app/lib/inspector/verdict-words.ts'
import { SampleNote } from '../sample-note.tsx'

/** The answer of the phone alone: what was found, why, and what it cannot know. */
export function VerdictCard({ verdict }: { verdict: InspectionVerdict }) {
  const t = useT(inspector)
  const locale = useLocale()
  const seen = useRef<HTMLElement>(null)
  // On a phone the answer stands below the form.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is shown, also one that reads the same
  useEffect(() => {
    // What it returns, a promise in newer browsers, is no clean-up.
    seen.current?.scrollIntoView({ block: 'nearest' })
  }, [verdict])
  const { product, star, label, code, finding, unknown } = verdict
  const recognition = star?.today.recognition ?? null
  const facts: [string, string][] = [
    ...(product
      ? ([
          [t('factProducer'), product.producer.name],
          [t('factPlace'), product.producer.place.provinceName],
          [t('factStar'), star?.today.stars ? t('starsCount', { count: star.today.stars }) : t('noStars')],
        ] as [string, string][])
      : []),
    ...(recognition
      ? ([
          [
            t('factDecision'),
            t('decisionText', {
              number: recognition.decisionNumber,
              date: formatDay(recognition.decisionDate, locale),
              authority: recognition.authority,
              until: formatDay(recognition.validTo, locale),
            }),
          ],
        ] as [string, string][])
      : []),
    ...(label?.packedOn ? ([[t('factPacked'), formatDay(label.packedOn, locale)]] as [string, string][]) : []),
    ...(code ? ([[t('factCode'), code]] as [string, string][]) : []),
  ]
  const kind =
    finding === 'in_order' ? 'success' : finding === 'needs_network' || finding === 'unreadable' ? 'info' : 'warning'
  return (
    <section ref={seen} className="card card-body grid scroll-mt-4 gap-4" aria-live="polite">
      <div className={`notice notice-${kind}`}>
        <h2>{t(HEADLINES[finding])}</h2>
        <ul className="grid gap-1.5">
          {sentencesOf(verdict, t, locale).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      {product ? <p className="text-lg font-semibold">{product.name}</p> : null}
      {product && (recognition?.sample || product.sample.length > 0) ? (
        <p>
          <SampleNote />
        </p>
      ) : null}
      {facts.length > 0 ? (
        <dl className="grid gap-2">
          {facts.map(([name, value]) => (
            <div key={name}>
              <dt className="text-sm text-muted">{name}</dt>
              <dd className="wrap-anywhere">{value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      {product && finding === 'in_order' && label ? (
        <p>
          <strong>{t('isItThis', { product: product.name })}</strong> {t('isItThisHint')}
        </p>
      ) : null}
      {unknown.length > 0 ? (
        <div>
          <h3 className="text-base">{t('unknownTitle')}</h3>
          <ul className="list-disc ps-5 text-muted">
            {unknown.map((each) => (
              <li key={each}>{t(`unknown_${each}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}
