import { type FormEvent, useId, useRef, useState } from 'react'
import { Button } from '#app/components/button.tsx'
import { TextAreaField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { FindingView } from '#app/components/proof/finding-view.tsx'
import { proof } from '#app/i18n/proof.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { checkEvidence, type Finding, type TrustTexts } from '#app/lib/proof/check-evidence.ts'

const LARGEST_FILE = 8 * 1024 * 1024
const KEYS = ['logKeys', 'didDocument', 'labelKeys'] as const

/** Takes evidence and keys, checks them in the browser and shows what was found. Nothing leaves the device. */
export function EvidenceForm({ published }: { published: TrustTexts }) {
  const t = useT(proof)
  const [finding, setFinding] = useState<Finding | 'too_large' | null>(null)
  const [lists, setLists] = useState<number>(0)
  const form = useRef<HTMLFormElement>(null)
  const result = useRef<HTMLElement>(null)

  async function check(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const fields = new FormData(event.currentTarget)
    const files = [...fields.values()].filter((value) => value instanceof File)
    setFinding(
      files.some(({ size }) => size > LARGEST_FILE)
        ? 'too_large'
        : await checkEvidence(
            {
              text: (await fileText(fields.get('evidenceFile'))) ?? textOf(fields, 'evidence'),
              document: await documentOf(fields),
              statusLists: await Promise.all(fields.getAll('lists').flatMap((file) => nonEmpty(file)?.text() ?? [])),
            },
            {
              logKeys: textOf(fields, 'logKeys'),
              didDocument: textOf(fields, 'didDocument'),
              labelKeys: textOf(fields, 'labelKeys'),
            },
            new Date(),
          ),
    )
    result.current?.focus()
  }

  return (
    <form ref={form} className="grid gap-6" onSubmit={check} onReset={() => [setFinding(null), setLists(0)]}>
      <div className="grid gap-3">
        <TextAreaField label={t('evidence')} hint={t('evidenceHint')} name="evidence" rows={6} spellCheck={false} />
        <FileField label={t('evidenceFile')} name="evidenceFile" />
      </div>
      <div className="grid gap-3">
        <TextAreaField label={t('document')} hint={t('documentHint')} name="document" optional spellCheck={false} />
        <FileField label={t('documentFile')} name="documentFile" />
      </div>
      <FileField
        label={t('lists')}
        hint={lists > 0 ? t('listsChosen', { count: lists }) : t('listsHint')}
        name="lists"
        multiple
        onCount={setLists}
      />
      <details open={KEYS.some((name) => published[name] === '')}>
        <summary>{t('keys')}</summary>
        <div className="grid gap-4 pt-3">
          {KEYS.some((name) => published[name] === '') ? <Notice kind="warning">{t('keysAway')}</Notice> : null}
          <p className="text-sm text-muted">{t('keysHint')}</p>
          {KEYS.map((name) => (
            <TextAreaField
              key={name}
              label={t(name)}
              name={name}
              defaultValue={published[name]}
              spellCheck={false}
              className="font-mono"
            />
          ))}
        </div>
      </details>
      <div className="flex flex-wrap gap-3">
        <Button large>{t('submit')}</Button>
        {finding ? (
          <Button look="quiet" large type="reset">
            {t('clear')}
          </Button>
        ) : null}
      </div>
      <section ref={result} tabIndex={-1} aria-live="polite" aria-label={t('result')} className="grid gap-4">
        {finding === 'too_large' ? <Notice kind="warning">{t('tooLarge')}</Notice> : null}
        {finding && finding !== 'too_large' ? <FindingView finding={finding} /> : null}
      </section>
    </form>
  )
}

function FileField(props: {
  label: string
  name: string
  hint?: string
  multiple?: boolean
  onCount?: (count: number) => void
}) {
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {props.label}
      </label>
      {props.hint ? (
        <p className="field-hint" id={`${id}hint`}>
          {props.hint}
        </p>
      ) : null}
      <input
        id={id}
        type="file"
        name={props.name}
        multiple={props.multiple}
        className="input"
        aria-describedby={props.hint ? `${id}hint` : undefined}
        onChange={(event) => props.onCount?.(event.currentTarget.files?.length ?? 0)}
      />
    </div>
  )
}

function textOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

/** A browser sends an empty file for a field nothing was chosen in. */
function nonEmpty(value: FormDataEntryValue | null): File | null {
  return value instanceof File && value.size > 0 ? value : null
}

async function fileText(value: FormDataEntryValue | null): Promise<string | null> {
  return (await nonEmpty(value)?.text()) ?? null
}

async function documentOf(fields: FormData): Promise<Uint8Array | null> {
  const file = nonEmpty(fields.get('documentFile'))
  if (file) return new Uint8Array(await file.arrayBuffer())
  const text = textOf(fields, 'document').trim()
  return text === '' ? null : new TextEncoder().encode(text)
}
