import type { Finding } from '../modules/inspection/findings'
import type { MarkViolation } from '../modules/post-inspection/kinds'
import { foldText } from '../text/fold-text'

/** What a finding of the inspectors' app means for the mark; null when it is about the goods or the label's code alone. */
export const VIOLATION_OF_FINDING = {
  none: null,
  star_lapsed: 'lapsed',
  wrong_stars: 'wrong_stars',
  other_product: 'other_product',
  uncertified_seller: 'unrecognised_seller',
  altered_mark: 'altered_mark',
  star_on_sign: 'star_on_sign',
  recalled_goods: null,
  void_label: null,
  copied_label: null,
  other: null,
} as const satisfies Record<Finding, MarkViolation | null>

/** Kinds of misuse of the mark in a record's findings, each once. A finding that is not known to us says nothing about the mark. */
export function violationsOfFindings(findings: readonly string[]): MarkViolation[] {
  const kinds = findings.flatMap((finding) =>
    Object.hasOwn(VIOLATION_OF_FINDING, finding) ? (VIOLATION_OF_FINDING[finding as Finding] ?? []) : [],
  )
  return [...new Set(kinds)]
}

/** The recognition as far as artwork has to agree with it. */
export interface MarkBounds {
  productName: string
  stars: number
  /** First and last day of the right, yyyy-mm-dd at +07. */
  from: string
  to: string
}

/**
 * How artwork breaks the rule that the mark stands on the recognised product, with its stars, while the star is in force
 * (QĐ 1162). Names are compared without case and diacritics. In: the artwork, the recognition, the day of the question.
 */
export function violationsOfArtwork(
  artwork: { printedName: string; printedStars: number; since: string; until: string | null },
  bounds: MarkBounds,
  day: string,
): MarkViolation[] {
  const lastPrinted = artwork.until === null || artwork.until > day ? day : artwork.until
  return [
    ...(artwork.since < bounds.from || lastPrinted > bounds.to ? (['lapsed'] as const) : []),
    ...(artwork.printedStars === bounds.stars ? [] : (['wrong_stars'] as const)),
    ...(foldText(artwork.printedName).includes(foldText(bounds.productName)) ? [] : (['other_product'] as const)),
  ]
}
