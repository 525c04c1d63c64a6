import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { endOffer } from '../../../../../promotion-offers/keep-offers'

/** `POST /admin/promotion-offers/:id/end`: the promotion ends at once. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  await endOffer(req.scope, String(req.params.id), await operatorActor(req))
  neverCache(res)
  res.json({ ended: true })
}
