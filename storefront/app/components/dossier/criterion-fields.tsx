import { TextAreaField } from '#app/components/field.tsx'
import { Choice } from '#app/components/labels/choice.tsx'
import { dossier as words } from '#app/i18n/dossier.ts'
import { dossierDesk } from '#app/i18n/dossier-desk.ts'
import { useT } from '#app/i18n/use-locale.ts'
import { type Answer, NONE, noteName, papersName, pickName } from '#app/lib/dossier/answers.ts'
import { criterionAnchor } from '#app/lib/dossier/missing-text.ts'
import type { Criterion, PaperKindWords, StorePaper } from '#app/lib/dossier/types.ts'
import { PaperChoice } from './paper-choice.tsx'

interface CriterionFieldsProps {
  criterion: Criterion
  store: { papers: StorePaper[]; kinds: PaperKindWords[] } | null
  /** What was typed before a refusal; null to show what is on record. */
  typed: Answer | null
}

/** One criterion of the self-assessment: its options with points, an explanation, the papers that show it. */
export function CriterionFields({ criterion, store, typed }: CriterionFieldsProps) {
  const t = useT(words)
  const desk = useT(dossierDesk)
  const { id, code, title, options, note, papers, paperKinds } = criterion
  const saved = criterion.answered ? (criterion.picked ?? NONE) : ''
  const picked = typed === null ? saved : typed.optionId === undefined ? '' : (typed.optionId ?? NONE)
  const label = (value: string) => {
    const option = options.find((each) => each.id === value)
    return option ? option.label : value === NONE ? t('none') : t('notAnswered')
  }
  const chosen = typed?.paperIds ?? papers.map((paper) => paper.id)
  // Where no option gives 0 points, that none is reached is an answer of its own.
  const lowest = Math.min(...options.map(({ points }) => points))
  return (
    <fieldset id={criterionAnchor(id)} className="choices scroll-mt-4">
      <legend className="field-label mb-2">
        {code} {title}
      </legend>
      {note === null ? null : <p className="field-hint">{note}</p>}
      {typed !== null && picked !== saved ? (
        <p className="field-error">{desk('theirs', { value: label(saved) })}</p>
      ) : null}
      {lowest > 0 ? (
        <Choice type="radio" name={pickName(id)} value={NONE} checked={picked === NONE}>
          {t('none')}
        </Choice>
      ) : null}
      {options.map((option) => (
        <Choice
          key={option.id}
          type="radio"
          name={pickName(id)}
          value={option.id}
          checked={picked === option.id}
          hint={[
            t('points', { count: option.points }),
            option.minForStar === null ? null : t('minimum', { stars: option.minForStar }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        >
          {option.label}
        </Choice>
      ))}
      {paperKinds.length === 0 ? (
        <p className="field-hint">{desk('byEye')}</p>
      ) : (
        <details className="fold" open={criterion.needsPaper && papers.length === 0}>
          <summary>{desk('evidence', { count: papers.length })}</summary>
          <PaperChoice name={papersName(id)} kinds={paperKinds} store={store} attached={papers} chosen={chosen} />
        </details>
      )}
      <TextAreaField
        name={noteName(id)}
        label={desk('explanation')}
        hint={desk('explanationHint')}
        defaultValue={typed?.note ?? criterion.explanation}
        maxLength={2_000}
        rows={2}
        optional
      />
    </fieldset>
  )
}
