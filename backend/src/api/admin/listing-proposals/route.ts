import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { ProposalsQuery } from '../../../listing-proposals/bodies'
import { readProposals } from '../../../listing-proposals/read-proposals'

/** `GET /admin/listing-proposals?state&limit&offset`: new listings that producers propose. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readProposals(req.scope, req.validatedQuery as unknown as ProposalsQuery))
}
