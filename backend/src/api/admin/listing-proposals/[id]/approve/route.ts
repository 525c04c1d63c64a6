import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { approveProposal } from '../../../../../listing-proposals/decide-proposal'

/** `POST /admin/listing-proposals/:id/approve`: puts the product on sale. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const productId = await approveProposal(req.scope, String(req.params.id), req.auth_context.actor_id)
  neverCache(res)
  res.json({ productId })
}
