import { SelectField, TextField } from '#app/components/field.tsx'
import { UNITS } from '#app/lib/producer/amount-text.ts'

/** What a form holds: values and sentences of error by field name. */
export interface Filled {
  values: Record<string, string>
  errors: Record<string, string>
}

interface AmountFieldsProps extends Filled {
  amount: string
  unit: string
  units?: readonly string[]
  label: string
  unitLabel: string
  hint?: string
  optional?: boolean
}

/** A number with its unit beside it. */
export function AmountFields(props: AmountFieldsProps) {
  const { values, errors, amount, unit, units = UNITS, label, unitLabel, hint, optional } = props
  const known = values[unit]
  return (
    <div className="amount-row">
      <TextField
        name={amount}
        inputMode="decimal"
        label={label}
        hint={hint}
        error={errors[amount]}
        defaultValue={values[amount]}
        autoComplete="off"
        maxLength={20}
        optional={optional}
      />
      <SelectField name={unit} label={unitLabel} defaultValue={known}>
        {known && !units.includes(known) ? <option value={known}>{known}</option> : null}
        {units.map((word) => (
          <option key={word} value={word}>
            {word}
          </option>
        ))}
      </SelectField>
    </div>
  )
}
