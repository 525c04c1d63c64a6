import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { HeldPost } from '../officials/held-post'
import { covers, type OfficialScope, officialOf, type Places, placesOf, postsWith } from '../officials/official-scope'
import type { OfficialVerb } from '../officials/official-verbs'

/** What a post-inspection says of where it belongs and who leads it. */
export interface InspectedPlace {
  province_code: string | null
  commune_code: string | null
  stars: number
}

const READERS: readonly OfficialVerb[] = ['post_inspection:plan', 'post_inspection:record', 'decision:draft']

/**
 * The places whose post-inspections an official may read: where they plan, record, or draft what is decided on them. Throws ApiError
 * 403 `not_permitted`.
 */
export function readablePlaces(req: { scope: MedusaContainer }): Places {
  const official = officialOf(req)
  if (!READERS.some((verb) => postsWith(official, verb).length > 0)) throw new ApiError(403, 'not_permitted')
  const places = READERS.map((verb) => placesOf(official, verb))
  return {
    everywhere: places.some(({ everywhere }) => everywhere),
    provinceCodes: [...new Set(places.flatMap(({ provinceCodes }) => provinceCodes))],
    communeCodes: [...new Set(places.flatMap(({ communeCodes }) => communeCodes))],
  }
}

/** Throws ApiError 404 for what lies outside of the places: it does not exist for them. */
export function requireReadable(places: Places, row: Omit<InspectedPlace, 'stars'>): void {
  const { everywhere, provinceCodes, communeCodes } = places
  const inside =
    everywhere ||
    (row.province_code !== null && provinceCodes.includes(row.province_code)) ||
    (row.commune_code !== null && communeCodes.includes(row.commune_code))
  if (!inside) throw new ApiError(404, 'not_found')
}

/**
 * The post under which an official inspects: province bodies lead in their province, the ministry for what the minister
 * recognises, and everywhere (QĐ 26/2026 art. 9). In: `ministryStars`, the stars that the minister decides on, by the rule book.
 * Throws ApiError 403 `not_permitted` without such a post, 404 where none of them counts there, 403 `five_star_ministry`.
 */
export function inspectingPost(
  official: Pick<OfficialScope, 'posts'>,
  verb: OfficialVerb,
  row: InspectedPlace,
  ministryStars: readonly number[],
): HeldPost {
  const able = postsWith(official, verb)
  if (able.length === 0) throw new ApiError(403, 'not_permitted')
  const there = able.filter((post) => covers(post, { provinceCode: row.province_code, communeCode: row.commune_code }))
  if (there.length === 0) throw new ApiError(404, 'not_found')
  const leading = ministryStars.includes(row.stars) ? there.find(({ level }) => level === 'ministry') : there[0]
  if (!leading) throw new ApiError(403, 'five_star_ministry')
  return leading
}
