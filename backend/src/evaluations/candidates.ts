import type { MedusaContainer } from '@medusajs/framework/types'
import { ApiError } from '../http/api-error'
import { OFFICIAL_MODULE } from '../modules/official'
import type { OfficialRole } from '../modules/official/roles'
import type { OfficialModuleService } from '../modules/official/service'
import { countsOn, toHeldPost } from '../officials/held-post'
import type { Seat } from './access'
import type { CouncilRole } from './scoring'

/** The post a seat on a council asks for. */
const POST_OF: Record<CouncilRole, OfficialRole> = {
  chair: 'council_chair',
  secretary: 'council_secretary',
  member: 'council_member',
}

/** An official with a post for a seat on a council of the place. */
export interface Candidate {
  officialId: string
  name: string
  role: CouncilRole
  unit: string
}

/** Who may be called to a council of that level and province today. */
export async function candidatesOf(
  container: MedusaContainer,
  { level, province_code }: Seat,
  day: string,
): Promise<Candidate[]> {
  const officials: OfficialModuleService = container.resolve(OFFICIAL_MODULE)
  const rows = await officials.listOfficialPosts({ level, province_code, role: Object.values(POST_OF) }, { take: null })
  const posts = rows.filter((row) => countsOn(toHeldPost(row), day))
  const people = await officials.listOfficials(
    { id: [...new Set(posts.map(({ official_id }) => official_id))], status: 'active' },
    { take: null },
  )
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return posts
    .flatMap(({ official_id, role, unit_name }): Candidate[] => {
      const name = names.get(official_id)
      const seat = (Object.keys(POST_OF) as CouncilRole[]).find((each) => POST_OF[each] === role)
      return name === undefined || seat === undefined
        ? []
        : [{ officialId: official_id, name, role: seat, unit: unit_name }]
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/**
 * Names the members of a new council. Throws ApiError 422 `council_roles` unless there are one chair, one secretary and nobody twice,
 * and `member_not_in_place` for who holds no such post there.
 */
export function seatMembers(
  given: readonly { officialId: string; role: CouncilRole; body: string }[],
  candidates: readonly Candidate[],
  leastScoring: (members: number) => number,
): { official_id: string; name: string; role: CouncilRole; body: string }[] {
  const count = (role: CouncilRole) => given.filter((each) => each.role === role).length
  const scoring = count('chair') + count('member')
  const twice = new Set(given.map(({ officialId }) => officialId)).size !== given.length
  if (count('chair') !== 1 || count('secretary') !== 1 || twice || scoring < leastScoring(scoring)) {
    throw new ApiError(422, 'council_roles', { field: 'members' })
  }
  return given.map(({ officialId, role, body }) => {
    const known = candidates.find((each) => each.officialId === officialId && each.role === role)
    if (!known) throw new ApiError(422, 'member_not_in_place', { field: 'members' })
    return { official_id: officialId, name: known.name, role, body }
  })
}
