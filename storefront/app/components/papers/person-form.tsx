import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { papers } from '#app/i18n/papers.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { GENDERS } from '#app/lib/papers/person.ts'

interface PersonFormProps {
  values: Record<string, string>
  /** Sentence by field. */
  errors: Record<string, string>
}

/** The form about the representative; what is on record is never filled in again. */
export function PersonForm({ values, errors }: PersonFormProps) {
  const t = useT(papers)
  return (
    <form method="post" className="grid gap-5" noValidate autoComplete="off">
      <h2 className="text-lg">{t('personAdd')}</h2>
      <p className="text-muted">{t('personKeep')}</p>
      <ErrorSummary title={(count) => t('problems', { count })} errors={errors} />
      <TextField
        name="personal_id"
        label={t('field_personal_id')}
        hint={t('hint_personal_id')}
        error={errors.personal_id}
        defaultValue={values.personal_id}
        inputMode="numeric"
        maxLength={12}
        optional
      />
      <SelectField name="gender" label={t('field_gender')} error={errors.gender} defaultValue={values.gender ?? ''}>
        <option value="">{t('genderKeep')}</option>
        {GENDERS.map((gender) => (
          <option key={gender} value={gender}>
            {t(`gender_${gender}`)}
          </option>
        ))}
      </SelectField>
      <TextField
        name="ethnicity"
        label={t('field_ethnicity')}
        error={errors.ethnicity}
        defaultValue={values.ethnicity}
        maxLength={100}
        optional
      />
      <TextField
        name="disability"
        label={t('field_disability')}
        hint={t('hint_disability')}
        error={errors.disability}
        defaultValue={values.disability}
        maxLength={100}
        optional
      />
      <p>
        <Button large>{t('personSave')}</Button>
      </p>
    </form>
  )
}
