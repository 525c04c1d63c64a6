import { Link } from '@remix-run/react'
import { rules } from '#app/i18n/rules.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { RuleRow } from '#app/lib/medusa/rules-types.ts'

const CHIP = { sure: 'authority_decision', likely: 'commune_confirmed', assumed: 'self_declared' } as const

/** Rules under a heading, each with its days, its source and how sure it is. */
export function RuleList({ id, title, rows }: { id: string; title: string; rows: readonly RuleRow[] }) {
  return (
    <section className="grid gap-4" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="grid gap-4 lg:grid-cols-2">
        {rows.map((row) => (
          <li key={row.id} className="card card-body grid min-w-0 content-start gap-2">
            <RuleCard row={row} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function RuleCard({ row }: { row: RuleRow }) {
  const t = useT(rules)
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="eyebrow">{t(`kind_${row.kind}`)}</span>
        <RuleConfidenceChip confidence={row.confidence} />
      </p>
      <h3 className="text-lg" lang="vi">
        {row.title}
      </h3>
      <p className="text-sm">
        <Validity row={row} />
      </p>
      <p className="text-sm text-muted">
        {t('source')}: <span lang="vi">{row.source}</span>
      </p>
      {row.kind === 'rubric' ? (
        <p>
          <Link className="link inline-flex min-h-11 items-center" to={`/quy-dinh/bo-tieu-chi/${row.slug}`}>
            {t('readCriteria', { version: row.key })}
          </Link>
        </p>
      ) : null}
    </>
  )
}

/** How well a rule is backed. */
export function RuleConfidenceChip({ confidence }: Pick<RuleRow, 'confidence'>) {
  const t = useT(rules)
  return <span className={`confidence confidence-${CHIP[confidence]}`}>{t(`confidence_${confidence}`)}</span>
}

/** From when to when a rule is in force. */
export function Validity({ row }: { row: Pick<RuleRow, 'validFrom' | 'validTo'> }) {
  const t = useT(rules)
  const locale = useLocale()
  const from = formatDay(row.validFrom, locale)
  if (row.validTo === null) return <span className="tabular">{t('fromDay', { from })}</span>
  return <span className="tabular">{t('fromTo', { from, to: formatDay(row.validTo, locale) })}</span>
}
