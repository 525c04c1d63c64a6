import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'

import { confirmOrder } from '../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/confirm`: confirms an order; answers it as it is now. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await confirmOrder(req.scope, tenant, id)
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
