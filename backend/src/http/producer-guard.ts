import { asValue } from '@medusajs/framework/awilix'
import { type AuthenticatedMedusaRequest, authenticate, type MedusaRequestHandler } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { PRODUCER_MODULE } from '../modules/producer'
import type { ProducerModuleService } from '../modules/producer/service'
import { partyRefOf } from '../passports/party-ref'
import type { MemberVerb } from '../producers/member-verbs'
import { suspensionOf } from '../sellers/suspensions'
import { actorGuard } from './actor-guard'
import { ApiError } from './api-error'
import { dutyOf } from './producer-duties'
import { requireMay, TENANT, type Tenant } from './tenant'

/** Actor type of producers' people; the id in their token is the member's. */
export const PRODUCER_ACTOR = 'producer'

/**
 * The one door to everything below `/producer` (DESIGN 5.7): nobody passes without the token or session of an active member
 * of an open producer. Leaves the tenant in the request's container; see `tenantOf`.
 * Refuses with 401 who is nobody here, with 403 who is suspended, and with 403 whose role may not do it (`dutyOf`).
 */
export const guardProducerRoutes = actorGuard(PRODUCER_ACTOR, async (req, memberId) => {
  const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
  const [member] = await producers.listProducerMembers({ id: memberId }, { take: 1 })
  if (!member) throw new ApiError(401, 'sign_in_required')
  if (isFromBefore(req.auth_context, member.sessions_from)) throw new ApiError(401, 'sign_in_required')
  if (member.status !== 'active') throw new ApiError(403, 'account_suspended')
  const [producer] = await producers.listProducers({ id: member.producer_id }, { take: 1, select: ['id', 'status'] })
  if (!producer) throw new ApiError(401, 'sign_in_required')
  const verb = dutyOf(req.method, req.path)
  if (producer.status !== 'open' && !(await mayFinishOrders(req.scope, producer.id, req.method, verb))) {
    throw new ApiError(403, 'producer_suspended')
  }
  if (verb !== null) requireMay(member, verb)
  const tenant: Tenant = {
    memberId: member.id,
    role: member.role,
    sample: member.sample,
    producerId: producer.id,
    partyRef: partyRefOf(producer.id),
  }
  req.scope.register(TENANT, asValue(tenant))
})

/** A token without its moment of signing counts as older than any. */
function isFromBefore(token: object, sessionsFrom: Date | string | null): boolean {
  if (sessionsFrom === null) return false
  const signedAt = 'iat' in token && typeof token.iat === 'number' ? token.iat : 0
  return signedAt < Math.floor(new Date(sessionsFrom).getTime() / 1000)
}

const readAnyToken = authenticate('*', ['session', 'bearer'], { allowUnauthenticated: true, requireMfa: true })

/**
 * Stands before the renewal of tokens: a member's that has ended is not exchanged for a new one. Everybody else's is Medusa's own to judge.
 * Refuses with 401.
 */
export const guardRenewal: MedusaRequestHandler = (req, res, next) => {
  if (!/^\/auth\/(token\/refresh|session)\/?$/i.test(req.path)) {
    next()
    return
  }
  const judge = async (): Promise<void> => {
    const token = (req as Partial<AuthenticatedMedusaRequest>).auth_context
    if (token?.actor_type !== PRODUCER_ACTOR || !token.actor_id) return
    const producers: ProducerModuleService = req.scope.resolve(PRODUCER_MODULE)
    const [member] = await producers.listProducerMembers({ id: token.actor_id }, { take: 1 })
    if (!member || isFromBefore(token, member.sessions_from)) throw new ApiError(401, 'sign_in_required')
  }
  void Promise.resolve(
    readAnyToken(req, res, (error?: unknown) => {
      if (error !== undefined) next(error)
      else judge().then(() => next(), next)
    }),
  ).catch(next)
}

const FINISHING: ReadonlySet<MemberVerb | null> = new Set(['orders:confirm', 'orders:pack', 'returns:decide'])

/** People of a producer that may not sell for a time still read, and finish the orders under way; a closed one is closed. */
async function mayFinishOrders(
  container: MedusaContainer,
  producerId: string,
  method: string,
  verb: MemberVerb | null,
): Promise<boolean> {
  if ((await suspensionOf(container, producerId)) === null) return false
  return method === 'GET' || FINISHING.has(verb)
}
