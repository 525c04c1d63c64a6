import { evaluation } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { EvaluationLine } from '#app/lib/evaluation/types.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'

/** A line of the list of evaluations: what, of whom, how far, by when. */
export function EvaluationItem({ line }: { line: EvaluationLine }) {
  const t = useT(evaluation)
  const locale = useLocale()
  const day = formatDay(line.dueOn, locale)
  return (
    <li className="work-line">
      <a className="link font-semibold" href={`/can-bo/danh-gia/${line.id}`}>
        {line.product.name}
      </a>
      <p>{line.producer.name}</p>
      <p className="flex flex-wrap items-center gap-2 text-sm text-muted">
        <span className={line.state === 'result' ? 'mark mark-done' : 'mark'}>{t(`state_${line.state}`)}</span>
        <span>{t(`kind_${line.kind}`)}</span>
        <span>{t('setNo', { no: line.setNo })}</span>
        <span className={line.overdue ? 'mark mark-warn' : undefined}>
          {line.overdue ? t('overdueSince', { day }) : t('dueOn', { day })}
        </span>
        {line.stars !== null && line.points !== null ? (
          <span>{t('starsOf', { stars: line.stars, points: formatNumber(line.points, locale) })}</span>
        ) : null}
        {line.sample ? <span>{t('sampleData')}</span> : null}
      </p>
    </li>
  )
}
