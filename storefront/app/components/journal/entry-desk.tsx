import { useOutletContext } from '@remix-run/react'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { buttonClass } from '#app/components/button.tsx'
import { Notice } from '#app/components/notice.tsx'
import { journal } from '#app/i18n/journal.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { type EntryBook, type EntryDraft, newDraft, stepChoices, vietnamMinute } from '#app/lib/producer/entry-draft.ts'
import { fieldOfMember, readEntry, textFields } from '#app/lib/producer/entry-form.ts'
import { entryPath, lotName, lotPath, stepLabel } from '#app/lib/producer/lot-names.ts'
import type { JournalQueue } from '#app/lib/producer/queue/use-journal-queue.ts'
import { lotsOfWaiting, type WaitingEntry, type WaitingFile } from '#app/lib/producer/queue/waiting-entry.ts'
import { filesOfForm } from '#app/lib/producer/queue/waiting-files.ts'
import { refusalText } from '#app/lib/producer/refusal-text.ts'
import type { Evidence } from '#app/lib/producer/types.ts'
import { EntryForm } from './entry-form.tsx'

interface EntryDeskProps {
  page: { search: string; now: number; book: EntryBook; draft: EntryDraft | null }
  failed: { draft: EntryDraft; errors: Record<string, string>; received: Evidence[] } | null
}

/** A page the phone kept is older than this; its time and keys are then made anew. */
const FRESH_MS = 60_000
/** Who waits longer than this for an answer goes on working; the entry is on the phone and is sent meanwhile. */
const PATIENCE_MS = 10_000

/**
 * Writes an entry down. With scripts it is kept on the phone first and sent from there, so that no network is needed; without,
 * the form is posted. In: the page as the server made it, which may be the phone's old copy for another lot.
 */
export function EntryDesk({ page, failed }: EntryDeskProps) {
  const t = useT(journal)
  const locale = useLocale()
  const queue = useOutletContext<JournalQueue>()
  const [made, setMade] = useState<{ book: EntryBook; draft: EntryDraft | null; query: string } | null>(null)
  const [errors, setErrors] = useState<Record<string, string>>(failed?.errors ?? {})
  const [saving, setSaving] = useState(false)
  /** Files of an entry that is being mended; those chosen on this page are read from the form each time. */
  const form = useRef<HTMLFormElement>(null)
  const carried = useRef<WaitingFile[]>([])

  // The address bar and the phone's own entries are known only here: the copy of the page may be of another lot.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the phone's entries are read
  useEffect(() => {
    if (!queue.ready || failed) return
    const query = window.location.search.slice(1)
    const search = new URLSearchParams(query)
    const book = { ...page.book, lots: [...lotsOfWaiting(queue.entries), ...page.book.lots] }
    const mended = queue.entries.find((entry) => entry.key === search.get('sua'))
    if (mended) {
      setMade({ book, draft: draftOfWaiting(mended), query })
      carried.current = mended.files
      const { refusal } = mended
      if (refusal) {
        setErrors({
          [fieldOfMember(refusal.field, mended.draft.makes?.packs ?? false)]: refusalText(t, locale, refusal),
        })
      }
      return
    }
    const stale = query !== page.search || Math.abs(Date.now() - page.now) > FRESH_MS
    const named = search.get('lo')
    const local = named !== null && queue.entries.some(({ body }) => body.outputs.some(({ ref }) => ref === named))
    if (stale || local || queue.entries.length > 0) {
      const draft = newDraft(search, book, new Date(), () => crypto.randomUUID())
      setMade({ book, draft: draft && withTyped(draft, page.draft, form.current), query })
    }
  }, [queue.ready])

  // A page that comes back with the back button still holds the key of the entry that was saved with it.
  useEffect(() => {
    const renew = (event: PageTransitionEvent) => {
      if (event.persisted) window.location.reload()
    }
    window.addEventListener('pageshow', renew)
    return () => window.removeEventListener('pageshow', renew)
  }, [])

  const book = made?.book ?? page.book
  const draft = failed?.draft ?? (made ? made.draft : page.draft)
  const search = new URLSearchParams(made?.query ?? page.search)

  async function save(event: FormEvent<HTMLFormElement>) {
    // Nowhere to keep it: the form goes to the server as it is.
    if (!queue.ready || !queue.kept || draft === null) return
    event.preventDefault()
    const sent = new FormData(event.currentTarget)
    const fields = textFields(sent)
    const read = readEntry(fields, draft, new Date())
    if (!read.ok) {
      setErrors(Object.fromEntries(Object.entries(read.errors).map(([field, key]) => [field, t(key)])))
      return
    }
    setSaving(true)
    setErrors({})
    const label = stepLabel(draft.step, book.steps, locale)
    const before = queue.entries.find((entry) => entry.key === read.body.requestKey)
    const entry: WaitingEntry = {
      key: read.body.requestKey,
      account: queue.account,
      order: before?.order ?? Date.now(),
      body: read.body,
      files: [
        ...carried.current,
        ...(await filesOfForm(sent, {
          photo: t('photoTitle', { step: label }),
          paper: t('paperTitle', { step: label }),
        })),
      ],
      draft: { step: draft.step, shape: draft.shape, makes: draft.makes },
      fields,
      refusal: null,
    }
    try {
      await queue.keep(entry)
    } catch {
      setErrors({ form: t('phoneFull') })
      setSaving(false)
      return
    }
    const inTime = await Promise.race([
      queue.send().then(() => true),
      new Promise<false>((resolve) => {
        setTimeout(() => resolve(false), PATIENCE_MS)
      }),
    ])
    const waiting = await queue.waiting(entry.key)
    if (waiting === null) {
      // Gone from the phone, so the book has it; its answer is known only to the tab that sent it.
      const answer = queue.answerTo(entry.key)
      const ref =
        (answer?.lots[0] ?? read.body.outputs[0])?.ref ?? read.body.about[0] ?? read.body.inputs[0]?.lotRef ?? ''
      window.location.assign(`${lotPath(ref)}?xong=${answer?.warnings.map(({ code }) => code).join() || '1'}`)
      return
    }
    if (inTime && waiting.refusal) {
      setErrors({
        [fieldOfMember(waiting.refusal.field, draft.makes?.packs ?? false)]: refusalText(t, locale, waiting.refusal),
      })
      setSaving(false)
      return
    }
    window.location.assign('/chu-the/lo')
  }

  if (draft === null) return <StepChoice book={book} lotRef={search.get('lo')} asked={search.get('buoc')} />
  const subject = draft.values.about || draft.values.in0
  const lot = book.lots.find((each) => each.ref === subject)
  const label = stepLabel(draft.step, book.steps, locale)
  return (
    <>
      <header className="grid gap-1 pb-5">
        <h1>{label}</h1>
        {lot && draft.shape === 'note' ? (
          <p className="text-muted">
            {t('aboutLot')} <strong className="text-ink">{lotName(lot, book.products)}</strong>{' '}
            <span className="tabular">{lot.lotCode}</span>
          </p>
        ) : null}
        {draft.shape === 'begin' ? (
          <nav aria-label={t('chooseStep')} className="chip-row pt-2">
            {stepChoices(book.steps, false).map((step) => (
              <a
                key={step.word}
                className="chip"
                href={entryPath(step.word)}
                aria-current={step.word === draft.step ? 'true' : undefined}
              >
                {step.label[locale]}
              </a>
            ))}
          </nav>
        ) : draft.values['in0-from'] ? null : (
          <a className="link inline-flex min-h-11 items-center justify-self-start" href={entryPath(null, subject)}>
            {t('changeStep')}
          </a>
        )}
      </header>
      {queue.ready && queue.kept && queue.offline ? (
        <div className="pb-5">
          <Notice live>{t('keptHere')}</Notice>
        </div>
      ) : null}
      <EntryForm
        key={draft.values.key}
        formRef={form}
        draft={draft}
        book={book}
        errors={errors}
        received={failed?.received}
        saving={saving}
        cancelTo={lot && made === null ? lotPath(lot.ref) : '/chu-the/lo'}
        onSubmit={save}
      />
    </>
  )
}

/** A form made anew keeps what was typed into the one that stood there while the phone was looked through. */
function withTyped(draft: EntryDraft, shown: EntryDraft | null, form: HTMLFormElement | null): EntryDraft {
  if (form === null || shown === null || shown.step !== draft.step || shown.shape !== draft.shape) return draft
  const typed = Object.entries(textFields(new FormData(form))).filter(
    // A unit nobody chose stands at the first of its list.
    ([name, value]) => value !== '' && value !== (shown.values[name] ?? (name.endsWith('-unit') ? value : '')),
  )
  return { ...draft, values: { ...draft.values, ...Object.fromEntries(typed) } }
}

/** The form of a waiting entry as it was filled in; its time stays the one it was given unless it is changed. */
function draftOfWaiting({ draft, fields, body }: WaitingEntry): EntryDraft {
  const when = vietnamMinute(new Date(body.happenedAt))
  return { ...draft, values: { ...fields, when, whenShown: when, whenExact: body.happenedAt } }
}

/** Which step? Asked when the address does not say it. */
function StepChoice({ book, lotRef, asked }: { book: EntryBook; lotRef: string | null; asked: string | null }) {
  const t = useT(journal)
  const locale = useLocale()
  const lot = book.lots.find((each) => each.ref === lotRef)
  if (lot === undefined || asked !== null) {
    return (
      <div className="grid justify-items-start gap-3">
        <h1>{t('formUnknownTitle')}</h1>
        <p className="text-muted">{t('formUnknownText')}</p>
        <a className={buttonClass('primary', false)} href="/chu-the/lo">
          {t('title')}
        </a>
      </div>
    )
  }
  return (
    <div className="grid gap-4">
      <h1>{t('chooseStep')}</h1>
      <p className="text-muted">
        {t('aboutLot')} <strong className="text-ink">{lotName(lot, book.products)}</strong>{' '}
        <span className="tabular">{lot.lotCode}</span>
      </p>
      <ul className="step-buttons">
        {stepChoices(book.steps, true).map((step) => (
          <li key={step.word} className="grid">
            <a className={buttonClass('quiet', false)} href={entryPath(step.word, lot.ref)}>
              {step.label[locale]}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
