import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { ImportRow } from '#app/lib/official/decision-types.ts'

/** Rows of a file, each with what is wrong with it and where. */
export function ImportRows({ rows }: { rows: ImportRow[] }) {
  const t = useT(decisions)
  if (rows.length === 0) return <p className="text-muted">{t('rowsNone')}</p>
  return (
    <ul className="grid gap-2">
      {rows.map((row) => (
        <li key={row.rowNo} className="card grid gap-1 p-3">
          <p className="break-words">
            <strong>{t('row', { no: row.rowNo })}</strong>{' '}
            {[row.product, row.producer, row.number, row.stars && t('starsOf', { stars: row.stars })]
              .filter(Boolean)
              .join(' · ')}
            {row.matched ? <span className="text-leaf"> · {t('matchedNote')}</span> : null}
          </p>
          {row.faults.map((fault) => (
            <p key={`${fault.column} ${fault.message}`} className="field-error">
              {t('faultLine', { no: row.rowNo, column: fault.column ?? '', message: fault.message })}
              {fault.cell === '' ? null : (
                <span className="block break-words text-muted">{t('cell', { cell: fault.cell })}</span>
              )}
            </p>
          ))}
        </li>
      ))}
    </ul>
  )
}
