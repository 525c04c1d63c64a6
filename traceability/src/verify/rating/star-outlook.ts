import { meets, minimumsFor } from './minimums.ts'
import { bandOfStar, sumOfPoints } from './points.ts'
import type { Band, CertifiedStar, RubricSet } from './rubric.ts'
import { type Picks, pickedOption, sheetPoints } from './score-sheet.ts'

/** A criterion that keeps a sheet from a star. */
export interface BelowMinimum {
  criterionId: string
  code: string
  title: string
  /** The least option for the star. */
  optionId: string
  label: string
  points: number
  /** What the sheet picked; null for nothing. */
  pickedOptionId: string | null
  pickedPoints: number
}

export interface StarOutlook {
  stars: CertifiedStar
  /** Points of the sheet, and the least the star asks for. */
  points: number
  pointsNeeded: number
  /** 0 when the points are enough. */
  pointsMissing: number
  belowMinimum: BelowMinimum[]
  reached: boolean
}

const CERTIFIED: readonly CertifiedStar[] = [3, 4, 5]

/**
 * How far one sheet is from 3, 4 and 5 stars, in that order: points missing and criteria below their minimum. For self-assessments and
 * live forms; the council's result is `rateProduct`. Throws ScoreError as `sheetPoints` does.
 */
export function starOutlook(set: RubricSet, picks: Picks, bands: readonly Band[]): StarOutlook[] {
  const { total, variant } = sheetPoints(set, picks)
  return CERTIFIED.map((stars) => {
    const pointsNeeded = bandOfStar(stars, bands).min
    const pointsMissing = total >= pointsNeeded ? 0 : sumOfPoints([pointsNeeded, -total])
    const belowMinimum = minimumsFor(set, stars, variant)
      .filter((minimum) => !meets(minimum, picks))
      .map(({ criterion, option }) => {
        const picked = pickedOption(criterion, picks)
        return {
          ...{ criterionId: criterion.id, code: criterion.code, title: criterion.title },
          ...{ optionId: option.id, label: option.label, points: option.points },
          ...{ pickedOptionId: picked?.id ?? null, pickedPoints: picked?.points ?? 0 },
        }
      })
    return {
      ...{ stars, points: total, pointsNeeded, pointsMissing, belowMinimum },
      reached: pointsMissing === 0 && belowMinimum.length === 0,
    }
  })
}

/** The highest star a sheet reaches by itself; null below 3. */
export function reachedStar(outlook: readonly StarOutlook[]): CertifiedStar | null {
  return outlook.reduce<CertifiedStar | null>((best, each) => (each.reached ? each.stars : best), null)
}
