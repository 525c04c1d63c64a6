import { figures } from '#app/i18n/figures.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { figureAnchor, figureText } from '#app/lib/medusa/figure-text.ts'
import type { StatisticRow } from '#app/lib/medusa/statistics-types.ts'

/** Where the documents contradict themselves or each other, said before the tables and without blame. */
export function Remarks({ rows }: { rows: StatisticRow[] }) {
  const t = useT(figures)
  const locale = useLocale()
  return (
    <section id="chua-khop" className="grid gap-4 rounded border border-line-strong bg-paper-deep p-5 md:p-8">
      <h2>{t('remarksTitle')}</h2>
      <p className="max-w-[68ch]">{t('remarksLead')}</p>
      <ol className="grid gap-x-10 gap-y-4 md:grid-cols-2">
        {rows.map((row) => {
          const text = figureText(row, locale)
          return (
            <li key={row.id} className="grid content-start gap-1 border-t border-line-strong pt-3">
              <p>
                <a className="link" href={`#${figureAnchor(row.id)}`}>
                  {text.title}
                </a>{' '}
                <span className="text-sm text-muted">{row.scope.name}</span>
              </p>
              <p>{text.inconsistency}</p>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
