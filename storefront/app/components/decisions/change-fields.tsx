import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { DecisionKind } from '#app/lib/medusa/register-types.ts'
import { suffixOf, type TypedDraft } from '#app/lib/official/decision-form.ts'
import type { DraftChoices } from '#app/lib/official/decision-types.ts'

interface ChangeFieldsProps {
  kind: Exclude<DecisionKind, 'recognition'>
  choices: DraftChoices
  typed: TypedDraft
  /** Which row of the draft. */
  at: number
}

/** What a decision says of one recognition. */
export function ChangeFields({ kind, choices, typed, at }: ChangeFieldsProps) {
  const t = useT(decisions)
  const locale = useLocale()
  const suffix = suffixOf(at)
  const day = (name: 'from' | 'to' | 'liftedFrom' | 'extendedTo' | 'conclusionOn', optional = false) => (
    <TextField
      label={t(name)}
      name={`${name}${suffix}`}
      type="date"
      required={!optional}
      optional={optional}
      defaultValue={typed[`${name}${suffix}`] ?? ''}
    />
  )
  const long = (name: 'reason' | 'conclusion') => (
    <TextAreaField
      label={t(name)}
      name={`${name}${suffix}`}
      required
      maxLength={500}
      defaultValue={typed[`${name}${suffix}`] ?? ''}
    />
  )
  const short = (name: 'productName' | 'producerName' | 'productCode') => (
    <TextField
      label={t(name)}
      name={`${name}${suffix}`}
      optional
      maxLength={200}
      defaultValue={typed[`${name}${suffix}`] ?? ''}
    />
  )
  return (
    <>
      {kind === 'revocation' ? (
        <>
          <SelectField label={t('ground')} name={`ground${suffix}`} defaultValue={typed[`ground${suffix}`] ?? ''}>
            {choices.grounds.map((ground) => (
              <option key={ground.code} value={ground.code}>
                {ground[locale]}
              </option>
            ))}
          </SelectField>
          {day('conclusionOn')}
          {long('conclusion')}
          {day('from')}
        </>
      ) : null}
      {kind === 'suspension' ? (
        <>
          {day('from')}
          {day('to', true)}
          {long('reason')}
        </>
      ) : null}
      {kind === 'lifting' ? (
        <>
          {day('liftedFrom')}
          {long('reason')}
        </>
      ) : null}
      {kind === 'extension' ? (
        <>
          {day('extendedTo')}
          {long('reason')}
        </>
      ) : null}
      {kind === 'correction' ? (
        <>
          {short('productName')}
          {short('producerName')}
          {short('productCode')}
          {long('reason')}
        </>
      ) : null}
    </>
  )
}
