import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readOwnPlaces } from '../../../stays/stay-calendar'

/** `GET /producer/stay-calendars`: the producer's homestays and tours, each of which has a calendar. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ places: await readOwnPlaces(req.scope, tenantOf(req.scope).producerId) })
}
