import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { PackBody } from '../../../../../parcels/bodies'
import { packOrder } from '../../../../../parcels/pack-order'
import { readOwnOrder } from '../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/parcels`: packs a parcel. Sent again with the same key it is packed once. */
export async function POST(req: MedusaRequest<PackBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  const parcelId = await packOrder(req.scope, tenant, id, req.validatedBody)
  neverCache(res)
  res.status(201).json({ parcelId, order: await readOwnOrder(req.scope, tenant, id) })
}
