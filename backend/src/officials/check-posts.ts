import { ApiError } from '../http/api-error'
import { CENTRE_ROLES, ROLE_LEVELS } from '../modules/official/roles'
import { type HeldPost, overlap } from './held-post'

/** A post to be given; as a held one, before it has an id. Only a post at a promotion centre names one. */
export type NewPost = Omit<HeldPost, 'id' | 'centreId'> & { centreId?: string | null }

/**
 * Refuses a post that cannot be: a role at a level that does not have it, a place that is not of the level, a centre at a role that
 * has none or none at one that needs it, days that end before they
 * begin (ApiError 400 `post_invalid`), or the role at the place twice on one day (409 `post_overlaps`). In: the new posts, and those
 * the official holds or held.
 */
export function checkPosts(posts: readonly NewPost[], held: readonly NewPost[]): void {
  posts.forEach((post, at) => {
    const { role, level, provinceCode, communeCode, from, to } = post
    const levels: readonly string[] = ROLE_LEVELS[role]
    if (!levels.includes(level)) throw new ApiError(400, 'post_invalid', { field: 'level' })
    if ((level === 'ministry') !== (provinceCode === null)) {
      throw new ApiError(400, 'post_invalid', { field: 'provinceCode' })
    }
    if ((level === 'commune') !== (communeCode !== null))
      throw new ApiError(400, 'post_invalid', { field: 'communeCode' })
    if (CENTRE_ROLES.includes(role) !== Boolean(post.centreId))
      throw new ApiError(400, 'post_invalid', { field: 'centreId' })
    if (to !== null && to < from) throw new ApiError(400, 'post_days_invalid', { field: 'to' })
    const others = [...held, ...posts.slice(0, at)]
    if (others.some((other) => samePlace(other, post) && overlap(other, post))) throw new ApiError(409, 'post_overlaps')
  })
}

function samePlace(one: NewPost, other: NewPost): boolean {
  return (
    one.role === other.role &&
    one.provinceCode === other.provinceCode &&
    one.communeCode === other.communeCode &&
    (one.centreId ?? null) === (other.centreId ?? null)
  )
}
