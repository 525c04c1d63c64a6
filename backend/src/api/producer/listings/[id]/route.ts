import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { readOwnListing } from '../../../../listings/own-listings'

/** `GET /producer/listings/:id`: a listing by its product's id. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const listing = await readOwnListing(req.scope, tenantOf(req.scope), String(req.params.id))
  neverCache(res)
  res.json({ listing })
}
