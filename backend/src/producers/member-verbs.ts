/** Roles of a producer's people. */
export const MEMBER_ROLES = ['owner', 'manager', 'packer', 'bookkeeper'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

/** What can be done for a producer that not everybody of its people may do. Reading is for all of them. */
export const MEMBER_VERBS = [
  'members:manage',
  'bank:change',
  'agreements:manage',
  'recalls:lift',
  'listings:edit',
  'stock:edit',
  'orders:confirm',
  'orders:pack',
  'returns:decide',
  'statements:read',
  'papers:edit',
  'journal:write',
] as const
export type MemberVerb = (typeof MEMBER_VERBS)[number]

/** Who may do what: the one table the guard and the pages ask. */
const MAY: Readonly<Record<MemberRole, readonly MemberVerb[]>> = {
  owner: MEMBER_VERBS,
  manager: [
    'listings:edit',
    'stock:edit',
    'orders:confirm',
    'orders:pack',
    'returns:decide',
    'statements:read',
    'papers:edit',
    'journal:write',
  ],
  packer: ['stock:edit', 'orders:confirm', 'orders:pack', 'journal:write'],
  bookkeeper: ['statements:read', 'papers:edit'],
}

/** True when the role may do it. */
export function may(role: MemberRole, verb: MemberVerb): boolean {
  return MAY[role].includes(verb)
}

/** All a role may do, for pages. */
export function verbsOf(role: MemberRole): readonly MemberVerb[] {
  return MAY[role]
}
