import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { ListingChangesQuery } from '../../../listings/bodies'
import { readListingChanges } from '../../../listings/review-change'

/** `GET /admin/listing-changes?state&limit&offset`: changes of listings with what differs. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const page = await readListingChanges(req.scope, req.validatedQuery as unknown as ListingChangesQuery)
  neverCache(res)
  res.json(page)
}
