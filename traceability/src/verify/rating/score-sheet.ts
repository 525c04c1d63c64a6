import { sumOfPoints } from './points.ts'
import { criteriaOf, type RubricCriterion, type RubricOption, type RubricSet } from './rubric.ts'

/**
 * What a member, or the producer for itself, chose: option by criterion id. `null` says that no option is reached, which is 0 points;
 * a criterion that is not named has not been answered yet.
 */
export type Picks = Readonly<Record<string, string | null>>

export const SCORE_FAULTS = [
  'criterion_unknown',
  'option_of_another_criterion',
  'variants_mixed',
  'sheet_incomplete',
  'options_unknown',
  'options_needed',
  'points_out_of_range',
  'member_twice',
] as const
export type ScoreFault = (typeof SCORE_FAULTS)[number]

/** A score that the set does not know. `params` names the criterion, option or member. */
export class ScoreError extends Error {
  override name = 'ScoreError'
  readonly code: ScoreFault
  readonly params: Readonly<Record<string, string>>

  constructor(code: ScoreFault, params: Readonly<Record<string, string>>) {
    super(
      `${code}: ${Object.entries(params)
        .map(([name, value]) => `${name} ${value}`)
        .join(', ')}`,
    )
    this.code = code
    this.params = params
  }
}

export interface SheetPoints {
  total: number
  /** By code of the section, in the order of the sheet. */
  sections: { code: string; title: string; points: number; max: number }[]
  parts: { code: 'A' | 'B' | 'C'; title: string; points: number; max: number }[]
  /** The list of options that was used where the set has several; null else, and while none of them is chosen. */
  variant: string | null
  /** Criteria without an answer, in the order of the sheet. */
  unanswered: string[]
}

/**
 * Adds up a sheet, also one that is only half filled in. Out: points by section, by part and in all, 0 to 100.
 * Throws ScoreError for a criterion the set does not have, an option of another criterion, and options of two variants
 * (tourism: either community or destination).
 */
export function sheetPoints(set: RubricSet, picks: Picks): SheetPoints {
  const variant = checkPicks(set, picks)
  const pointsOf = (criteria: readonly RubricCriterion[]) =>
    sumOfPoints(criteria.map((criterion) => pickedOption(criterion, picks)?.points ?? 0))
  const parts = set.parts.map((part) => ({
    ...{ code: part.code, title: part.title, max: part.max },
    points: pointsOf(part.sections.flatMap((section) => section.criteria)),
  }))
  const sections = set.parts.flatMap((part) =>
    part.sections.map((section) => ({
      ...{ code: section.code, title: section.title, max: section.max },
      points: pointsOf(section.criteria),
    })),
  )
  return {
    total: sumOfPoints(parts.map((part) => part.points)),
    sections,
    parts,
    variant,
    unanswered: criteriaOf(set)
      .filter((criterion) => picks[criterion.id] === undefined)
      .map((criterion) => criterion.id),
  }
}

/** The option a sheet chose; null when it says that none is reached, or nothing yet. */
export function pickedOption(criterion: RubricCriterion, picks: Picks): RubricOption | null {
  const id = Object.hasOwn(picks, criterion.id) ? picks[criterion.id] : undefined
  return criterion.options.find((option) => option.id === id) ?? null
}

function checkPicks(set: RubricSet, picks: Picks): string | null {
  const criteria = criteriaOf(set)
  const byId = new Map(criteria.map((criterion) => [criterion.id, criterion]))
  let variant: string | null = null
  for (const [criterionId, optionId] of Object.entries(picks)) {
    const criterion = byId.get(criterionId)
    if (!criterion) throw new ScoreError('criterion_unknown', { criterion: criterionId, set: String(set.no) })
    if (criterion.options.length === 0) throw new ScoreError('options_unknown', { set: String(set.no) })
    if (optionId === null) continue
    const option = criterion.options.find((each) => each.id === optionId)
    if (!option) throw new ScoreError('option_of_another_criterion', { criterion: criterion.code, option: optionId })
    if (option.variant === null) continue
    if (variant !== null && variant !== option.variant)
      throw new ScoreError('variants_mixed', { criterion: criterion.code, variants: `${variant}, ${option.variant}` })
    variant = option.variant
  }
  return variant
}
