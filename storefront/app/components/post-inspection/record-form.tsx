import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { Choice, Choices } from '#app/components/labels/choice.tsx'
import { markUse } from '#app/i18n/mark-use.ts'
import { postInspection } from '#app/i18n/post-inspection.ts'
import { useT } from '#app/i18n/use-locale.ts'
import type { Refusal } from '#app/lib/post-inspection/ask.server.ts'
import { type InspectionDetail, LOOK_RESULTS, VIOLATIONS } from '#app/lib/post-inspection/types.ts'
import { RefusedSentence, useFormState } from './form-parts.tsx'

interface RecordFormProps {
  inspection: InspectionDetail['inspection']
  today: string
  refused: Refusal | undefined
}

/** What was seen on the spot: place, people, the four looks of the law, misuse of the mark. Made for a phone in the hand. */
export function RecordForm({ inspection, today, refused }: RecordFormProps) {
  const t = useT(postInspection)
  const mark = useT(markUse)
  const { values, error } = useFormState(refused, 'record')
  const people = inspection.team.map(({ name, unit }) => `${name}, ${unit}`).join('\n')
  const chosen = values.violations?.split(' ') ?? inspection.violations
  return (
    <form method="post" className="grid gap-5" noValidate>
      <input type="hidden" name="viec" value="record" />
      <RefusedSentence refused={refused} form="record" />
      <TextField
        name="place"
        label={t('place')}
        defaultValue={values.place ?? inspection.place ?? ''}
        error={error('place')}
        maxLength={300}
        required
      />
      <TextField
        name="day"
        type="date"
        max={today}
        label={t('day')}
        defaultValue={values.day ?? inspection.day ?? today}
        error={error('day')}
        required
      />
      <TextAreaField
        name="team"
        label={t('team')}
        hint={t('teamHint')}
        defaultValue={values.team ?? people}
        error={error('team')}
        required
      />
      {inspection.looks.map(({ look, result, note }) => (
        <fieldset key={look} className="grid gap-3 rounded border border-line p-4">
          <legend className="px-1 font-semibold">{t(`look_${look}`)}</legend>
          <SelectField
            name={`result_${look}`}
            label={t('result')}
            defaultValue={values[`result_${look}`] ?? result}
            error={error(`result_${look}`)}
          >
            {LOOK_RESULTS.map((each) => (
              <option key={each} value={each}>
                {t(`result_${each}`)}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            name={`note_${look}`}
            label={t('lookNote')}
            defaultValue={values[`note_${look}`] ?? note}
            error={error(`note_${look}`)}
            maxLength={3000}
            rows={2}
            optional
          />
        </fieldset>
      ))}
      <Choices legend={t('violations')}>
        {VIOLATIONS.map((kind) => (
          <Choice key={kind} type="checkbox" name="violations" value={kind} checked={chosen.includes(kind)}>
            {mark(`violation_${kind}`)}
          </Choice>
        ))}
      </Choices>
      <Button large>{t('saveRecord')}</Button>
    </form>
  )
}
