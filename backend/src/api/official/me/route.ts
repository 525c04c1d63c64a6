import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { officialOf } from '../../../officials/official-scope'
import { OFFICIAL_VERBS, VERBS } from '../../../officials/official-verbs'
import { namedPlaces } from '../../../officials/place-names'

/** `GET /official/me`: who is signed in, the posts that count today with their places, and what may be done under any of them. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { officialId, name, sample, day, posts } = officialOf(req)
  const named = await namedPlaces(req.scope, posts)
  neverCache(res)
  res.json({
    official: { id: officialId, name, sample },
    today: day,
    posts: named.map((post) => ({ ...post, verbs: OFFICIAL_VERBS[post.role] })),
    verbs: VERBS.filter((verb) => posts.some(({ role }) => OFFICIAL_VERBS[role].includes(verb))),
  })
}
