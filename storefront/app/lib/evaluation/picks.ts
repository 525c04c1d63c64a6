import type { FormCriterion, FormSection, Picks } from './types.ts'

/** Name of the radio group of a criterion. */
export const pickName = (criterionId: string) => `pick:${criterionId}`
/** Value of "no option is reached"; an answer of its own, worth no points. */
export const NONE = 'none'

/** What a form says about these criteria, over what was there before; a criterion without a choice stays as it was. */
export function picksIn(form: FormData, criteria: readonly FormCriterion[], before: Picks): Picks {
  const picks = { ...before }
  for (const { id } of criteria) {
    const value = form.get(pickName(id))
    if (typeof value === 'string' && value !== '') picks[id] = value === NONE ? null : value
  }
  return picks
}

/** Points of a sheet, also half filled in; to two decimals. */
export function pointsOf(sections: readonly FormSection[], picks: Picks): number {
  const criteria = sections.flatMap((section) => section.criteria)
  const hundredths = criteria.reduce((sum, { id, options }) => {
    const option = options.find((each) => each.id === picks[id])
    return sum + Math.round((option?.points ?? 0) * 100)
  }, 0)
  return hundredths / 100
}

/** How many criteria of a section are answered. */
export function answeredIn({ criteria }: FormSection, picks: Picks): number {
  return criteria.filter(({ id }) => picks[id] !== undefined).length
}
