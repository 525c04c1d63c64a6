import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../../http/tenant'
import type { ShipBody } from '../../../../../../../parcels/bodies'
import { shipParcel } from '../../../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/parcels/:parcel/ship`: the carrier has it. */
export async function POST(req: MedusaRequest<ShipBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await shipParcel(req.scope, tenant, id, String(req.params.parcel), req.validatedBody)
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
