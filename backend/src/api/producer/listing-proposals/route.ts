import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { NewProposalBody } from '../../../listing-proposals/bodies'
import { startProposal } from '../../../listing-proposals/propose-listing'
import { readOwnProposal, readOwnProposals } from '../../../listing-proposals/read-proposals'

/** `GET /producer/listing-proposals`: drafts, and what waits or was sent back. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ proposals: await readOwnProposals(req.scope, tenantOf(req.scope).producerId) })
}

/** `POST /producer/listing-proposals`: begins a new listing. */
export async function POST(req: MedusaRequest<NewProposalBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = await startProposal(req.scope, tenant, req.validatedBody)
  neverCache(res)
  res.status(201).json({ proposal: await readOwnProposal(req.scope, tenant.producerId, id) })
}
