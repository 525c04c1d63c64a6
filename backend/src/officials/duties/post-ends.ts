import { addDays } from '@sao-lang/traceability/verify/rating'
import type { OfficialScope } from '../official-scope'
import type { Duty } from './duty'

/** How long before its last day a post is announced to end: time to hand the work over. */
const HAND_OVER_DAYS = 30

/** Posts of one's own that end soon: the work is to be handed over by then. */
export async function postEnds(_container: unknown, { posts, day }: OfficialScope): Promise<Duty[]> {
  return posts.flatMap(({ to }) =>
    to !== null && to <= addDays(day, HAND_OVER_DAYS)
      ? [{ key: 'post_ends' as const, count: 1, path: '/can-bo#chuc-vu' as const, dueOn: to, overdue: false }]
      : [],
  )
}
