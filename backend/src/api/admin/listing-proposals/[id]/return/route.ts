import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { returnProposal } from '../../../../../listing-proposals/decide-proposal'
import type { ListingReturnBody } from '../../../../../listings/bodies'

/** `POST /admin/listing-proposals/:id/return`: sends a proposal back with a reason. */
export async function POST(req: AuthenticatedMedusaRequest<ListingReturnBody>, res: MedusaResponse): Promise<void> {
  await returnProposal(req.scope, String(req.params.id), req.auth_context.actor_id, req.validatedBody.reason)
  neverCache(res)
  res.json({ done: true })
}
