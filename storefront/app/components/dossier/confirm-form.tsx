import { Button } from '#app/components/button.tsx'
import { ErrorSummary } from '#app/components/error-summary.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Choice } from '#app/components/labels/choice.tsx'
import { dossierIntake } from '#app/i18n/dossier-intake.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import type { Dossier } from '#app/lib/dossier/types.ts'

interface ConfirmFormProps {
  dossier: Pick<Dossier, 'version' | 'confirms'>
  /** What was typed before a refusal, by field name. */
  typed: Record<string, string>
  /** Sentence by field name. */
  errors: Record<string, string>
}

/** What the commune found on each item it answers for: yes or no, figure and note. */
export function ConfirmForm({ dossier, typed, errors }: ConfirmFormProps) {
  const t = useT(dossierIntake)
  const locale = useLocale()
  return (
    <form method="post" className="card grid gap-6 p-4" noValidate>
      <div className="grid gap-1">
        <h2 className="text-lg">{t('confirmTitle')}</h2>
        <p className="field-hint">{t('confirmLead')}</p>
      </div>
      <ErrorSummary title={() => t('errorSummary')} errors={errors} />
      <input type="hidden" name="version" value={dossier.version} />
      {dossier.confirms.map((confirm) => {
        const { item, found } = confirm
        const answer = typed[`${item}.confirmed`] ?? (found === null ? '' : found.confirmed ? 'yes' : 'no')
        return (
          <fieldset key={item} className="choices">
            <legend className="field-label mb-2">{confirm[locale]}</legend>
            <Choice type="radio" name={`${item}.confirmed`} value="yes" checked={answer === 'yes'}>
              {t('confirmYes')}
            </Choice>
            <Choice type="radio" name={`${item}.confirmed`} value="no" checked={answer === 'no'}>
              {t('confirmNo')}
            </Choice>
            <TextField
              name={`${item}.figure`}
              label={t('figure')}
              hint={t('figureHint')}
              error={errors[`${item}.figure`]}
              defaultValue={typed[`${item}.figure`] ?? found?.figure}
              maxLength={200}
            />
            <TextAreaField
              name={`${item}.note`}
              label={t('note')}
              error={errors[`${item}.note`]}
              defaultValue={typed[`${item}.note`] ?? found?.note}
              maxLength={2_000}
              rows={2}
            />
          </fieldset>
        )
      })}
      <div>
        <Button name="intent" value="confirm">
          {t('confirmSave')}
        </Button>
      </div>
    </form>
  )
}
