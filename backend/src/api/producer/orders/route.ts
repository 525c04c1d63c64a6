import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { OrdersQuery } from '../../../parcels/bodies'
import { countOrders, readOrders } from '../../../parcels/read-orders'

/** `GET /producer/orders?filter&after`: a page of the producer's orders, and how many wait for what. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const { filter, after } = req.validatedQuery as unknown as OrdersQuery
  const [page, counts] = await Promise.all([
    readOrders(req.scope, producerId, { filter, after: after ?? null }),
    countOrders(req.scope, producerId),
  ])
  neverCache(res)
  res.json({ ...page, counts })
}
