import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor, evaluationsOf, readableEvaluation } from '../../../../../evaluations/access'
import { toEnded } from '../../../../../evaluations/after-result'
import type { VersionBody } from '../../../../../evaluations/bodies'
import { readEvaluation } from '../../../../../evaluations/read-evaluation'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { settleEvaluationWorkflow } from '../../../../../workflows/evaluation/workflows/settle-evaluation'

/** `POST /official/evaluations/:id/settle`: the council's mean becomes a result, or goes on to the ministry. */
export async function POST(req: MedusaRequest<VersionBody>, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  const by = actor(req, 'sitting:prepare', row)
  const official = officialOf(req)
  const [sitting] = await evaluationsOf(req.scope).listSittings({ id: row.sitting_id ?? '' }, { take: 1 })
  await settleEvaluationWorkflow(req.scope).run({
    input: {
      ...{ evaluation: toEnded(row), version: req.validatedBody.version, by },
      day: sitting?.day ?? official.day,
    },
  })
  neverCache(res)
  res.json({ evaluation: await readEvaluation(req.scope, official, await readableEvaluation(req, row.id)) })
}
