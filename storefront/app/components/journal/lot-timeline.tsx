import type { ReactNode } from 'react'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatQuantity } from '#app/lib/format.ts'
import { amountsInEntry } from '#app/lib/producer/entry-amounts.ts'
import { stepLabel } from '#app/lib/producer/lot-names.ts'
import type { BookEntry, LotPage, StepWord } from '#app/lib/producer/types.ts'
import { entryAnchor, StruckNote } from './struck-note.tsx'

interface LotTimelineProps {
  lotRef: string
  entries: BookEntry[]
  steps: StepWord[]
  people: { id: string; name: string }[]
  /** Other producers that the entries name. */
  parties: LotPage['parties']
}

/** Everything written about a lot, newest first; struck entries stay, below those in their place. */
export function LotTimeline({ lotRef, entries, steps, people, parties }: LotTimelineProps) {
  const t = useT(journal)
  const newest = [...entries].sort(
    (a, b) => b.happenedAt.localeCompare(a.happenedAt) || b.recordedAt.localeCompare(a.recordedAt),
  )
  return (
    <section className="grid gap-3">
      <h2>{t('timeline')}</h2>
      <ol className="grid print:ms-3">
        {newest.map((entry) => (
          <TimelineEntry
            key={`${entry.stepNo} ${entry.part}`}
            {...{ entry, lotRef, entries, steps, people, parties }}
          />
        ))}
      </ol>
    </section>
  )
}

function TimelineEntry(props: LotTimelineProps & { entry: BookEntry }) {
  const { entry, lotRef, entries, steps, people, parties } = props
  const t = useT(journal)
  const locale = useLocale()
  const label = stepLabel(entry.step, steps, locale)
  const { note, evidence, recordedBy, additions, handTo, inputs } = entry.entry
  const receiver = parties.find((party) => party.ref === handTo)
  const senders = parties.filter((party) => inputs.some((input) => input.partyRef === party.ref))
  // A step that made other lots is corrected on their pages.
  const correctable = entry.void === null && (entry.part !== 'took' || entry.entry.outputs.length === 0)
  const writer = people.find((person) => person.id === recordedBy)
  const amounts = amountsInEntry(entry, lotRef).map((quantity) => formatQuantity(quantity, locale))
  return (
    <li
      id={entryAnchor(entry.stepNo)}
      className="relative border-s-2 border-line-strong ps-6 pb-6 last:border-transparent last:pb-0"
    >
      <span
        aria-hidden="true"
        className={`absolute start-[-0.5625rem] top-[0.3125rem] size-4 rounded-full border-[3px] border-paper ${entry.void ? 'bg-edge' : 'bg-leaf'}`}
      />
      {entry.void ? (
        <p>
          <span className="mark mark-warn">{t('struck')}</span>
        </p>
      ) : null}
      <Written struckAt={entry.void?.at ?? null}>
        <p className="flex flex-wrap items-center gap-x-2">
          <strong>{label}</strong>
          {amounts.length > 0 ? <span className="tabular">{amounts.join(' + ')}</span> : null}
          {entry.part === 'made' && !entry.void ? <span className="mark mark-done">{t('madeThis')}</span> : null}
          {entry.part === 'took' ? <span className="mark">{t('takenFrom')}</span> : null}
        </p>
        {receiver ? <p className="text-sm">{t('handedTo', { name: receiver.name })}</p> : null}
        {senders.map(({ ref, name }) => (
          <p key={ref} className="text-sm">
            {t('receivedFrom', { name })}
          </p>
        ))}
        {additions.length > 0 ? (
          <p className="text-sm">
            {additions
              .map(({ name, amount }) => (amount ? `${name} ${formatQuantity(amount, locale)}` : name))
              .join(', ')}
          </p>
        ) : null}
        {note ? <p className="whitespace-pre-line">{note}</p> : null}
      </Written>
      {evidence.length > 0 ? (
        <ul aria-label={t('evidenceOf')} className="text-sm">
          {evidence.map((each) => (
            <li key={each.file}>
              <a
                className="link inline-flex min-h-11 items-center"
                href={`/chu-the/minh-chung/${encodeURIComponent(each.file)}`}
              >
                {each.title}
              </a>{' '}
              <span className="text-muted">({each.public ? t('publicMark') : t('privateMark')})</span>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="text-sm text-muted">
        <span className="tabular">{formatMoment(entry.happenedAt, locale)}</span>
        {writer ? <> · {t('by', { name: writer.name })}</> : null}
      </p>
      <StruckNote {...{ entry, lotRef, entries, steps, people }} />
      {correctable ? (
        <p className="print-hidden flex flex-wrap items-center gap-x-3 text-sm text-muted">
          <a
            className="link inline-flex min-h-11 items-center"
            href={`/chu-the/buoc/${entry.stepNo}?lo=${encodeURIComponent(lotRef)}`}
            aria-label={t('correctOf', { step: label })}
          >
            {t('correct')}
          </a>
          {entry.lock ? <span>{t(`lock_${entry.lock}`)}</span> : null}
        </p>
      ) : null}
    </li>
  )
}

/** What an entry says; an entry that was struck says it no more. */
function Written({ struckAt, children }: { struckAt: string | null; children: ReactNode }) {
  if (struckAt === null) return <>{children}</>
  return (
    <del dateTime={struckAt} className="timeline-struck">
      {children}
    </del>
  )
}
