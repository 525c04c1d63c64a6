import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor, readableEvaluation } from '../../../../../evaluations/access'
import { toEnded } from '../../../../../evaluations/after-result'
import type { FallBackBody } from '../../../../../evaluations/bodies'
import { readEvaluation } from '../../../../../evaluations/read-evaluation'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { takeFallBackWorkflow } from '../../../../../workflows/evaluation/workflows/take-fall-back'

/** `POST /official/evaluations/:id/fall-back`: the province grants 3 or 4 stars after the ministry found less than 90 points, or not. */
export async function POST(req: MedusaRequest<FallBackBody>, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  const by = actor(req, 'sitting:prepare', row)
  const official = officialOf(req)
  const { version, grant } = req.validatedBody
  await takeFallBackWorkflow(req.scope).run({
    input: { evaluation: toEnded(row), version, grant, day: official.day, by },
  })
  neverCache(res)
  res.json({ evaluation: await readEvaluation(req.scope, official, await readableEvaluation(req, row.id)) })
}
