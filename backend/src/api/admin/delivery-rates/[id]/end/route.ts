import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { type EndDeliveryRateBody, endDeliveryRate } from '../../../../../checkout/delivery-rates'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'

/** `POST /admin/delivery-rates/:id/end`: a producer's own rate ends; the platform's holds then. */
export async function POST(req: AuthenticatedMedusaRequest<EndDeliveryRateBody>, res: MedusaResponse): Promise<void> {
  const { to } = req.validatedBody
  await endDeliveryRate(req.scope, String(req.params.id), to, await operatorActor(req), new Date())
  neverCache(res)
  res.json({ ended: true })
}
