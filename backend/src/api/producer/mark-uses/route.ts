import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { ownMarkUses } from '../../../post-inspection/own-mark-uses'

/** `GET /producer/mark-uses`: for which products the mark may be used today, and the artwork that is registered. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  neverCache(res)
  res.json({ markUses: await ownMarkUses(req.scope, producerId) })
}
