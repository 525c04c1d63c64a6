import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Choice } from '#app/components/labels/choice.tsx'
import { proposals as words } from '#app/i18n/proposals.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { LABEL_FIELDS, type ListingLabel } from '#app/lib/seller/label.ts'

interface LabelFieldsProps {
  label: ListingLabel
  editable: boolean
  errors: Record<string, string>
  /** What was just typed and refused. */
  values: Record<string, string> | null
}

const SHORT = ['netContent', 'standard']

/** What the label says, field by field; `labelOf` reads it back. */
export function LabelFields({ label, editable, errors, values }: LabelFieldsProps) {
  const t = useT(words)
  return (
    <fieldset className="card card-body grid gap-4">
      <legend className="text-lg font-semibold">{t('label')}</legend>
      {LABEL_FIELDS.map((field) => {
        const shared = { name: field, label: t(field), error: errors[field], readOnly: !editable }
        const value = values?.[field] ?? label[field] ?? ''
        return SHORT.includes(field) ? (
          <TextField key={field} {...shared} maxLength={100} defaultValue={value} />
        ) : (
          <TextAreaField key={field} {...shared} rows={2} maxLength={1_000} defaultValue={value} />
        )
      })}
      <Choice
        {...{ type: 'checkbox', name: 'perishable', value: 'on', hint: t('perishableHint') }}
        checked={values ? values.perishable === 'on' : label.perishable}
      >
        {t('perishable')}
      </Choice>
    </fieldset>
  )
}
