import { SelectField, TextAreaField, TextField } from '#app/components/field.tsx'
import { StatusText } from '#app/components/register/status-text.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { DecisionKind, RegisterEntry } from '#app/lib/medusa/register-types.ts'
import type { TypedDraft } from '#app/lib/official/decision-form.ts'
import type { DraftChoices } from '#app/lib/official/decision-types.ts'

interface ChangeFieldsProps {
  kind: Exclude<DecisionKind, 'recognition'>
  choices: DraftChoices
  /** What the search found; null before there was one. */
  found: RegisterEntry[] | null
  typed: TypedDraft
}

/** On which recognition a decision is, and what it says of it. */
export function ChangeFields({ kind, choices, found, typed }: ChangeFieldsProps) {
  const t = useT(decisions)
  const locale = useLocale()
  const day = (name: 'from' | 'to' | 'extendedTo' | 'conclusionOn', optional = false) => (
    <TextField
      label={t(name)}
      name={name}
      type="date"
      required={!optional}
      optional={optional}
      defaultValue={typed[name] ?? ''}
    />
  )
  const long = (name: 'reason' | 'conclusion') => (
    <TextAreaField label={t(name)} name={name} required maxLength={500} defaultValue={typed[name] ?? ''} />
  )
  const short = (name: 'productName' | 'producerName' | 'productCode') => (
    <TextField label={t(name)} name={name} optional maxLength={200} defaultValue={typed[name] ?? ''} />
  )
  return (
    <>
      {found?.length ? (
        <fieldset className="grid gap-1">
          <legend className="field-label">{t('choose')}</legend>
          {found.map((entry) => (
            <label key={entry.id} className="flex min-h-11 items-start gap-3 py-2">
              <input
                type="radio"
                name="recognition"
                value={entry.id}
                required
                defaultChecked={found.length === 1 || typed.recognition === entry.id}
              />
              <span className="min-w-0 break-words">
                {entry.product}, {entry.producer} · {t('starsOf', { stars: entry.stars })} · {entry.decisionNumber} ·{' '}
                <StatusText entry={entry} />
              </span>
            </label>
          ))}
        </fieldset>
      ) : (
        <p role="status" className="text-muted">
          {found === null ? t('noSubject') : t('foundNone')}
        </p>
      )}
      {kind === 'revocation' ? (
        <>
          <SelectField label={t('ground')} name="ground" defaultValue={typed.ground ?? ''}>
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
