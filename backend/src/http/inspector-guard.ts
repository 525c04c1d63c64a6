import { asValue } from '@medusajs/framework/awilix'
import { type AuthenticatedMedusaRequest, authenticate, type MedusaRequestHandler } from '@medusajs/framework/http'
import { INSPECTION_MODULE } from '../modules/inspection'
import type { InspectionModuleService } from '../modules/inspection/service'
import { ApiError } from './api-error'
import { INSPECTOR, type InspectorScope } from './inspector-scope'
import { currentRequestId } from './request-context'

/** Actor type of inspectors; the id in their token is the inspector's. */
export const INSPECTOR_ACTOR = 'inspector'

const LONGEST_SUBJECT = 2_000
const readToken = authenticate(INSPECTOR_ACTOR, ['session', 'bearer'], { allowUnauthenticated: true, requireMfa: true })

/**
 * The one door to everything below `/inspector`: nobody passes without the token of an active inspector, asked anew at every
 * request, and nobody passes unseen: who asks what is on record before the answer is made, and without that there is none.
 * Refuses with 401 who is nobody here, and with 403 who is suspended.
 */
export const guardInspectorRoutes: MedusaRequestHandler = (req, res, next) => {
  if (!/^\/inspector(?:\/|$)/i.test(req.path)) {
    next()
    return
  }
  void Promise.resolve(
    readToken(req, res, (error?: unknown) => {
      if (error !== undefined) next(error)
      else admit(req as AuthenticatedMedusaRequest).then(() => next(), next)
    }),
  ).catch(next)
}

async function admit(req: AuthenticatedMedusaRequest): Promise<void> {
  const inspectorId = req.auth_context?.actor_id
  if (!inspectorId) throw new ApiError(401, 'sign_in_required')
  const inspection: InspectionModuleService = req.scope.resolve(INSPECTION_MODULE)
  const [inspector] = await inspection.listInspectors({ id: inspectorId }, { take: 1 })
  if (!inspector) throw new ApiError(401, 'sign_in_required')
  if (inspector.status !== 'active') throw new ApiError(403, 'account_suspended')
  const [path = ''] = req.originalUrl.split('?')
  await inspection.createLookUps({
    inspector_id: inspector.id,
    action: `${req.method} ${path.split('/').slice(1, 3).join('/')}`,
    subject: req.originalUrl.slice(0, LONGEST_SUBJECT),
    asked_at: new Date(),
    request_id: currentRequestId() ?? null,
  })
  const scope: InspectorScope = {
    inspectorId: inspector.id,
    name: inspector.name,
    agency: inspector.agency,
    provinces: inspector.province_codes,
    sample: inspector.sample,
  }
  req.scope.register(INSPECTOR, asValue(scope))
}
