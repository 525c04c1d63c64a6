import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf } from '../../../../officials/official-scope'
import { citedPaper } from '../../../../papers/cited-paper'
import { viewPaper } from '../../../../papers/read-papers'

/** `GET /official/papers/:id`: a paper that a dossier within the official's place cites. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { paper } = await citedPaper(req.scope, officialOf(req), String(req.params.id), 'dossier:read')
  neverCache(res)
  res.json({ paper: await viewPaper(req.scope, paper.producer_id, paper.id) })
}
