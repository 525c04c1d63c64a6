import type { MedusaContainer } from '@medusajs/framework/types'
import { type MemberRole, type MemberVerb, may } from '../producers/member-verbs'
import { ApiError } from './api-error'

/** Who is asking below `/producer`: the member, and the producer whose data alone may be touched. */
export interface Tenant {
  memberId: string
  role: MemberRole
  /** A demo account: what it writes is flagged as illustrative. */
  sample: boolean
  producerId: string
  /** The producer's party at the traceability service; the same as in its passports. */
  partyRef: string
}

/** Name in the request's container. */
export const TENANT = 'producerTenant'

/**
 * The tenant that the guard let in. Throws ApiError 401 where the guard did not run: a route that forgot it answers nobody.
 */
export function tenantOf(scope: MedusaContainer): Tenant {
  const tenant = scope.resolve<Tenant | undefined>(TENANT, { allowUnregistered: true })
  if (!tenant) throw new ApiError(401, 'sign_in_required')
  return tenant
}

/** Throws ApiError 403 `owner_required` for a member who is no owner of the producer. */
export function requireOwner({ role }: Pick<Tenant, 'role'>): void {
  if (role !== 'owner') throw new ApiError(403, 'owner_required')
}

/** Throws ApiError 403 `role_may_not` for a member whose role may not do it (`producers/member-verbs.ts`). */
export function requireMay({ role }: Pick<Tenant, 'role'>, verb: MemberVerb): void {
  if (!may(role, verb)) throw new ApiError(403, 'role_may_not')
}
