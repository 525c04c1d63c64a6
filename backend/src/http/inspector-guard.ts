import { asValue } from '@medusajs/framework/awilix'
import { INSPECTION_MODULE } from '../modules/inspection'
import type { InspectionModuleService } from '../modules/inspection/service'
import { actorGuard } from './actor-guard'
import { ApiError } from './api-error'
import { INSPECTOR, type InspectorScope } from './inspector-scope'
import { currentRequestId } from './request-context'

/** Actor type of inspectors; the id in their token is the inspector's. */
export const INSPECTOR_ACTOR = 'inspector'

const LONGEST_SUBJECT = 2_000

/**
 * The one door to everything below `/inspector`: nobody passes without the token of an active inspector, and nobody passes
 * unseen: who asks what is on record before the answer is made, and without that there is none.
 * Refuses with 401 who is nobody here, and with 403 who is suspended.
 */
export const guardInspectorRoutes = actorGuard(INSPECTOR_ACTOR, async (req, inspectorId) => {
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
})
