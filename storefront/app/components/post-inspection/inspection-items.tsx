import { postInspection } from '#app/i18n/post-inspection.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { FollowUpWork, InspectionLine, Proposal } from '#app/lib/post-inspection/types.ts'
import { SampleNote } from '../sample-note.tsx'
import { StateMark } from './state-mark.tsx'

export function inspectionPath(id: string): string {
  return `/can-bo/hau-kiem/${encodeURIComponent(id)}`
}

/** Inspections under each other: product, holder, where each stands. */
export function InspectionItems({ inspections }: { inspections: readonly InspectionLine[] }) {
  const t = useT(postInspection)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {inspections.map((each) => (
        <li key={each.id} className="work-line">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <a className="link font-semibold" href={inspectionPath(each.id)}>
              {each.productName}
            </a>
            <StateMark state={each.state} />
            {each.failed > 0 ? <span className="mark mark-warn">{t('failed', { count: each.failed })}</span> : null}
            {each.sample ? <SampleNote /> : null}
          </p>
          <p className="text-sm text-muted">
            {[
              each.producerName,
              t('stars', { stars: each.stars }),
              each.trigger === null ? t('planned') : t(`trigger_${each.trigger}`),
              each.day === null
                ? t('plannedFor', { month: monthText(each.plannedFor) })
                : t('inspectedOn', { day: formatDay(each.day, locale) }),
            ]
              .filter((part) => part !== '')
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** `2026-03` → `03/2026`. */
export function monthText(month: string): string {
  return month.split('-').reverse().join('/')
}

/** What has to be mended, or looked at, at which inspection. */
export function FollowUpItems({ work }: { work: readonly FollowUpWork[] }) {
  const t = useT(postInspection)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {work.map(({ inspection, followUp }) => (
        <li key={followUp.id} className="work-line">
          <p>
            <a className="link font-semibold" href={`${inspectionPath(inspection.id)}#khac-phuc`}>
              {inspection.productName}
            </a>
          </p>
          <p>{followUp.what}</p>
          <p className="text-sm text-muted">
            <span className={followUp.overdue ? 'mark mark-warn' : undefined}>
              {t(followUp.overdue ? 'overdue' : 'dueOn', { day: formatDay(followUp.dueOn, locale) })}
            </span>{' '}
            {inspection.producerName}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** Open proposals with the last day to decide. In: today at +07. */
export function ProposalItems({ proposals, today }: { proposals: readonly Proposal[]; today: string }) {
  const t = useT(postInspection)
  const locale = useLocale()
  return (
    <ul className="work-list">
      {proposals.map((each) => (
        <li key={each.id} className="work-line">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {each.inspectionId === null ? (
              <span className="font-semibold">{each.productName}</span>
            ) : (
              <a className="link font-semibold" href={`${inspectionPath(each.inspectionId)}#thu-hoi`}>
                {each.productName}
              </a>
            )}
            <span className="mark">{t(`proposal_${each.state}`)}</span>
          </p>
          <p className="text-sm text-muted">
            <span className={each.dueOn < today ? 'mark mark-warn' : undefined}>
              {t(each.dueOn < today ? 'decideLate' : 'decideBy', { day: formatDay(each.dueOn, locale) })}
            </span>{' '}
            {each.producerName}
          </p>
        </li>
      ))}
    </ul>
  )
}
