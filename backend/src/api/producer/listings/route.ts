import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readOwnListings } from '../../../listings/own-listings'

/** `GET /producer/listings`: what the producer lists, each with the last change asked for. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const listings = await readOwnListings(req.scope, tenantOf(req.scope).producerId)
  neverCache(res)
  res.json({ listings })
}
