import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import type { ListingReturnBody } from '../../../../../listings/bodies'
import { readListingChange, returnListingChange } from '../../../../../listings/review-change'

/** `POST /admin/listing-changes/:id/return`: sends the change back with a reason. */
export async function POST(req: AuthenticatedMedusaRequest<ListingReturnBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await returnListingChange(req.scope, id, req.auth_context.actor_id, req.validatedBody.reason)
  neverCache(res)
  res.json({ change: await readListingChange(req.scope, id) })
}
