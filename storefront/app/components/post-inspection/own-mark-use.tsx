import { useId } from 'react'
import { Button } from '#app/components/button.tsx'
import { SampleNote } from '#app/components/sample-note.tsx'
import { Stars } from '#app/components/star-badge.tsx'
import { holderInspections } from '#app/i18n/holder-inspections.ts'
import { markUse } from '#app/i18n/mark-use.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatDay } from '#app/lib/format.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import type { MarkUse } from '#app/lib/post-inspection/types.ts'
import { RightLine } from './right-line.tsx'

interface OwnMarkUseProps {
  use: MarkUse
  today: string
  refused: Refusal | undefined
}

/** One product of the holder's: may it carry the mark, on what does it, and the form that registers more. */
export function OwnMarkUse({ use, today, refused }: OwnMarkUseProps) {
  const t = useT(holderInspections)
  const mark = useT(markUse)
  const locale = useLocale()
  const failed = refused?.form === use.recognitionId ? refused : undefined
  return (
    <li className="card card-body grid gap-3">
      <h2 className="flex flex-wrap items-center gap-3 text-lg">
        {use.productName}
        <Stars count={use.stars as 3 | 4 | 5} />
        {use.sample ? <SampleNote /> : null}
      </h2>
      <RightLine use={use} />
      <p>
        <a
          className="link inline-flex min-h-11 items-center"
          href={`/nhan-hieu/${encodeURIComponent(use.recognitionId)}`}
        >
          {t('card')}
        </a>
      </p>
      <h3>{t('artwork')}</h3>
      {use.artwork.length === 0 ? <p className="text-muted">{t('noArtwork')}</p> : null}
      <ul className="work-list empty:hidden">
        {use.artwork.map((each) => (
          <li key={each.id} className="work-line">
            <p>
              <span className="font-semibold">{each.title}</span> ({t(`used_${each.usedOn}`)},{' '}
              {each.until === null
                ? t('since', { from: formatDay(each.since, locale) })
                : t('sinceUntil', { from: formatDay(each.since, locale), to: formatDay(each.until, locale) })}
              )
            </p>
            {each.violations.map((kind) => (
              <p key={kind}>
                <span className="mark mark-warn">{mark(`violation_${kind}`)}</span>
              </p>
            ))}
            <p>
              <a
                className="link inline-flex min-h-11 items-center"
                href={`/chu-the/minh-chung/${encodeURIComponent(each.file)}`}
              >
                {t('seeFile')}
              </a>
            </p>
            {each.until === null ? <EndArtwork id={each.id} today={today} refused={refused} /> : null}
          </li>
        ))}
      </ul>
      {use.right.allowed ? (
        <details className="fold" open={failed !== undefined}>
          <summary>{t('register')}</summary>
          <ArtworkForm use={use} today={today} failed={failed} />
        </details>
      ) : null}
    </li>
  )
}

function ArtworkForm({ use, today, failed }: { use: MarkUse; today: string; failed: Refusal | undefined }) {
  const t = useT(holderInspections)
  const values = failed?.values ?? {}
  const error = (field: string) => errorOf(t, failed, field)
  return (
    <form method="post" encType="multipart/form-data" className="grid gap-4 pt-2" noValidate>
      <input type="hidden" name="recognition" value={use.recognitionId} />
      <Sentence refused={failed} />
      <Labelled label={t('usedOn')} error={null}>
        {(id) => (
          <select id={id} name="usedOn" className="input" defaultValue={values.usedOn ?? 'packaging'}>
            {(['label', 'packaging', 'advertising'] as const).map((each) => (
              <option key={each} value={each}>
                {t(`used_${each}`)}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={t('artTitle')} hint={t('artTitleHint')} error={error('title')}>
        {(id) => <input id={id} name="title" className="input" defaultValue={values.title} maxLength={200} required />}
      </Labelled>
      <Labelled label={t('printedName')} error={error('printedName')}>
        {(id) => (
          <input
            id={id}
            name="printedName"
            className="input"
            defaultValue={values.printedName ?? use.productName}
            maxLength={300}
            required
          />
        )}
      </Labelled>
      <Labelled label={t('printedStars')} error={null}>
        {(id) => (
          <select id={id} name="printedStars" className="input" defaultValue={values.printedStars ?? String(use.stars)}>
            {[3, 4, 5].map((stars) => (
              <option key={stars} value={stars}>
                {stars}
              </option>
            ))}
          </select>
        )}
      </Labelled>
      <Labelled label={t('firstDay')} error={error('since')}>
        {(id) => (
          <input id={id} type="date" name="since" className="input" defaultValue={values.since ?? today} required />
        )}
      </Labelled>
      <Labelled label={t('artFile')} hint={t('answerFileHint')} error={error('file')}>
        {(id) => (
          <input
            id={id}
            type="file"
            name="file"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            className="input file-input"
            required
          />
        )}
      </Labelled>
      <Button>{t('submitArtwork')}</Button>
    </form>
  )
}

function EndArtwork({ id, today, refused }: { id: string; today: string; refused: Refusal | undefined }) {
  const t = useT(holderInspections)
  const failed = refused?.form === id ? refused : undefined
  return (
    <details className="fold" open={failed !== undefined}>
      <summary>{t('endArtwork')}</summary>
      <form method="post" className="grid gap-4 pt-2" noValidate>
        <input type="hidden" name="artwork" value={id} />
        <Sentence refused={failed} />
        <Labelled label={t('lastDay')} error={errorOf(t, failed, 'until')}>
          {(field) => (
            <input
              id={field}
              type="date"
              name="until"
              max={today}
              className="input"
              defaultValue={failed?.values.until ?? today}
              required
            />
          )}
        </Labelled>
        <Button look="quiet">{t('endArtwork')}</Button>
      </form>
    </details>
  )
}

function Sentence({ refused }: { refused: Refusal | undefined }) {
  if (!refused?.sentence) return null
  return (
    <div className="notice notice-warning" role="alert">
      {refused.sentence}
    </div>
  )
}

interface LabelledProps {
  label: string
  hint?: string
  error: string | null
  children: (id: string) => React.ReactNode
}

/** As the fields elsewhere, with an id of its own: the page repeats its forms for each product. */
function Labelled({ label, hint, error, children }: LabelledProps) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      {hint ? <p className="field-hint">{hint}</p> : null}
      {children(id)}
      {error === null ? null : <p className="field-error">{error}</p>}
    </div>
  )
}

function errorOf(t: ReturnType<typeof useT<typeof holderInspections>>, refused: Refusal | undefined, field: string) {
  const key = refused?.errors[field]
  return key !== undefined && Object.hasOwn(holderInspections, key) ? t(key as 'errorDay') : null
}
