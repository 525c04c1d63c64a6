import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { officialReader } from '../../../notices/audience-key'
import { unreadNotices } from '../../../notices/read-notices'
import { officialOf } from '../../../officials/official-scope'
import { OFFICIAL_VERBS, VERBS } from '../../../officials/official-verbs'
import { namedPlaces } from '../../../officials/place-names'

/** `GET /official/me`: who is signed in, the posts that count today with their places, and what may be done under any of them. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { officialId, name, sample, day, posts } = official
  const [named, unread] = await Promise.all([
    namedPlaces(req.scope, posts),
    unreadNotices(req.scope, officialReader(official)),
  ])
  neverCache(res)
  res.json({
    official: { id: officialId, name, sample },
    today: day,
    posts: named.map((post) => ({ ...post, verbs: OFFICIAL_VERBS[post.role] })),
    unreadNotices: unread,
    verbs: VERBS.filter((verb) => posts.some(({ role }) => OFFICIAL_VERBS[role].includes(verb))),
  })
}
