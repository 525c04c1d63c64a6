import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../../../centres/at-centre'
import type { ReasonBody } from '../../../../../../../../centres/bodies'
import { voidDelivery } from '../../../../../../../../centres/contracts/deliveries'
import { neverCache } from '../../../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/deliveries/:delivery/void`: takes back what was noted wrongly. */
export async function POST(req: MedusaRequest<ReasonBody>, res: MedusaResponse): Promise<void> {
  const at = atCentre(req, 'centre:manage')
  const [contractId, deliveryId] = [String(req.params.contract), String(req.params.delivery)]
  await voidDelivery(req.scope, at, { contractId, deliveryId, reason: req.validatedBody.reason })
  neverCache(res)
  res.json({ id: deliveryId })
}
