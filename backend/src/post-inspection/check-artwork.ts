import { ApiError } from '../http/api-error'
import type { MarkRight } from './mark-right'
import { violationsOfArtwork } from './mark-violations'

/**
 * Refuses artwork that would break the rule from its first day: other stars or another product than the recognition's, a first
 * day on which the star is not in force. Throws ApiError 422 `artwork_wrong_stars`, `artwork_other_product`, `artwork_lapsed`.
 */
export function checkArtwork(
  artwork: { printedName: string; printedStars: number; since: string },
  recognised: { product_name: string; stars: number; right: Pick<MarkRight, 'since' | 'until'> },
): void {
  const { product_name: productName, stars, right } = recognised
  const bounds = { productName, stars, from: right.since, to: right.until }
  const wrong = violationsOfArtwork({ ...artwork, until: artwork.since }, bounds, artwork.since)
  if (wrong.includes('wrong_stars')) throw new ApiError(422, 'artwork_wrong_stars', { field: 'printedStars' })
  if (wrong.includes('other_product')) throw new ApiError(422, 'artwork_other_product', { field: 'printedName' })
  if (wrong.includes('lapsed')) throw new ApiError(422, 'artwork_lapsed', { field: 'since' })
}
