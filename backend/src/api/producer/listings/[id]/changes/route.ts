import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { requireMay, tenantOf } from '../../../../../http/tenant'
import { askListingChange } from '../../../../../listings/ask-change'
import type { ListingChangeBody } from '../../../../../listings/bodies'
import { readOwnListing } from '../../../../../listings/own-listings'

/** `POST /producer/listings/:id/changes`: submits a change for review. */
export async function POST(req: MedusaRequest<ListingChangeBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireMay(tenant, 'listings:edit')
  const productId = String(req.params.id)
  await askListingChange(req.scope, tenant, productId, req.validatedBody)
  neverCache(res)
  res.status(201).json({ listing: await readOwnListing(req.scope, tenant, productId) })
}
