import type { Section } from './types.ts'

/** An answer of a section's form, as `PUT /producer/dossiers/:id/scores` takes it. */
export interface Answer {
  criterionId: string
  optionId?: string | null
  note: string
  paperIds: string[]
}

/** The value of the radio that says that no option is reached. */
export const NONE = 'none'
export const pickName = (criterionId: string) => `pick:${criterionId}`
export const noteName = (criterionId: string) => `note:${criterionId}`
export const papersName = (criterionId: string) => `paper:${criterionId}`

/** What a posted form of a section says, criterion by criterion. */
export function answersOf(form: FormData, { criteria }: Pick<Section, 'criteria'>): Answer[] {
  return criteria.map(({ id }) => {
    const pick = form.get(pickName(id))
    return {
      criterionId: id,
      ...(typeof pick === 'string' && pick !== '' ? { optionId: pick === NONE ? null : pick } : {}),
      note: String(form.get(noteName(id)) ?? '').trim(),
      paperIds: form.getAll(papersName(id)).map(String),
    }
  })
}

/** The same for live reckoning: what is chosen on the page. */
export function picksOfAnswers(answers: readonly Answer[]): Record<string, string | null> {
  return Object.fromEntries(
    answers.flatMap(({ criterionId, optionId }): [string, string | null][] =>
      optionId === undefined ? [] : [[criterionId, optionId]],
    ),
  )
}
