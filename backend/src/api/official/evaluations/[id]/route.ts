import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readableEvaluation } from '../../../../evaluations/access'
import { readEvaluation } from '../../../../evaluations/read-evaluation'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf } from '../../../../officials/official-scope'

/** `GET /official/evaluations/:id`: one evaluation of the own places, with dossier, advice and, once revealed, its result. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  neverCache(res)
  res.json({ evaluation: await readEvaluation(req.scope, officialOf(req), row) })
}
