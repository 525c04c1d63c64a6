import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readableSitting } from '../../../../../evaluations/access'
import { draftOf } from '../../../../../evaluations/draft-results'
import { readSitting } from '../../../../../evaluations/read-sittings'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { draftResultsWorkflow } from '../../../../../workflows/evaluation/workflows/draft-results'

/** `POST /official/sittings/:id/draft`: the sitting's results of 3 stars and more become one draft decision; 201 with its id. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const sitting = await readableSitting(req, String(req.params.id))
  const input = await draftOf(req, sitting)
  const { result } = await draftResultsWorkflow(req.scope).run({ input })
  neverCache(res)
  res.status(201).json({ draftId: result, ...(await readSitting(req.scope, officialOf(req), sitting)) })
}
