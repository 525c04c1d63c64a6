import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import type { HeldPost } from './held-post'
import { OFFICIAL_VERBS, type OfficialVerb } from './official-verbs'

/** Who is asking below `/official`, with the posts that count today. */
export interface OfficialScope {
  officialId: string
  name: string
  /** A demo account: what it writes is flagged as illustrative. */
  sample: boolean
  /** The day at +07 on which the posts count. */
  day: string
  posts: readonly HeldPost[]
}

/** Where something belongs: a commune's matter has both codes, a province's the first, the ministry's none. */
export interface Place {
  provinceCode: string | null
  communeCode: string | null
}

/** Name in the request's container. */
export const OFFICIAL = 'officialScope'

/** The official that the guard let in. In: the request. Throws ApiError 401 where the guard did not run. */
export function officialOf({ scope }: { scope: MedusaContainer }): OfficialScope {
  const official = scope.resolve<OfficialScope | undefined>(OFFICIAL, { allowUnregistered: true })
  if (!official) throw new ApiError(401, 'sign_in_required')
  return official
}

/** True when the post counts at the place: a commune's in its commune, a province's in its province, the ministry's everywhere. */
export function covers(post: HeldPost, place: Place): boolean {
  switch (post.level) {
    case 'ministry':
      return true
    case 'province':
      return post.provinceCode === place.provinceCode
    case 'commune':
      return post.provinceCode === place.provinceCode && post.communeCode === place.communeCode
  }
}

/** The posts that may do a thing, wherever that is. */
export function postsWith({ posts }: Pick<OfficialScope, 'posts'>, verb: OfficialVerb): HeldPost[] {
  return posts.filter((post) => OFFICIAL_VERBS[post.role].includes(verb))
}

/**
 * The post under which the official does this there; without a place, the first that may do it anywhere. Pass it on to the audit.
 * Throws ApiError 403 `not_permitted` when no post of theirs may, and 404 when one may, but not there: what is outside of the place does
 * not exist for them.
 */
export function requireVerb(req: { scope: MedusaContainer }, verb: OfficialVerb, place?: Place): HeldPost {
  return permittedPost(officialOf(req), verb, place)
}

/** As `requireVerb`, for who has the official at hand: workflows ask again before they change anything. */
export function permittedPost(official: Pick<OfficialScope, 'posts'>, verb: OfficialVerb, place?: Place): HeldPost {
  const able = postsWith(official, verb)
  if (able.length === 0) throw new ApiError(403, 'not_permitted')
  const [post] = place === undefined ? able : able.filter((each) => covers(each, place))
  if (!post) throw new ApiError(404, 'not_found')
  return post
}

/**
 * The promotion centre at which the official does this, with the post under which they do. Who works at several names one: `given`.
 * Throws ApiError 403 `not_permitted` when no post of theirs may, and 404 for a centre at which none does.
 */
export function centreOf(
  req: { scope: MedusaContainer },
  verb: Extract<OfficialVerb, `centre:${string}`>,
  given?: string,
): { centreId: string; post: HeldPost; official: OfficialScope } {
  const official = officialOf(req)
  const able = postsWith(official, verb)
  if (able.length === 0) throw new ApiError(403, 'not_permitted')
  const post = able.find(({ centreId }) => centreId !== null && (given === undefined || centreId === given))
  if (!post?.centreId) throw new ApiError(404, 'not_found')
  return { centreId: post.centreId, post, official }
}

/** Where a verb counts; `everywhere` makes the lists needless. */
export interface Places {
  everywhere: boolean
  provinceCodes: string[]
  communeCodes: string[]
}

/** The places in which the official may do a thing; empty lists and not everywhere: nowhere. */
export function placesOf(official: Pick<OfficialScope, 'posts'>, verb: OfficialVerb): Places {
  const posts = postsWith(official, verb)
  const codes = (level: HeldPost['level'], code: (post: HeldPost) => string | null) => [
    ...new Set(posts.filter((post) => post.level === level).flatMap((post) => code(post) ?? [])),
  ]
  return {
    everywhere: posts.some(({ level }) => level === 'ministry'),
    provinceCodes: codes('province', (post) => post.provinceCode),
    communeCodes: codes('commune', (post) => post.communeCode),
  }
}

/** A filter of rows with `province_code` and `commune_code` to those places, for module services and `query.graph`. */
export function placeFilter({ everywhere, provinceCodes, communeCodes }: Places): Record<string, unknown> {
  if (everywhere) return {}
  return { $or: [{ province_code: provinceCodes }, { commune_code: communeCodes }] }
}
