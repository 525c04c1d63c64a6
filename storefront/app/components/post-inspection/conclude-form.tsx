import { Button } from '#app/components/button.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import { MENDS } from '#app/schemas/post-inspection.ts'
import { RefusedSentence, useFormState } from './form-parts.tsx'

/** The conclusion, and up to three things to be mended by a day. */
export function ConcludeForm({ today, refused }: { today: string; refused: Refusal | undefined }) {
  const t = useT(postInspection)
  const { values, error } = useFormState(refused, 'conclude')
  return (
    <form method="post" className="grid gap-5" noValidate>
      <input type="hidden" name="viec" value="conclude" />
      <RefusedSentence refused={refused} form="conclude" />
      <TextAreaField
        name="conclusion"
        label={t('conclusion')}
        defaultValue={values.conclusion}
        error={error('conclusion')}
        maxLength={5000}
        rows={4}
        required
      />
      <TextField
        name="concludedOn"
        type="date"
        max={today}
        label={t('concludedOn')}
        defaultValue={values.concludedOn ?? today}
        error={error('concludedOn')}
        required
      />
      <p className="field-hint">{t('mendHint')}</p>
      {MENDS.map((no) => (
        <div key={no} className="grid gap-3 sm:grid-cols-[1fr_auto]">
          <TextAreaField
            name={`mend_${no}`}
            label={t('mend', { no })}
            defaultValue={values[`mend_${no}`]}
            error={error(`mend_${no}`)}
            maxLength={2000}
            rows={2}
            optional
          />
          <TextField
            name={`due_${no}`}
            type="date"
            min={today}
            label={t('mendBy', { no })}
            defaultValue={values[`due_${no}`]}
            optional
          />
        </div>
      ))}
      <Button large>{t('submitConclude')}</Button>
    </form>
  )
}
