import type { JourneyStep, Place } from '@sao-lang/traceability/verify'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { journey } from '#app/i18n/journey.ts'
import { origin } from '#app/i18n/origin.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import { isSamePlace, PlaceName } from './place-name.tsx'

interface Visit {
  place: Place
  steps: string[]
  first: string
  last: string
}

/** Where the goods have been, in the order in which they came there, without a map: today's name and the former one. */
export function PlaceList({ steps }: { steps: JourneyStep[] }) {
  const t = useT(origin)
  const words = useT(journey)
  const locale = useLocale()
  const visits = visitsOf(steps)
  if (visits.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2>{t('places')}</h2>
      <ol className="grid gap-3">
        {visits.map(({ place, steps: names, first, last }) => (
          <li key={`${place.provinceCode} ${place.communeName} ${place.legacyName}`} className="grid gap-0.5">
            <PlaceName place={place} />
            <span className="tabular text-sm text-muted">
              {[...new Set(names.map((name) => (isKnownStep(name) ? words(name) : words('other'))))].join(', ')}
              {' · '}
              {first === last ? formatDay(first, locale) : `${formatDay(first, locale)} – ${formatDay(last, locale)}`}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function visitsOf(steps: JourneyStep[]): Visit[] {
  const visits: Visit[] = []
  const inOrder = [...steps].sort((a, b) => Date.parse(a.occurredAt) - Date.parse(b.occurredAt))
  for (const { place, step, occurredAt } of inOrder) {
    if (!place) continue
    const day = vietnamDay(new Date(occurredAt))
    const known = visits.find((visit) => isSamePlace(visit.place, place))
    if (known) {
      known.steps.push(step)
      known.last = day
    } else visits.push({ place, steps: [step], first: day, last: day })
  }
  return visits
}

function isKnownStep(step: string): step is keyof typeof journey {
  return Object.hasOwn(journey, step)
}
