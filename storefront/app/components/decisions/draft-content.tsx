import { decisions } from '#app/i18n/decisions.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay, formatNumber } from '#app/lib/format.ts'
import type { DraftRow, DraftView } from '#app/lib/official/decision-types.ts'

/** What a draft says, row by row. */
export function DraftContent({ draft }: { draft: DraftView }) {
  const t = useT(decisions)
  return (
    <section className="grid gap-3">
      <h2>{t('content')}</h2>
      <ul className="grid gap-3">
        {draft.rows.map((row) => {
          const subject = row.recognitionId === undefined ? undefined : draft.subjects[row.recognitionId]
          const producer = subject ? subject.producer : row.producerName
          return (
            <li key={row.recognitionId ?? `${row.productName} ${row.producerName}`} className="card grid gap-1 p-4">
              <h3 className="break-words">{subject?.product ?? row.productName}</h3>
              {producer ? <p className="break-words text-muted">{producer}</p> : null}
              <p className="tabular">
                <RowLine row={row} />
              </p>
              {(row.conclusion ?? row.reason) ? <p className="break-words">{row.conclusion ?? row.reason}</p> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function RowLine({ row }: { row: DraftRow }) {
  const t = useT(decisions)
  const locale = useLocale()
  const day = (value: string) => formatDay(value, locale)
  if (row.stars !== undefined) {
    return t('grantLine', {
      stars: row.stars,
      points: formatNumber(row.points ?? 0, locale),
      rubric: row.rubricVersion ?? '',
    })
  }
  if (row.conclusionOn !== undefined) {
    return t('revokeLine', { from: day(row.from ?? row.conclusionOn), day: day(row.conclusionOn) })
  }
  if (row.extendedTo !== undefined) return t('extendLine', { to: day(row.extendedTo) })
  if (row.liftedFrom !== undefined) return t('liftLine', { from: day(row.liftedFrom) })
  if (row.from !== undefined) {
    return row.to
      ? t('suspendRange', { from: day(row.from), to: day(row.to) })
      : t('suspendLine', { from: day(row.from) })
  }
  return [row.productName, row.producerName, row.productCode].filter(Boolean).join(' · ')
}
