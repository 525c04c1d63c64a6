import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { RefusalBody } from '../../../../../parcels/bodies'
import { refuseDelivery } from '../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/not-taken`: the buyer did not take the order. */
export async function POST(req: MedusaRequest<RefusalBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await refuseDelivery(req.scope, tenant, id, req.validatedBody.reason)
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
