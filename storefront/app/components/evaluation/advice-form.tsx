import { Button } from '#app/components/button.tsx'
import { TextAreaField, TextField } from '#app/components/field.tsx'
import { Choice, Choices } from '#app/components/labels/choice.tsx'
import { evaluationPage } from '#app/i18n/evaluation.ts'
import { useLocale, useT } from '#app/i18n/use-locale.ts'
import { NONE, pickName } from '#app/lib/evaluation/picks.ts'
import type { AdviceView, EvaluationView, FormCriterion } from '#app/lib/evaluation/types.ts'
import { formatNumber } from '#app/lib/format.ts'

interface AdviceFormProps {
  evaluation: Pick<EvaluationView, 'version' | 'papers' | 'form'>
  advice: AdviceView | null
  /** What was typed into a form that was refused. */
  values: Record<string, string> | undefined
}

/** What the advisory group finds: papers, visit, tests, a pre-assessment and its report. Saved as a draft until it is handed in. */
export function AdviceForm({ evaluation, advice, values }: AdviceFormProps) {
  const t = useT(evaluationPage)
  const was = (name: string, saved: string | null | undefined) => values?.[name] ?? saved ?? ''
  const sound = was('papersSound', advice?.papersSound == null ? '' : advice.papersSound ? 'yes' : 'no')
  return (
    <form method="post" className="grid gap-5">
      <input type="hidden" name="version" value={evaluation.version} />
      <Choices legend={t('papersSound')}>
        <Choice type="radio" name="papersSound" value="yes" checked={sound === 'yes'}>
          {t('soundYes')}
        </Choice>
        <Choice type="radio" name="papersSound" value="no" checked={sound === 'no'}>
          {t('soundNo')}
        </Choice>
      </Choices>
      <TextAreaField
        name="papersNote"
        label={t('papersNote')}
        defaultValue={was('papersNote', advice?.papersNote)}
        maxLength={4000}
        optional
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          name="visitedOn"
          type="date"
          label={t('visitedOn')}
          defaultValue={was('visitedOn', advice?.visitedOn)}
          optional
        />
        <TextField
          name="visitPlace"
          label={t('visitPlace')}
          defaultValue={was('visitPlace', advice?.visitPlace)}
          maxLength={300}
          optional
        />
      </div>
      <TextAreaField
        name="visitNote"
        label={t('visitNote')}
        defaultValue={was('visitNote', advice?.visitNote)}
        maxLength={4000}
        optional
      />
      {evaluation.papers.length === 0 ? null : (
        <Choices legend={t('tests')}>
          {evaluation.papers.map((paper) => (
            <Choice
              key={paper.id}
              type="checkbox"
              name="testPapers"
              value={paper.id}
              checked={advice?.testPapers.includes(paper.id) ?? false}
            >
              {paper.title}
            </Choice>
          ))}
        </Choices>
      )}
      <TextAreaField
        name="testNote"
        label={t('testNote')}
        defaultValue={was('testNote', advice?.testNote)}
        maxLength={4000}
        optional
      />
      <details className="fold">
        <summary>{t('picksTitle')}</summary>
        <p className="field-hint">{t('picksHint')}</p>
        <div className="grid gap-4 pt-2">
          {evaluation.form.sections.flatMap(({ criteria }) =>
            criteria.map((criterion) => (
              <PickField key={criterion.id} criterion={criterion} picked={advice?.picks[criterion.id]} />
            )),
          )}
        </div>
      </details>
      <TextAreaField
        name="report"
        label={t('report')}
        defaultValue={was('report', advice?.report)}
        maxLength={8000}
        rows={6}
      />
      <div className="flex flex-wrap gap-3">
        <Button look="quiet" large name="viec" value="luu">
          {t('saveAdvice')}
        </Button>
        <Button large name="viec" value="nop">
          {t('handInAdvice')}
        </Button>
      </div>
    </form>
  )
}

function PickField({ criterion, picked }: { criterion: FormCriterion; picked: string | null | undefined }) {
  const t = useT(evaluationPage)
  const locale = useLocale()
  const name = pickName(criterion.id)
  const id = `so-bo-${criterion.id}`
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {t('criterionLine', { code: criterion.code, title: criterion.title })}
      </label>
      <select id={id} name={name} className="input" defaultValue={picked === null ? NONE : (picked ?? '')}>
        <option value="">{t('notJudged')}</option>
        {criterion.options.map((option) => (
          <option key={option.id} value={option.id}>
            {t('optionPoints', { points: formatNumber(option.points, locale), label: option.label })}
          </option>
        ))}
        <option value={NONE}>{t('noneReached')}</option>
      </select>
    </div>
  )
}
