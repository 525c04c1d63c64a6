import { TextField } from '#app/components/field.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useT } from '#app/i18n/use-locale.ts'

interface StretchFieldsProps {
  legend: string
  size: number
  values: Record<string, string>
  /** Sentence by field. */
  sentences: Record<string, string>
}

/** First and last label of a stretch, as people count them: from 1. */
export function StretchFields({ legend, size, values, sentences }: StretchFieldsProps) {
  const t = useT(labels)
  return (
    <fieldset>
      <legend className="field-label">{legend}</legend>
      <p className="field-hint mb-3">{t('numbersHint', { size })}</p>
      <div className="grid grid-cols-2 items-start gap-4">
        {(['first', 'last'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(name)}
            error={sentences[name]}
            defaultValue={values[name]}
            inputMode="numeric"
            autoComplete="off"
            maxLength={9}
          />
        ))}
      </div>
    </fieldset>
  )
}
