import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import { withdrawListingChange } from '../../../../../listings/ask-change'
import { readOwnListing } from '../../../../../listings/own-listings'

/** `POST /producer/listings/:id/withdraw`: takes back the change that waits for review. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'listings:edit')
  const productId = String(req.params.id)
  await withdrawListingChange(req.scope, tenant, productId)
  neverCache(res)
  res.json({ listing: await readOwnListing(req.scope, tenant, productId) })
}
