import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { lotPath, stepLabel } from '#app/lib/producer/lot-names.ts'
import type { LotEdge, StepWord } from '#app/lib/producer/types.ts'

interface LotNeighboursProps {
  title: string
  /** Said when there are none. */
  none: string
  edges: LotEdge[]
  steps: StepWord[]
}

/** One step back or forward: which lots, by what, and how much was lost on the way. */
export function LotNeighbours({ title, none, edges, steps }: LotNeighboursProps) {
  const t = useT(journal)
  const locale = useLocale()
  return (
    <section className="grid content-start gap-2">
      <h2 className="text-lg">{title}</h2>
      {edges.length === 0 ? <p className="text-muted">{none}</p> : null}
      <ul className="grid gap-2">
        {edges.map((edge) => (
          <li key={`${edge.step} ${edge.happenedAt} ${edge.lot?.ref}`} className="card px-4 py-2">
            {edge.lot === null ? (
              <p className="font-semibold">{t('gone')}</p>
            ) : edge.lot.own ? (
              <a className="link inline-flex min-h-11 items-center" href={lotPath(edge.lot.ref)}>
                {edge.lot.name ?? edge.lot.lotCode}
              </a>
            ) : (
              <p className="font-semibold">
                {edge.lot.name ?? edge.lot.lotCode} ({t('partyLot')})
              </p>
            )}
            <p className="text-sm text-muted">
              {edge.lot?.name ? <span className="tabular">{edge.lot.lotCode} · </span> : null}
              {stepLabel(edge.step, steps, locale)},{' '}
              <span className="tabular">{formatMoment(edge.happenedAt, locale)}</span>
              {edge.lot === null ? null : <YieldText yieldOf={edge.yield} />}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function YieldText({ yieldOf }: { yieldOf: number | null }) {
  const t = useT(journal)
  if (yieldOf === null) return <> · {t('yieldUnknown')}</>
  const percent = Math.round(yieldOf * 100)
  return <> · {t('yieldOf', { percent, loss: Math.max(0, 100 - percent) })}</>
}
