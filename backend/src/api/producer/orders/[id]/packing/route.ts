import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { packingSheet } from '../../../../../parcels/packing-sheet'

/** `GET /producer/orders/:id/packing`: what is left to pack, with lots first expired first out. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const lines = await packingSheet(req.scope, tenantOf(req.scope), String(req.params.id))
  neverCache(res)
  res.json({ lines })
}
