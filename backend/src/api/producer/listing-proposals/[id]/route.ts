import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import type { SaveProposalBody } from '../../../../listing-proposals/bodies'
import { saveProposal } from '../../../../listing-proposals/propose-listing'
import { readOwnProposal } from '../../../../listing-proposals/read-proposals'

/** `GET /producer/listing-proposals/:id`: one new listing, with what it lacks. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ proposal: await readOwnProposal(req.scope, tenantOf(req.scope).producerId, String(req.params.id)) })
}

/** `POST /producer/listing-proposals/:id`: saves a draft. */
export async function POST(req: MedusaRequest<SaveProposalBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await saveProposal(req.scope, tenant, id, req.validatedBody.version, req.validatedBody.draft)
  neverCache(res)
  res.json({ proposal: await readOwnProposal(req.scope, tenant.producerId, id) })
}
