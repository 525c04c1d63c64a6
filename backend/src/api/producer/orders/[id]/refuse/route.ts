import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { RefusalBody } from '../../../../../parcels/bodies'
import { refuseOrder } from '../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/refuse`: refuses an order; goods are free again, what was paid goes back. */
export async function POST(req: MedusaRequest<RefusalBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await refuseOrder(req.scope, tenant, id, req.validatedBody.reason)
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
