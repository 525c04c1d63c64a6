import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import { readOwnListing } from '../../../../../listings/own-listings'
import { pauseListing } from '../../../../../listings/pause-listing'

/** `POST /producer/listings/:id/pause`: takes the listing off sale. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'listings:edit')
  const productId = String(req.params.id)
  await pauseListing(req.scope, tenant, productId, true)
  neverCache(res)
  res.json({ listing: await readOwnListing(req.scope, tenant, productId) })
}
