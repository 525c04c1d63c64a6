import { Button } from '#app/components/button.tsx'
import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { proposals as words } from '#app/i18n/proposals.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { type Proposal, SECTORS } from '#app/lib/seller/proposals.ts'
import { LabelFields } from './label-fields.tsx'
import { PackFields, type PartChoice } from './pack-fields.tsx'

interface DraftFormProps {
  proposal: Proposal
  /** How many pack sizes are shown. */
  rows: number
  /** Pack sizes that a gift set may hold. */
  choices: readonly PartChoice[]
  editable: boolean
  errors: Record<string, string>
  /** What was just typed and refused. */
  values: Record<string, string> | null
}

/** The form of a new listing, or of more pack sizes: saved as far as it has come, handed in when it is complete. */
export function DraftForm({ proposal, rows, choices, editable, errors, values }: DraftFormProps) {
  const t = useT(words)
  const { draft, forProduct } = proposal
  const locked = { readOnly: !editable }
  return (
    <form method="post" className="grid gap-6">
      <input type="hidden" name="version" value={proposal.version} />
      {forProduct ? null : (
        <>
          <TextField
            {...{ name: 'title', label: t('name'), hint: t('nameHint'), maxLength: 150, error: errors.title }}
            defaultValue={values?.title ?? draft.title}
            {...locked}
          />
          <SelectField
            name="sector"
            label={t('sector')}
            error={errors.sector}
            defaultValue={values?.sector ?? draft.sector ?? ''}
            disabled={!editable}
          >
            <option value="">{t('chooseSector')}</option>
            {SECTORS.map((sector) => (
              <option key={sector} value={sector}>
                {t(`sector_${sector}`)}
              </option>
            ))}
          </SelectField>
          <TextAreaField
            {...{ name: 'description', label: t('description'), hint: t('descriptionHint'), rows: 5, maxLength: 5_000 }}
            error={errors.description}
            defaultValue={values?.description ?? draft.description}
            {...locked}
          />
          <LabelFields label={draft} {...{ editable, errors, values }} />
        </>
      )}
      {Array.from({ length: rows }, (_, no) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row of the form has no identity but its place
        <PackFields key={no} pack={draft.packs[no]} {...{ no, choices, editable, errors, values }} />
      ))}
      {editable ? (
        <div className="flex flex-wrap gap-3">
          <Button large name="viec" value="gui">
            {t('submit')}
          </Button>
          <Button look="quiet" name="viec" value="luu">
            {t('save')}
          </Button>
          <Button look="quiet" name="viec" value="them">
            {t('morePacks')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}
