export const POST_LEVELS = ['commune', 'province', 'ministry'] as const
export type PostLevel = (typeof POST_LEVELS)[number]

/** What an official is sent to do, and the levels at which there is such a post. */
export const ROLE_LEVELS = {
  commune_officer: ['commune'],
  commune_leader: ['commune'],
  advisor: ['province', 'ministry'],
  council_secretary: ['province', 'ministry'],
  council_member: ['province', 'ministry'],
  council_chair: ['province', 'ministry'],
  province_officer: ['province'],
  province_leader: ['province'],
  centre_seller: ['province'],
  centre_manager: ['province'],
  ministry_officer: ['ministry'],
  ministry_leader: ['ministry'],
} as const satisfies Record<string, readonly PostLevel[]>

export type OfficialRole = keyof typeof ROLE_LEVELS
export const OFFICIAL_ROLES = Object.keys(ROLE_LEVELS) as [OfficialRole, ...OfficialRole[]]

/** Roles at a promotion centre: their posts name the centre, and count there only. */
export const CENTRE_ROLES: readonly OfficialRole[] = ['centre_seller', 'centre_manager']
