import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readToday } from '../../../parcels/read-today'

/** `GET /producer/today`: what is to be done today. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const today = await readToday(req.scope, tenantOf(req.scope).producerId, vietnamDay(new Date()))
  neverCache(res)
  res.json(today)
}
