import { scoreSheet } from '#app/i18n/score-sheet.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { NONE, pickName } from '#app/lib/evaluation/picks.ts'
import type { FormCriterion } from '#app/lib/evaluation/types.ts'
import { formatNumber } from '#app/lib/format.ts'
import { PaperList } from './paper-list.tsx'

interface CriterionFieldProps {
  criterion: FormCriterion
  /** `undefined`: not scored yet; null: no option is reached. */
  picked: string | null | undefined
}

/** One criterion on a score sheet: its options as big choices, and beside them what the producer says and shows. */
export function CriterionField({ criterion, picked }: CriterionFieldProps) {
  const t = useT(scoreSheet)
  const locale = useLocale()
  const { code, title, max, note, options, self, papers } = criterion
  const name = pickName(criterion.id)
  const lowestIsZero = options.some(({ points }) => points === 0)
  const choice = (value: string, checked: boolean, text: string, hint: string | null) => (
    <label key={value} className="choice-row">
      <input type="radio" name={name} value={value} defaultChecked={checked} />
      <span>
        <span className="font-semibold">{text}</span>
        {hint ? <span className="field-hint block">{hint}</span> : null}
      </span>
    </label>
  )
  return (
    <div className="grid gap-4 border-b border-line pb-5 md:grid-cols-[3fr_2fr]">
      <fieldset className="choices content-start">
        <legend className="field-label mb-2">{t('criterion', { code, title, max: formatNumber(max, locale) })}</legend>
        {note ? <p className="field-hint">{note}</p> : null}
        {options.map((option) =>
          choice(
            option.id,
            picked === option.id,
            t('option', { points: formatNumber(option.points, locale), label: option.label }),
            option.minForStar === null ? null : t('minimum', { stars: option.minForStar }),
          ),
        )}
        {lowestIsZero ? null : choice(NONE, picked === null, t('none'), null)}
      </fieldset>
      <div className="grid content-start gap-2 text-sm">
        <p className="font-semibold">{t('self', { points: formatNumber(self.points, locale) })}</p>
        <p>{options.find(({ id }) => id === self.optionId)?.label}</p>
        {self.note === '' ? null : (
          <div>
            <p className="text-muted">{t('selfNote')}</p>
            <p className="whitespace-pre-line">{self.note}</p>
          </div>
        )}
        <p className="text-muted">{t('papers')}</p>
        {papers.length === 0 ? <p>{t('noPapers')}</p> : <PaperList papers={papers} />}
      </div>
    </div>
  )
}
