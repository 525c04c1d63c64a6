import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'

import { takeConfirmationBack } from '../../../../../parcels/move-orders'
import { readOwnOrder } from '../../../../../parcels/read-orders'

/** `POST /producer/orders/:id/undo-confirm`: takes a confirmation back, within ten minutes. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await takeConfirmationBack(req.scope, tenant, id)
  neverCache(res)
  res.json({ order: await readOwnOrder(req.scope, tenant, id) })
}
