import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { SelectField, TextField } from '#app/components/field.tsx'
import { labels } from '#app/i18n/labels.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { formatNumber } from '#app/lib/format.ts'
import type { LabelLayout } from '#app/lib/labels/types.ts'
import { Choice, Choices } from './choice.tsx'
import { sentencesOf, useSay } from './label-words.ts'
import { StretchFields } from './stretch-fields.tsx'

interface SheetFormProps {
  batchNo: number
  size: number
  layouts: LabelLayout[]
  values: Record<string, string>
  errors: Record<string, string>
}

const OFFERED = ['pdf', 'csv', 'svg-sheets', 'svg-labels', 'png-symbols'] as const

/** What is printed, on what, and how. Fields that the chosen way of printing has no use for are not looked at. */
export function SheetForm({ batchNo, size, layouts, values, errors }: SheetFormProps) {
  const t = useT(labels)
  const say = useSay()
  const locale = useLocale()
  const sentences = sentencesOf(say, errors, { size })
  return (
    <form method="post" action={`/chu-the/tem/${batchNo}/in`} className="grid gap-6" noValidate>
      <input type="hidden" name="requestKey" value={values.requestKey} />
      <ErrorSummary title={() => t('errorSummary')} errors={sentences} />
      <StretchFields legend={t('which')} size={size} values={values} sentences={sentences} />
      <Choices legend={t('format')} error={sentences.format}>
        {OFFERED.map((format) => (
          <Choice key={format} type="radio" name="format" value={format} checked={values.format === format}>
            {say(`format_${format}`)}
          </Choice>
        ))}
      </Choices>
      <SelectField
        name="paper"
        label={t('paper')}
        hint={t('paperHint')}
        error={sentences.paper}
        defaultValue={values.paper}
      >
        {layouts.map(({ sheet, widthMm, heightMm, labels: count }) => (
          <option key={sheet} value={sheet}>
            {t(sheet.endsWith('-cut') ? 'paperCut' : 'paperGrid', {
              count,
              width: formatNumber(widthMm, locale),
              height: formatNumber(heightMm, locale),
            })}
          </option>
        ))}
        <option value="roll">{t('paperRoll')}</option>
      </SelectField>
      <Choices legend={t('kind')} error={sentences.kind}>
        <Choice type="radio" name="kind" value="plain" checked={values.kind !== 'signed'} hint={t('kindPlainHint')}>
          {t('kindPlain')}
        </Choice>
        <Choice type="radio" name="kind" value="signed" checked={values.kind === 'signed'} hint={t('kindSignedHint')}>
          {t('kindSigned')}
        </Choice>
      </Choices>
      <details open={values.paper === 'roll' || values.format === 'png-symbols' || Object.keys(errors).length > 0}>
        <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('special')}</summary>
        <div className="grid gap-6 pt-3">
          <div className="grid grid-cols-2 items-end gap-4">
            {(['rollWidth', 'rollHeight'] as const).map((name) => (
              <TextField
                key={name}
                name={name}
                label={t(name)}
                error={sentences[name]}
                defaultValue={values[name]}
                inputMode="decimal"
                autoComplete="off"
                maxLength={5}
              />
            ))}
          </div>
          <Choice type="checkbox" name="cropMarks" value="on" checked={values.cropMarks === 'on'}>
            {t('cropMarks')}
          </Choice>
          <SelectField name="dpi" label={t('dpi')} hint={t('dpiHint')} error={sentences.dpi} defaultValue={values.dpi}>
            {['203', '300', '600'].map((dpi) => (
              <option key={dpi} value={dpi}>
                {dpi} dpi
              </option>
            ))}
          </SelectField>
        </div>
      </details>
      <Button large className="justify-self-start">
        {t('makeSheet')}
      </Button>
    </form>
  )
}
