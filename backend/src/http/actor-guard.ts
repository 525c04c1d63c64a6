import { type AuthenticatedMedusaRequest, authenticate, type MedusaRequestHandler } from '@medusajs/framework/http'
import { ApiError } from './api-error'

/**
 * The one door to everything below `/{actor}`, or below `below` (DESIGN 5.7): nobody passes without a token or session of that actor type that
 * `admit` takes, asked anew at every request.
 * In: the actor type, also the first part of the path unless `below` names another; `admit` gets the request and the actor's id, and throws an `ApiError`
 * for whom it refuses. Refuses with 401 who has no token.
 */
export function actorGuard(
  actor: string,
  admit: (req: AuthenticatedMedusaRequest, actorId: string) => Promise<void>,
  below = `/${actor}`,
): MedusaRequestHandler {
  const readToken = authenticate(actor, ['session', 'bearer'], { allowUnauthenticated: true, requireMfa: true })
  const guarded = new RegExp(`^${below}(?:/|$)`, 'i')
  const admitActor = async (req: AuthenticatedMedusaRequest): Promise<void> => {
    const actorId = req.auth_context?.actor_id
    if (!actorId) throw new ApiError(401, 'sign_in_required')
    await admit(req, actorId)
  }
  return (req, res, next) => {
    if (!guarded.test(req.path)) {
      next()
      return
    }
    void Promise.resolve(
      readToken(req, res, (error?: unknown) => {
        if (error !== undefined) next(error)
        else admitActor(req as AuthenticatedMedusaRequest).then(() => next(), next)
      }),
    ).catch(next)
  }
}
