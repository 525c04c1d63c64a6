import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import type { ConfirmOrdersBody } from '../../../../parcels/bodies'
import { confirmOrders } from '../../../../parcels/move-orders'

/** `POST /producer/orders/confirm`: confirms several orders; answers which, and which not and why. */
export async function POST(req: MedusaRequest<ConfirmOrdersBody>, res: MedusaResponse): Promise<void> {
  const outcome = await confirmOrders(req.scope, tenantOf(req.scope), req.validatedBody.orderIds)
  neverCache(res)
  res.json(outcome)
}
