import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { DeliveryBody } from '../../../../../../centres/contracts/bodies'
import { noteDelivery } from '../../../../../../centres/contracts/deliveries'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/contracts/:contract/deliveries`: notes what was delivered. */
export async function POST(req: MedusaRequest<DeliveryBody>, res: MedusaResponse): Promise<void> {
  const at = atCentre(req, 'centre:stock')
  const id = await noteDelivery(req.scope, at, String(req.params.contract), req.validatedBody)
  neverCache(res)
  res.status(201).json({ id })
}
