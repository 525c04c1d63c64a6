import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { withdrawProposal } from '../../../../../listing-proposals/propose-listing'
import { readOwnProposal } from '../../../../../listing-proposals/read-proposals'

/** `POST /producer/listing-proposals/:id/withdraw`: takes back what waits. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await withdrawProposal(req.scope, tenant, id)
  neverCache(res)
  res.json({ proposal: await readOwnProposal(req.scope, tenant.producerId, id) })
}
