import type { ReactNode } from 'react'
import { ShareBar } from '#app/components/figures/share-bar.tsx'
import { figureFacts } from '#app/i18n/figure-facts.ts'
import { figures } from '#app/i18n/figures.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import { checkSum, sharePercent } from '#app/lib/medusa/figure-sums.ts'
import { figureAnchor, figureText } from '#app/lib/medusa/figure-text.ts'
import type { StatisticPart, StatisticRow } from '#app/lib/medusa/statistics-types.ts'

/** One statistic: its parts with bars, the stated total beside the sum worked out here, and where it comes from. */
export function FigureTable({ row }: { row: StatisticRow }) {
  const t = useT(figures)
  const locale = useLocale()
  const text = figureText(row, locale)
  // Half a page holds the parts, their share and two more columns.
  const wide = extraColumns(row.breakdown).length > 2
  const period = row.period ? t('period', { period: row.period.replace('-', '–') }) : null
  const asOf = row.asOf ? t('asOf', { date: formatDay(row.asOf, locale) }) : null
  return (
    <div className={`break-inside-avoid pb-6 ${wide ? 'lg:[column-span:all]' : ''}`}>
      <section id={figureAnchor(row.id)} className="card card-body grid min-w-0 gap-4">
        <header className="grid gap-1">
          <p className="text-sm text-muted">
            {[row.scope.name, period, asOf].filter(Boolean).join(' · ')}
            {row.isTarget ? <strong className="text-gold-ink"> · {t('target')}</strong> : null}
          </p>
          <h3 className="text-lg">
            {text.title}{' '}
            <a
              className="print-hidden inline-flex min-h-6 min-w-6 items-center justify-center font-normal text-muted hover:text-leaf"
              href={`#${figureAnchor(row.id)}`}
              aria-label={`${t('link')}: ${text.title}`}
            >
              #
            </a>
          </h3>
        </header>
        {row.breakdown.length > 0 ? <Parts row={row} /> : null}
        {row.breakdown.length === 0 && row.total !== null ? (
          <p className="tabular text-2xl font-bold">
            {formatNumber(row.total, locale)} <span className="text-base font-normal text-muted">{row.unit}</span>
          </p>
        ) : null}
        <SumLine row={row} />
        <SingleFigures row={row} />
        {text.inconsistency ? (
          <p className="notice">
            <strong>{t('remark')}:</strong> {text.inconsistency}
          </p>
        ) : null}
        {text.note ? (
          <p className="text-sm">
            <strong>{t('note')}:</strong> {text.note}
          </p>
        ) : null}
        <footer className="grid gap-0.5 text-sm text-muted">
          <p>
            {t('source')}: {row.source}
          </p>
          {row.quote ? <p lang="vi">{t('quote', { quote: row.quote })}</p> : null}
        </footer>
      </section>
    </div>
  )
}

function Parts({ row }: { row: StatisticRow }) {
  const t = useT(figures)
  const locale = useLocale()
  const most = Math.max(...row.breakdown.map((part) => part.value ?? 0), 1)
  const extra = extraColumns(row.breakdown)
  const shared = checkSum(row).kind !== 'not_parts' && row.unit !== '%'
  const number = (value: number | null) => (value === null ? '–' : formatNumber(value, locale))
  return (
    <Scrolling label={figureText(row, locale).title}>
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-line-strong text-muted">
            <th scope="col" className="py-1.5 pe-3 text-start font-normal">
              {t('part')}
            </th>
            <th scope="col" className="py-1.5 ps-3 text-end font-normal">
              {row.unit ?? t('value')}
            </th>
            {shared ? (
              <th scope="col" className="py-1.5 ps-3 text-end font-normal">
                {t('share')}
              </th>
            ) : null}
            {extra.map((column) => (
              <th key={column} scope="col" className="py-1.5 ps-3 text-end align-bottom font-normal">
                {columnLabel(column, t)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.breakdown.map((part) => (
            <tr key={part.key} className="border-b border-line align-baseline">
              <th scope="row" lang="vi" className="min-w-36 py-2 pe-3 text-start font-normal">
                {part.label}
                <ShareBar share={(part.value ?? 0) / most} />
              </th>
              <td className="tabular py-2 ps-3 text-end font-semibold">{number(part.value)}</td>
              {shared ? (
                <td className="tabular py-2 ps-3 text-end text-muted">
                  {number(sharePercent(part.value, row.total))}
                  {sharePercent(part.value, row.total) === null ? '' : '%'}
                </td>
              ) : null}
              {extra.map((column) => {
                const value = part[column]
                return (
                  <td key={column} className="tabular py-2 ps-3 text-end">
                    {typeof value === 'number' ? number(value) : (value ?? '–')}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  )
}

function SumLine({ row }: { row: StatisticRow }) {
  const t = useT(figures)
  const locale = useLocale()
  const check = checkSum(row)
  if (row.breakdown.length === 0) return null
  if (check.kind === 'not_parts') return <p className="text-sm text-muted">{t('noSum')}</p>
  return (
    <dl className="tabular flex flex-wrap gap-x-6 gap-y-1">
      <div className="flex gap-2">
        <dt className="text-muted">{t('stated')}</dt>
        <dd className="font-semibold">{formatNumber(check.stated, locale)}</dd>
      </div>
      <div className="flex gap-2">
        <dt className="text-muted">{t('sum')}</dt>
        <dd className="font-semibold">{formatNumber(check.sum, locale)}</dd>
      </div>
      <div>
        <dt className="sr-only">{t('remark')}</dt>
        <dd className={check.kind === 'adds_up' ? 'text-leaf' : 'font-semibold text-warn'}>
          {check.kind === 'adds_up'
            ? t('addsUp')
            : t('differs', { difference: formatNumber(check.difference, locale) })}
        </dd>
      </div>
    </dl>
  )
}

function SingleFigures({ row }: { row: StatisticRow }) {
  const t = useT(figureFacts)
  const locale = useLocale()
  const entries = Object.entries(row.facts)
  if (entries.length === 0) return null
  return (
    <dl className="grid gap-1.5 text-sm">
      {entries.map(([key, value]) => (
        <div key={key} className="flex items-baseline justify-between gap-4 border-b border-line pb-1.5">
          <dt>{isFact(key) ? t(key) : key.replaceAll('_', ' ')}</dt>
          <dd className="tabular font-semibold">{factValue(key, value, locale)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Years are not quantities: they take no thousands separator. */
function factValue(key: string, value: string | number, locale: 'vi' | 'en'): string {
  return typeof value === 'number' && !key.endsWith('_year') ? formatNumber(value, locale) : String(value)
}

/** Wide tables scroll on their own, reachable by keyboard; the page never does. */
export function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}

function extraColumns(parts: StatisticPart[]): string[] {
  const names = new Set(parts.flatMap((part) => Object.keys(part)))
  return [...names].filter((name) => !['key', 'label', 'value'].includes(name))
}

function columnLabel(column: string, t: ReturnType<typeof useT<typeof figures>>): string {
  const key = `column_${column}`
  return isColumn(key) ? t(key) : column
}

function isColumn(key: string): key is Extract<keyof typeof figures, `column_${string}`> {
  return key.startsWith('column_') && Object.hasOwn(figures, key)
}

function isFact(key: string): key is keyof typeof figureFacts {
  return Object.hasOwn(figureFacts, key)
}
