import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../../http/tenant'

import { unpackParcel } from '../../../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/parcels/:parcel/unpack`: opens a parcel that has not left. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await unpackParcel(req.scope, tenant, id, String(req.params.parcel))
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
