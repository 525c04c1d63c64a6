import type { ReactNode } from 'react'
import { Scrolling } from '#app/components/figures/figure-table.tsx'
import { ShareBar } from '#app/components/figures/share-bar.tsx'
import { reports } from '#app/i18n/reports.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatNumber } from '#app/lib/format.ts'

export interface CountRow {
  key: string
  label: string
  /** Below the label, small. */
  note?: string | undefined
  cells: (number | string | null)[]
  /** What the bar shows, of the largest in the table; none without it. */
  bar?: number
  strong?: boolean
}

/** A titled table of counts with a bar a row: the chart and its numbers in one. */
export function CountTable(props: {
  title: string
  first: string
  columns: string[]
  rows: CountRow[]
  children?: ReactNode
}) {
  const { title, first, columns, rows, children } = props
  const t = useT(reports)
  const locale = useLocale()
  const most = Math.max(1, ...rows.map(({ bar }) => bar ?? 0))
  const text = (cell: number | string | null) => (typeof cell === 'number' ? formatNumber(cell, locale) : (cell ?? '–'))
  return (
    <section className="card card-body grid min-w-0 content-start gap-3">
      <h2 className="text-lg">{title}</h2>
      {children}
      {rows.length === 0 ? (
        <p className="text-muted">{t('none')}</p>
      ) : (
        <Scrolling label={title}>
          <table className="w-full border-collapse text-sm">
            <thead>
              <tr className="border-b border-line-strong text-muted">
                <th scope="col" className="py-1.5 pe-3 text-start align-bottom font-normal">
                  {first}
                </th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="py-1.5 ps-3 text-end align-bottom font-normal">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr
                  key={row.key}
                  className={`border-b border-line align-baseline ${row.strong ? 'font-semibold' : ''}`}
                >
                  <th scope="row" className={`min-w-32 py-2 pe-3 text-start ${row.strong ? '' : 'font-normal'}`}>
                    {row.label}
                    {row.note ? <span className="block text-xs text-muted">{row.note}</span> : null}
                    {row.bar === undefined ? null : <ShareBar share={row.bar / most} />}
                  </th>
                  {row.cells.map((cell, at) => (
                    <td key={columns[at]} className="tabular py-2 ps-3 text-end">
                      {text(cell)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </section>
  )
}
