import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor, readableEvaluation } from '../../../../../evaluations/access'
import { toEnded } from '../../../../../evaluations/after-result'
import type { CloseBody } from '../../../../../evaluations/bodies'
import { readEvaluation } from '../../../../../evaluations/read-evaluation'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { closeEvaluationWorkflow } from '../../../../../workflows/evaluation/workflows/close-evaluation'

/** `POST /official/evaluations/:id/close`: ends an evaluation before its council, with a reason. */
export async function POST(req: MedusaRequest<CloseBody>, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  const by = actor(req, 'sitting:prepare', row)
  const { version, reason } = req.validatedBody
  await closeEvaluationWorkflow(req.scope).run({ input: { evaluation: toEnded(row), version, reason, by } })
  neverCache(res)
  res.json({
    evaluation: await readEvaluation(req.scope, officialOf(req), await readableEvaluation(req, row.id)),
  })
}
