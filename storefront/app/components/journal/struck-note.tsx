import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatQuantity } from '#app/lib/format.ts'
import { amountsInEntry } from '#app/lib/producer/entry-amounts.ts'
import { stepLabel } from '#app/lib/producer/lot-names.ts'
import type { BookEntry, StepWord } from '#app/lib/producer/types.ts'

interface StruckNoteProps {
  entry: BookEntry
  lotRef: string
  /** All entries on the page, for the one in its place. */
  entries: BookEntry[]
  steps: StepWord[]
  people: { id: string; name: string }[]
}

/** Id of an entry on the page of its lot. */
export function entryAnchor(stepNo: string): string {
  return `buoc-${stepNo}`
}

/** Beside a struck entry: why, when and by whom it was struck, and what stands in its place. */
export function StruckNote({ entry, lotRef, entries, steps, people }: StruckNoteProps) {
  const t = useT(journal)
  const locale = useLocale()
  if (entry.void === null) return null
  const { at, reason, by, replacedBy } = entry.void
  const striker = people.find((person) => person.id === by)
  const next = entries.find((each) => each.stepNo === replacedBy)
  const amounts = next ? amountsInEntry(next, lotRef).map((quantity) => formatQuantity(quantity, locale)) : []
  return (
    <div className="text-sm">
      <p className="text-warn">{t('struckReason', { reason })}</p>
      <p>
        <span className="tabular">{t('struckWhen', { when: formatMoment(at, locale) })}</span>
        {striker ? <> · {t('struckBy', { name: striker.name })}</> : null}
      </p>
      {next ? (
        <p>
          {t('struckReplaced')}{' '}
          <a className="link" href={`#${entryAnchor(next.stepNo)}`}>
            {[stepLabel(next.step, steps, locale), amounts.join(' + ')].filter(Boolean).join(' ')},{' '}
            {formatMoment(next.happenedAt, locale)}
          </a>
        </p>
      ) : (
        <p>{t(replacedBy === null ? 'struckNothing' : 'struckElsewhere')}</p>
      )}
    </div>
  )
}
