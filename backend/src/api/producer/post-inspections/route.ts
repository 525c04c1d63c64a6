import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { holderInspections } from '../../../post-inspection/holder-inspections'

/** `GET /producer/post-inspections`: what was found at the producer, and what has to be mended by when. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const inspections = await holderInspections(req.scope, producerId, vietnamDay(new Date()))
  neverCache(res)
  res.json({ inspections })
}
