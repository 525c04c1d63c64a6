import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { returnsOf } from '../../../../after-sale/read-returns'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { readOwnOrder } from '../../../../parcels/read-orders'

/** `GET /producer/orders/:id`: an order with its parcels and what its buyer asks back. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const order = await readOwnOrder(req.scope, tenantOf(req.scope), String(req.params.id))
  const requests = await returnsOf(req.scope, [order.orderId])
  neverCache(res)
  res.json({ order, requests })
}
