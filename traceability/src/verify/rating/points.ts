import type { Band, CertifiedStar, Star } from './rubric.ts'

/** Points as whole hundredths, so that sums and comparisons are exact. Throws RangeError on a third decimal. */
export function toHundredths(points: number): number {
  const hundredths = Math.round(points * 100)
  if (!Number.isFinite(points) || Math.abs(points * 100 - hundredths) > 1e-6)
    throw new RangeError(`${points} points have more than two decimals.`)
  return hundredths
}

/** Exact sum of points of at most two decimals. */
export function sumOfPoints(points: readonly number[]): number {
  return points.reduce((total, each) => total + toHundredths(each), 0) / 100
}

/**
 * Mean of members' points, cut to hundredths, never rounded up: 89.996 is 89.99 and 4 stars. Band edges are whole hundredths, so the
 * cut mean lies in the same band as the exact one. Null for no points.
 */
export function meanOfPoints(points: readonly number[]): number | null {
  if (points.length === 0) return null
  return Math.floor(points.reduce((total, each) => total + toHundredths(each), 0) / points.length) / 100
}

/** The band that points fall into (QĐ 26/2026 art. 4: 90 and more are 5 stars, 70 to below 90 are 4). Throws RangeError outside 0..100. */
export function bandOf(points: number, bands: readonly Band[]): Band {
  if (!(points >= 0 && points <= 100)) throw new RangeError(`${points} points are outside 0 to 100.`)
  const band = bands.find((each) => points >= each.min && (each.below === null || points < each.below))
  if (!band) throw new RangeError(`No band holds ${points} points.`)
  return band
}

/** The band of a star. Throws RangeError when the bands lack it. */
export function bandOfStar(star: Star, bands: readonly Band[]): Band {
  const band = bands.find((each) => each.stars === star)
  if (!band) throw new RangeError(`There is no band of ${star} stars.`)
  return band
}

/** True for a star that a decision and a certificate follow. */
export function isCertified(star: Star, bands: readonly Band[]): star is CertifiedStar {
  return bandOfStar(star, bands).certified
}
