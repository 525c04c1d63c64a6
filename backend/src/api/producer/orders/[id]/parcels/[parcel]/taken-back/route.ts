import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../../http/tenant'
import type { TakenBackBody } from '../../../../../../../parcels/bodies'
import { takeParcelBack } from '../../../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/parcels/:parcel/taken-back`: refused goods are back at the producer's. */
export async function POST(req: MedusaRequest<TakenBackBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await takeParcelBack(req.scope, tenant, id, String(req.params.parcel), req.validatedBody.sellable)
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
