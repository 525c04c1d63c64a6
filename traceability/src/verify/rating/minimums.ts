import { type CertifiedStar, criteriaOf, type RubricCriterion, type RubricOption, type RubricSet } from './rubric.ts'
import { type Picks, pickedOption } from './score-sheet.ts'

/** The least option of a criterion for a star. */
export interface Minimum {
  criterion: RubricCriterion
  option: RubricOption
}

/**
 * What a star asks for beside its points: for every criterion with a mark of that star or a lower one, the option of the highest such
 * mark. In: the variant in use where the set has several lists of options (null: those without a variant only).
 */
export function minimumsFor(set: RubricSet, star: CertifiedStar, variant: string | null): Minimum[] {
  return criteriaOf(set).flatMap((criterion) => {
    const marked = criterion.options
      .filter((option) => option.minForStar !== null && option.minForStar <= star)
      .filter((option) => option.variant === null || option.variant === variant)
    const option = marked.reduce<RubricOption | null>(
      (highest, each) => (highest === null || each.points > highest.points ? each : highest),
      null,
    )
    return option ? [{ criterion, option }] : []
  })
}

/** True when a sheet picked the least option or a better one. */
export function meets({ criterion, option }: Minimum, picks: Picks): boolean {
  const picked = pickedOption(criterion, picks)
  return picked !== null && picked.points >= option.points
}
