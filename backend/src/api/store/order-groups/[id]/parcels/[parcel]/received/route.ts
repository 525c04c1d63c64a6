import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../order-groups/group-token'
import { receivedByBuyer } from '../../../../../../../parcels/move-orders'

/** `POST /store/order-groups/:id/parcels/:parcel/received`: the buyer has it. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await receivedByBuyer(req.scope, groupOfToken(req), String(req.params.parcel))
  neverCache(res)
  res.json({ done: true })
}
