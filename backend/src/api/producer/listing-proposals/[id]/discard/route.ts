import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { discardProposal } from '../../../../../listing-proposals/propose-listing'

/** `POST /producer/listing-proposals/:id/discard`: gives a draft up. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await discardProposal(req.scope, tenant, id)
  neverCache(res)
  res.json({ done: true })
}
