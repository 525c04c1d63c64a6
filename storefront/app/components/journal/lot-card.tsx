import { SampleNote } from '#app/components/sample-note.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment } from '#app/lib/format.ts'
import { lotPath } from '#app/lib/producer/lot-names.ts'
import type { LotLine } from '#app/lib/producer/types.ts'
import { LotLeft, LotMarks } from './lot-state.tsx'

/** A line of the book: name, code, how much is left, what was last done. The whole card leads to the lot. */
export function LotCard({ lot, name, lastStep }: { lot: LotLine; name: string; lastStep: string | null }) {
  const t = useT(journal)
  const locale = useLocale()
  return (
    <li className="card lot-card">
      <h3 className="lot-card-name">
        <a href={lotPath(lot.ref)}>{name}</a>
      </h3>
      <p className="text-sm text-muted">
        {t('lotCode')} <span className="tabular font-semibold text-ink">{lot.lotCode}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className={lot.left === 0 ? 'text-muted' : 'font-semibold'}>
          <LotLeft lot={lot} />
        </span>
        <LotMarks lot={lot} />
        {lot.sample ? <SampleNote /> : null}
      </p>
      {lastStep && lot.availableFrom ? (
        <p className="text-sm text-muted">
          {lastStep}, <span className="tabular">{formatMoment(lot.availableFrom, locale)}</span>
        </p>
      ) : null}
    </li>
  )
}
