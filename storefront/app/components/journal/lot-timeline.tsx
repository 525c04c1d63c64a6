import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatQuantity } from '#app/lib/format.ts'
import { stepLabel } from '#app/lib/producer/lot-names.ts'
import type { BookEntry, StepWord } from '#app/lib/producer/types.ts'

interface LotTimelineProps {
  lotRef: string
  entries: BookEntry[]
  steps: StepWord[]
  people: { id: string; name: string }[]
}

/** Everything written about a lot, newest first; struck entries stay, with the reason. */
export function LotTimeline({ lotRef, entries, steps, people }: LotTimelineProps) {
  const t = useT(journal)
  const newest = [...entries].sort((a, b) => Date.parse(b.happenedAt) - Date.parse(a.happenedAt))
  return (
    <section className="grid gap-3">
      <h2>{t('timeline')}</h2>
      <ol className="grid">
        {newest.map((entry) => (
          <TimelineEntry key={entry.stepNo} {...{ entry, lotRef, steps, people }} />
        ))}
      </ol>
    </section>
  )
}

function TimelineEntry({ entry, lotRef, steps, people }: Omit<LotTimelineProps, 'entries'> & { entry: BookEntry }) {
  const t = useT(journal)
  const locale = useLocale()
  const label = stepLabel(entry.step, steps, locale)
  const { note, evidence, recordedBy, additions } = entry.entry
  const writer = people.find((person) => person.id === recordedBy)
  const amounts = amountsOf(entry, lotRef).map((quantity) => formatQuantity(quantity, locale))
  return (
    <li className="relative border-s-2 border-line-strong ps-6 pb-6 last:border-transparent last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute start-[-0.5625rem] top-[0.3125rem] size-4 rounded-full border-[3px] border-paper ${entry.void ? 'bg-edge' : 'bg-leaf'}`}
      />
      <p className="flex flex-wrap items-center gap-x-2">
        <strong className={entry.void ? 'timeline-struck' : ''}>{label}</strong>
        {amounts.length > 0 ? (
          <span className={`tabular ${entry.void ? 'timeline-struck' : ''}`}>{amounts.join(' + ')}</span>
        ) : null}
        {entry.part === 'made' ? <span className="mark mark-done">{t('madeThis')}</span> : null}
        {entry.part === 'took' ? <span className="mark">{t('takenFrom')}</span> : null}
      </p>
      {additions.length > 0 ? (
        <p className="text-sm">
          {additions
            .map(({ name, amount }) => (amount ? `${name} ${formatQuantity(amount, locale)}` : name))
            .join(', ')}
        </p>
      ) : null}
      {note ? <p className="whitespace-pre-line">{note}</p> : null}
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
      {entry.void ? <p className="text-sm text-warn">{t('struck', { reason: entry.void.reason })}</p> : null}
      {entry.void === null && entry.part !== 'took' ? (
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
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

/** What an entry says of the lot's amount: what came out as this lot, what was taken of it, or what was seen. */
function amountsOf({ entry, part }: BookEntry, lotRef: string) {
  const quantities =
    part === 'made'
      ? entry.outputs
          .filter((output) => output.ref === lotRef)
          .map((output) => (output.packs ? { value: output.packs.count, unit: output.packs.unit } : output.amount))
      : part === 'took'
        ? entry.inputs.filter((input) => input.lotRef === lotRef).map((input) => input.amount)
        : [entry.quantity]
  return quantities.filter((quantity) => quantity !== null)
}
