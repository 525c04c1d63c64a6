import type { InspectionVerdict } from '@sao-lang/traceability/verify'
import { type FormEvent, useState } from 'react'
import { inspector } from '#app/i18n/inspector.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { smallPhoto } from '#app/lib/inspector/read-code.ts'
import type { InspectorDesk, RecordDraft, WaitingPhoto } from '#app/lib/inspector/types.ts'
import { findingName, SUGGESTED, sentencesOf } from '#app/lib/inspector/verdict-words.ts'
import { Button, buttonClass } from '../button.tsx'
import { SelectField, TextAreaField, TextField } from '../field.tsx'

const MOST_PHOTOS = 12

/** What a record begins with. */
export interface RecordSubject {
  text: string
  verdict: InspectionVerdict
  /** Edition of the bundle that answered; null without one. */
  edition: string | null
}

interface RecordFormProps {
  desk: InspectorDesk
  subject: RecordSubject
  onSave: (draft: RecordDraft, photos: WaitingPhoto[]) => void
  onCancel: () => void
}

/** A record of what was found. It is kept on the phone first, and needs no network. */
export function RecordForm({ desk, subject, onSave, onCancel }: RecordFormProps) {
  const t = useT(inspector)
  const locale = useLocale()
  const { verdict, text } = subject
  const suggested = SUGGESTED[verdict.finding]
  const [findings, setFindings] = useState<string[]>(suggested === undefined ? [] : [suggested])
  const [photos, setPhotos] = useState<Blob[]>([])
  const [problem, setProblem] = useState<'recordIncomplete' | 'noneAlone' | null>(null)
  const [foundAt] = useState(() => new Date().toISOString())

  async function addPhotos(files: FileList | null): Promise<void> {
    const small = await Promise.all(Array.from(files ?? [], (file) => smallPhoto(file).catch(() => null)))
    setPhotos((before) => [...before, ...small.flatMap((photo) => photo ?? [])].slice(0, MOST_PHOTOS))
  }

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const value = (name: string) => String(form.get(name) ?? '').trim()
    const [place, productName, seller] = [value('place'), value('productName'), value('seller')]
    const wrong =
      !place || !productName || !seller || findings.length === 0
        ? 'recordIncomplete'
        : findings.length > 1 && findings.includes('none')
          ? 'noneAlone'
          : null
    setProblem(wrong)
    if (wrong) return
    onSave(
      {
        provinceCode: value('province') || (desk.provinces[0]?.code ?? ''),
        ...{ place, productName, seller, findings, foundAt },
        scanned: text.trim() || null,
        productRef: verdict.product?.ref ?? null,
        notes: value('notes'),
        verdict: {
          finding: verdict.finding,
          sentences: sentencesOf(verdict, t, locale),
          checkedAt: foundAt,
          knownAt: verdict.knownAt,
          edition: subject.edition,
        },
        followUpBy: value('followUpBy') || null,
      },
      photos.map((blob, at) => ({ title: `${t('photos').split(' ')[0]} ${at + 1}`, blob, file: null })),
    )
  }

  return (
    <form onSubmit={submit} className="grid max-w-2xl gap-5" noValidate>
      <h1 className="text-2xl">{t('recordTitle')}</h1>
      {problem ? (
        <p className="notice notice-warning" role="alert">
          {t(problem)}
        </p>
      ) : null}
      <SelectField
        name="province"
        label={t('province')}
        defaultValue={desk.provinces.find(({ name }) => name === verdict.provinceName)?.code}
      >
        {desk.provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextField name="place" label={t('place')} hint={t('placeHint')} maxLength={300} required />
      <TextField
        name="productName"
        label={t('productName')}
        defaultValue={verdict.product?.name ?? ''}
        maxLength={300}
        required
      />
      <TextField
        name="seller"
        label={t('seller')}
        defaultValue={verdict.product?.producer.name ?? ''}
        maxLength={300}
        required
      />
      <fieldset className="grid gap-1">
        <legend className="field-label">{t('findings')}</legend>
        {desk.findings.map((finding) => (
          <label key={finding} className="flex min-h-11 items-center gap-3">
            <input
              type="checkbox"
              className="size-5 flex-none"
              checked={findings.includes(finding)}
              onChange={(event) =>
                setFindings(event.target.checked ? [...findings, finding] : findings.filter((each) => each !== finding))
              }
            />
            {findingName(t, finding)}
          </label>
        ))}
      </fieldset>
      <TextAreaField name="notes" label={t('notes')} optional maxLength={5_000} />
      <TextField name="followUpBy" type="date" label={t('followUp')} optional />
      <div className="flex flex-wrap items-center gap-3">
        <label className={`${buttonClass('quiet', false)} cursor-pointer`}>
          {t('photos')}
          <input
            type="file"
            accept="image/*"
            multiple
            className="sr-only"
            onChange={(event) => {
              void addPhotos(event.target.files)
            }}
          />
        </label>
        <span role="status">{photos.length > 0 ? t('photosChosen', { count: photos.length }) : ''}</span>
      </div>
      <div className="flex flex-wrap gap-3">
        <Button large>{t('save')}</Button>
        <Button type="button" look="quiet" large onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
