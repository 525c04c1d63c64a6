import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../../http/tenant'

import { deliverParcel } from '../../../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/parcels/:parcel/delivered`: it has arrived; with the last one the sale is earned. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await deliverParcel(req.scope, tenant, id, String(req.params.parcel))
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
