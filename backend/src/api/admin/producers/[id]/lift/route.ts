import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { notify } from '../../../../../notices/notify'
import type { LiftSuspensionBody } from '../../../../../sellers/bodies'
import { liftSuspension, suspensionOf } from '../../../../../sellers/suspensions'

/** `POST /admin/producers/:id/lift`: lets a producer sell again. */
export async function POST(req: AuthenticatedMedusaRequest<LiftSuspensionBody>, res: MedusaResponse): Promise<void> {
  const producerId = String(req.params.id)
  const before = await suspensionOf(req.scope, producerId)
  const { note } = req.validatedBody
  const lifted = await liftSuspension(req.scope, { producerId, userId: req.auth_context.actor_id, note })
  if (!lifted) throw new ApiError(404, 'not_found')
  await notify(req.scope, {
    audience: { producerId },
    kind: 'seller_lifted',
    subject: { type: 'producer', id: producerId },
    params: {},
    dedupeKey: `lifted:${before?.since}`,
  })
  neverCache(res)
  res.json({ suspension: null })
}
