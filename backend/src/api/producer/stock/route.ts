import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readOwnStock } from '../../../stock/own-stock'

/** `GET /producer/stock`: what the producer has on hand, by pack size. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ stock: await readOwnStock(req.scope, tenantOf(req.scope).producerId) })
}
