import type { JourneyStep } from '@sao-lang/traceability/verify'
import { ConfidenceChip } from '#app/components/confidence-chip.tsx'
import { pictureUrl } from '#app/components/picture.tsx'
import { journey } from '#app/i18n/journey.ts'
import { origin } from '#app/i18n/origin.ts'
import { scan } from '#app/i18n/scan.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatQuantity } from '#app/lib/format.ts'
import { isSamePlace, PlaceName } from './place-name.tsx'

/** What happened to the lot, earliest first, each step with the day, the place and who stands behind it. */
export function JourneyTimeline({ steps }: { steps: JourneyStep[] }) {
  const t = useT(scan)
  const inOrder = [...steps].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt))
  return (
    <section className="grid gap-3">
      <h2>{t('journey')}</h2>
      {inOrder.length === 0 ? <p className="text-muted">{t('noJourney')}</p> : null}
      <ol className="grid">
        {inOrder.map((step, index) => (
          <TimelineStep
            key={`${step.step} ${step.occurredAt} ${step.lot ?? ''}`}
            step={step}
            moved={!isSamePlace(step.place, inOrder[index - 1]?.place ?? null)}
          />
        ))}
      </ol>
    </section>
  )
}

/** `moved`: the lot is elsewhere than in the step before; otherwise the place is not said again. */
function TimelineStep({ step, moved }: { step: JourneyStep; moved: boolean }) {
  const t = useT(journey)
  const words = useT(origin)
  const locale = useLocale()
  // The service keeps UTC; the page speaks of the day in Vietnam.
  const day = new Date(Date.parse(step.occurredAt) + 7 * 3_600_000).toISOString().slice(0, 10)
  return (
    <li className="relative border-s-2 border-line-strong ps-6 pb-5 last:border-transparent last:pb-0">
      <span
        aria-hidden="true"
        className="absolute start-[-0.5625rem] top-[0.3125rem] size-4 rounded-full border-[3px] border-paper bg-leaf"
      />
      <p className="flex flex-wrap items-center gap-x-2">
        <strong>{isKnownStep(step.step) ? t(step.step) : t('other')}</strong>
        {step.quantity ? <span className="tabular">{formatQuantity(step.quantity, locale)}</span> : null}
        <ConfidenceChip confidence={step.confidence} />
      </p>
      {step.note ? <p>{step.note}</p> : null}
      <div className="text-sm text-muted">
        <time dateTime={day} className="tabular">
          {formatDay(day, locale)}
        </time>
        {step.lot ? `, ${words('earlierLot', { lot: step.lot })}` : null}
        {step.place && moved ? (
          <>
            {', '}
            <PlaceName place={step.place} />
          </>
        ) : null}
      </div>
      {step.evidence?.map(({ file, kind, title }) => (
        <p key={file} className="print-hidden text-sm">
          {kind === 'photo' ? (
            <a className="link inline-flex min-h-11 items-center" href={pictureUrl(file)}>
              {words('photo', { title })}
            </a>
          ) : (
            words('document', { title })
          )}
        </p>
      ))}
    </li>
  )
}

function isKnownStep(step: string): step is keyof typeof journey {
  return Object.hasOwn(journey, step)
}
