import { useId } from 'react'
import { Button } from '#app/components/button.tsx'
import { fieldId, SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Notice } from '#app/components/notice.tsx'
import { report } from '#app/i18n/report.ts'
import { shell } from '#app/i18n/shell.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { REPORT_KINDS, REPORT_LIMITS } from '#app/schemas/scan-report.ts'

/** Why a report was not taken. */
export type ReportError = Extract<keyof typeof report, `error${string}`>

interface ReportFormProps {
  token: string
  code: string | null
  values: Record<string, string>
  /** Message key by field; `form` is for what belongs to no field. */
  errors: Record<string, ReportError>
}

/** A plain POST with a photo; it works without scripts. */
export function ReportForm({ token, code, values, errors }: ReportFormProps) {
  const t = useT(report)
  const said = (field: string) => {
    const key = errors[field]
    return key === undefined ? null : t(key)
  }
  const failed = Object.keys(errors).length > 0
  return (
    <form
      method="post"
      encType="multipart/form-data"
      action={code ? `/bao-van-de?ma=${code}` : '/bao-van-de'}
      className="grid max-w-xl gap-5"
      noValidate
    >
      {failed ? (
        <Notice kind="warning" title={t('problemTitle')} live>
          <ul>
            {Object.keys(errors).map((field) => (
              <li key={field}>
                {field === 'form' ? (
                  said(field)
                ) : (
                  <a
                    className="inline-flex min-h-8 items-center underline underline-offset-4"
                    href={`#${fieldId(field)}`}
                  >
                    {said(field)}
                  </a>
                )}
              </li>
            ))}
            <li>{t('photoAgain')}</li>
          </ul>
        </Notice>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <SelectField label={t('kind')} name="kind" error={said('kind')} defaultValue={values.kind ?? ''} required>
        <option value="" disabled>
          {t('choose')}
        </option>
        {REPORT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(kind)}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        label={t('message')}
        hint={t('messageHint')}
        name="message"
        error={said('message')}
        defaultValue={values.message}
        maxLength={REPORT_LIMITS.message}
        rows={5}
        required
      />
      <PhotoField error={said('photo')} />
      <TextField
        label={t('contact')}
        hint={t('contactHint')}
        optional
        name="contact"
        error={said('contact')}
        defaultValue={values.contact}
        maxLength={REPORT_LIMITS.contact}
        autoComplete="off"
      />
      <div className="trap" aria-hidden="true">
        <label>
          {t('trap')} <input name="website" tabIndex={-1} autoComplete="off" />
        </label>
      </div>
      <p className="text-sm text-muted">{t('privacy')}</p>
      <Button large className="justify-self-start">
        {t('submit')}
      </Button>
    </form>
  )
}

function PhotoField({ error }: { error: string | null }) {
  const t = useT(report)
  const words = useT(shell)
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId('photo')}>
        {t('photo')} <span className="field-hint font-normal">({words('optional')})</span>
      </label>
      <p className="field-hint" id={`${id}hint`}>
        {t('photoHint')}
      </p>
      <input
        id={fieldId('photo')}
        type="file"
        name="photo"
        accept="image/jpeg,image/png,image/webp"
        className="input file-input"
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}hint ${id}error` : `${id}hint`}
      />
      {error ? (
        <p className="field-error" id={`${id}error`}>
          {error}
        </p>
      ) : null}
    </div>
  )
}
