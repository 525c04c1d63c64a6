import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { notify } from '../../../../../notices/notify'
import type { SuspendBody } from '../../../../../sellers/bodies'
import { suspendSeller, suspensionOf } from '../../../../../sellers/suspensions'

/** `POST /admin/producers/:id/suspend`: stops a producer's selling, with a reason and, if it has one, an end. */
export async function POST(req: AuthenticatedMedusaRequest<SuspendBody>, res: MedusaResponse): Promise<void> {
  const producerId = String(req.params.id)
  await suspendSeller(req.scope, { producerId, ...req.validatedBody, userId: req.auth_context.actor_id })
  const suspension = await suspensionOf(req.scope, producerId)
  await notify(req.scope, {
    audience: { producerId },
    kind: 'seller_suspended',
    subject: { type: 'producer', id: producerId },
    params: { reason: req.validatedBody.reason, until: req.validatedBody.untilDay ?? '' },
    dedupeKey: `suspended:${suspension?.since}`,
  })
  neverCache(res)
  res.json({ suspension })
}
