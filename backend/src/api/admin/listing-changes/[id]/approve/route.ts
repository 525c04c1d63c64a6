import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { approveListingChange, readListingChange } from '../../../../../listings/review-change'

/** `POST /admin/listing-changes/:id/approve`: shows what the change asks for. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await approveListingChange(req.scope, id, req.auth_context.actor_id)
  neverCache(res)
  res.json({ change: await readListingChange(req.scope, id) })
}
