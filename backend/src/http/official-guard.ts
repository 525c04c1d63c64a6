import { asValue } from '@medusajs/framework/awilix'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { OFFICIAL_MODULE } from '../modules/official'
import type { OfficialModuleService } from '../modules/official/service'
import { countsOn, toHeldPost } from '../officials/held-post'
import { OFFICIAL, type OfficialScope } from '../officials/official-scope'
import { actorGuard } from './actor-guard'
import { ApiError } from './api-error'

/** Actor type of officials; the id in their token is the official's. */
export const OFFICIAL_ACTOR = 'official'

/** More than anybody has held; the door must not read without an end. */
const MOST_POSTS = 200

const CENTRE = /^\/official\/centre(?:\/|$)/i
/** Of every official, wherever the post is. */
const EVERYBODYS = /^\/official\/(?:me|notices|duties|calendar)(?:\/|$)/i

/**
 * The one door to everything below `/official`: nobody passes without the token of an active official who holds a post today, at +07.
 * Posts at a promotion centre open its workspace alone, and all others everything but that. What the post may do and where is asked by
 * each route (`requireVerb`).
 * Refuses with 401 who is nobody here, and with 403 who is suspended, holds no post today, or none of the kind.
 */
export const guardOfficialRoutes = actorGuard(OFFICIAL_ACTOR, async (req, officialId) => {
  const officials: OfficialModuleService = req.scope.resolve(OFFICIAL_MODULE)
  const [[official], rows] = await Promise.all([
    officials.listOfficials({ id: officialId }, { take: 1 }),
    officials.listOfficialPosts(
      { official_id: officialId },
      { take: MOST_POSTS, order: { first_day: 'ASC', id: 'ASC' } },
    ),
  ])
  if (!official) throw new ApiError(401, 'sign_in_required')
  if (official.status !== 'active') throw new ApiError(403, 'account_suspended')
  const day = vietnamDay(new Date())
  const posts = rows.map(toHeldPost).filter((post) => countsOn(post, day))
  if (posts.length === 0) throw new ApiError(403, 'no_post_today')
  const atCentre = CENTRE.test(req.path)
  if (!EVERYBODYS.test(req.path) && !posts.some(({ centreId }) => (centreId !== null) === atCentre)) {
    throw new ApiError(403, 'not_permitted')
  }
  const scope: OfficialScope = { officialId: official.id, name: official.name, sample: official.sample, day, posts }
  req.scope.register(OFFICIAL, asValue(scope))
})
