import type { RubricCriterion, RubricOption, RubricSection } from '@sao-lang/traceability/verify/rating'
import { rules } from '#app/i18n/rules.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatNumber } from '#app/lib/format.ts'

/** A section of the score sheet: every criterion with its options, points and star marks; fits a phone without scrolling. */
export function CriteriaTable({ section }: { section: RubricSection }) {
  const t = useT(rules)
  const locale = useLocale()
  const scored = section.criteria.some((criterion) => criterion.options.length > 0)
  return (
    <div className="grid gap-2">
      <table className="w-full border-collapse text-sm">
        <caption className="pb-2 text-start">
          <span className="text-base font-semibold" lang="vi">
            {section.code}. {section.title}
          </span>{' '}
          <span className="tabular text-muted">{t('points', { count: section.max })}</span>
        </caption>
        <thead>
          <tr className="border-b border-line-strong text-muted">
            <th scope="col" className="py-1.5 pe-3 text-start font-normal">
              {scored ? t('option') : t('criterion')}
            </th>
            <th scope="col" className="w-12 py-1.5 ps-2 text-end font-normal">
              {scored ? t('pointsColumn') : t('mostColumn')}
            </th>
            {scored ? (
              <th scope="col" className="w-17 py-1.5 ps-2 text-end font-normal">
                {t('minimumColumn')}
              </th>
            ) : null}
          </tr>
        </thead>
        {scored ? (
          section.criteria.map((criterion) => <Criterion key={criterion.id} criterion={criterion} />)
        ) : (
          <tbody lang="vi">
            {section.criteria.map((criterion) => (
              <tr key={criterion.id} className="border-b border-line align-baseline">
                <th scope="row" className="py-2 pe-3 text-start font-normal">
                  {criterion.code} {criterion.title}
                </th>
                <td className="tabular py-2 ps-2 text-end font-semibold">{formatNumber(criterion.max, locale)}</td>
              </tr>
            ))}
          </tbody>
        )}
      </table>
      {section.note ? (
        <p className="text-sm text-muted" lang="vi">
          {section.note}
        </p>
      ) : null}
    </div>
  )
}

function Criterion({ criterion }: { criterion: RubricCriterion }) {
  const t = useT(rules)
  const locale = useLocale()
  const remarks = [
    criterion.scope ? t(`measured_${criterion.scope}`) : null,
    criterion.require ? t(`must_${criterion.require.scope}`, { share: criterion.require.sharePct }) : null,
  ].filter((remark) => remark !== null)
  return (
    <tbody>
      <tr className="align-baseline">
        <th scope="rowgroup" colSpan={3} className="pt-4 pb-1 text-start">
          <span lang="vi">
            {criterion.code} {criterion.title}
          </span>{' '}
          <span className="tabular font-normal text-muted">{t('mostPoints', { count: criterion.max })}</span>
          {remarks.length > 0 ? <span className="block font-normal text-muted">{remarks.join('. ')}.</span> : null}
          {criterion.note ? (
            <span className="block font-normal text-muted" lang="vi">
              {criterion.note}.
            </span>
          ) : null}
        </th>
      </tr>
      {criterion.options.map((option) => (
        <tr key={option.id} className="border-b border-line align-baseline">
          <td className="py-1.5 pe-3" lang="vi">
            <Variant option={option} />
            {option.label}
          </td>
          <td className="tabular py-1.5 ps-2 text-end font-semibold">{formatNumber(option.points, locale)}</td>
          <td className="tabular py-1.5 ps-2 text-end">
            {option.minForStar === null ? null : (
              <strong className="text-gold-ink">{t('stars', { count: option.minForStar })}</strong>
            )}
          </td>
        </tr>
      ))}
    </tbody>
  )
}

/** Which of two lists an option belongs to, where a criterion has two. */
function Variant({ option }: { option: RubricOption }) {
  const t = useT(rules)
  const locale = useLocale()
  if (option.variant !== 'community' && option.variant !== 'destination') return null
  return (
    <span className="text-muted" lang={locale}>
      {t(`variant_${option.variant}`)}:{' '}
    </span>
  )
}
