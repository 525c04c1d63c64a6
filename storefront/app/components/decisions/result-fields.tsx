import { SelectField, TextField } from '#app/components/field.tsx'
import { decisions } from '#app/i18n/decisions.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { resultRowCount, type TypedDraft } from '#app/lib/official/decision-form.ts'
import type { DraftChoices } from '#app/lib/official/decision-types.ts'

interface ResultFieldsProps {
  choices: DraftChoices
  typed: TypedDraft
  /** Rows that the draft has already. */
  filled: number
}

/** Rows of results, entered by hand. */
export function ResultFields({ choices, typed, filled }: ResultFieldsProps) {
  const t = useT(decisions)
  return (
    <section className="grid gap-4">
      <h2>{t('results')}</h2>
      <p className="text-muted">{t('resultsHint')}</p>
      {Array.from({ length: resultRowCount(filled) }, (_, at) => `${at}`).map((at) => (
        <fieldset key={at} className="card grid gap-3 p-4 sm:grid-cols-2">
          <legend className="font-semibold">{t('row', { no: Number(at) + 1 })}</legend>
          <SelectField
            className="sm:col-span-2"
            label={t('product')}
            name={`product${at}`}
            defaultValue={typed[`product${at}`] ?? ''}
          >
            <option value="">{t('noProduct')}</option>
            {choices.products.map(({ id, title, producer }) => (
              <option key={id} value={id}>
                {title}, {producer}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('points')}
            name={`points${at}`}
            inputMode="decimal"
            maxLength={6}
            defaultValue={typed[`points${at}`] ?? ''}
          />
          <SelectField
            label={t('stars')}
            name={`stars${at}`}
            defaultValue={typed[`stars${at}`] ?? String(choices.stars[0] ?? '')}
          >
            {choices.stars.map((stars) => (
              <option key={stars} value={stars}>
                {t('starsOf', { stars })}
              </option>
            ))}
          </SelectField>
          <TextField
            label={t('productCode')}
            name={`productCode${at}`}
            optional
            maxLength={40}
            defaultValue={typed[`productCode${at}`] ?? ''}
          />
          <TextField
            label={t('setNo')}
            name={`setNo${at}`}
            optional
            inputMode="numeric"
            maxLength={2}
            defaultValue={typed[`setNo${at}`] ?? ''}
          />
        </fieldset>
      ))}
    </section>
  )
}
