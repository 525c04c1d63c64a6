import { Button, buttonClass } from '#app/components/button.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatMoment, formatQuantity } from '#app/lib/format.ts'
import { entryPath, lotName, shortStep, stepLabel } from '#app/lib/producer/lot-names.ts'
import type { JournalQueue } from '#app/lib/producer/queue/use-journal-queue.ts'
import { heldBack, lotsOfWaiting, type WaitingEntry } from '#app/lib/producer/queue/waiting-entry.ts'
import { refusalText } from '#app/lib/producer/refusal-text.ts'
import { SIGN_IN_PATH } from '#app/lib/producer/sign-in-path.ts'
import type { LotKind, OwnProduct, StepWord } from '#app/lib/producer/types.ts'

interface WaitingPanelProps {
  queue: JournalQueue
  steps: StepWord[]
  products: Pick<OwnProduct, 'id' | 'title'>[]
}

/** Usual steps after a lot that is not in the book yet; once it is, the book suggests by habit. */
const USUAL: Record<LotKind, readonly string[]> = {
  raw: ['drying', 'processing', 'packing'],
  intermediate: ['packing', 'grinding', 'mixing'],
  product: ['storing', 'shipping', 'selling'],
}

/** What was written and is not in the book yet: each entry with its state, and what can be done about it. */
export function WaitingPanel({ queue, steps, products }: WaitingPanelProps) {
  const t = useT(journal)
  const { entries, others, stopped, sending, sent } = queue
  if (!queue.ready) return null
  const held = heldBack(entries)
  if (entries.length === 0) {
    return (
      <div role="status" className={sent > 0 || others > 0 ? 'notice notice-success' : 'sr-only'}>
        {sent > 0 ? <p className="font-semibold">{t('sentAll')}</p> : null}
        {others > 0 ? <p>{t('otherAccount', { count: others })}</p> : null}
      </div>
    )
  }
  return (
    <section className="waiting-panel" aria-labelledby="cho-gui">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="cho-gui" className="text-lg">
          {t('waitingTitle', { count: entries.length })}
        </h2>
        <Button type="button" look="quiet" disabled={sending} onClick={() => void queue.send().catch(() => undefined)}>
          {sending ? t('sending') : t('sendNow')}
        </Button>
      </div>
      <div role="status" className="text-sm">
        {stopped === 'sign_in' || stopped === 'other_account' ? (
          <a className="link inline-flex min-h-11 items-center" href={`${SIGN_IN_PATH}?ve=/chu-the/lo`}>
            {t('signInToSend')}
          </a>
        ) : (
          <p>
            {stopped === null ? t('waitingText') : stopped === 'offline' ? t('stillOffline') : t('errorJournalAway')}
          </p>
        )}
      </div>
      <ol className="grid gap-3">
        {entries.map((entry) => (
          <WaitingItem
            key={entry.key}
            {...{ entry, steps, products }}
            held={held.has(entry.key)}
            onThrowAway={() => {
              if (window.confirm(t('throwAwayAsk'))) void queue.throwAway(entry.key)
            }}
          />
        ))}
      </ol>
    </section>
  )
}

interface WaitingItemProps extends Omit<WaitingPanelProps, 'queue'> {
  entry: WaitingEntry
  held: boolean
  onThrowAway: () => void
}

function WaitingItem({ entry, held, steps, products, onThrowAway }: WaitingItemProps) {
  const t = useT(journal)
  const locale = useLocale()
  const { body, files, refusal } = entry
  return (
    <li className="card grid gap-1 p-4">
      <p className="flex flex-wrap items-center justify-between gap-2">
        <strong>{stepLabel(body.step, steps, locale)}</strong>
        <span className={refusal ? 'mark mark-warn' : 'mark'}>
          {refusal ? t('refusedState') : held ? t('heldState') : t('waiting')}
        </span>
      </p>
      {body.outputs.map((output) => (
        <p key={output.ref}>
          {lotName(output, products)}
          {output.packs ? `, ${formatQuantity({ value: output.packs.count, unit: output.packs.unit }, locale)}` : ''}
          {output.amount ? `, ${formatQuantity(output.amount, locale)}` : ''}{' '}
          <span className="tabular text-sm text-muted">{output.lotCode}</span>
        </p>
      ))}
      {body.note ? <p className="text-sm">{body.note}</p> : null}
      <p className="text-sm text-muted">
        <span className="tabular">{formatMoment(body.happenedAt, locale)}</span>
        {files.length > 0 ? <> · {t('withPhotos', { count: files.length })}</> : null}
      </p>
      {refusal ? (
        <>
          <p className="field-error">{refusalText(t, locale, refusal)}</p>
          <p className="flex flex-wrap gap-3 pt-1">
            <a className={buttonClass('quiet', false)} href={`/chu-the/ghi?sua=${encodeURIComponent(entry.key)}`}>
              {t('mend')}
            </a>
            <Button type="button" look="quiet" onClick={onThrowAway}>
              {t('throwAway')}
            </Button>
          </p>
        </>
      ) : (
        lotsOfWaiting([entry]).map((lot) => (
          <nav key={lot.ref} aria-label={t('waitingLotSteps', { code: lot.lotCode })} className="step-buttons pt-2">
            {USUAL[lot.kind].map((word) => (
              <a key={word} className={buttonClass('quiet', false)} href={entryPath(word, lot.ref)}>
                {shortStep(stepLabel(word, steps, locale))}
              </a>
            ))}
          </nav>
        ))
      )}
    </li>
  )
}
