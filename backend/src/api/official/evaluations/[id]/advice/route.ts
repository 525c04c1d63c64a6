import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor, readableEvaluation } from '../../../../../evaluations/access'
import { adviceContent } from '../../../../../evaluations/advice-content'
import type { AdviceBody } from '../../../../../evaluations/bodies'
import { readEvaluation } from '../../../../../evaluations/read-evaluation'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { adviseWorkflow } from '../../../../../workflows/evaluation/workflows/advise'

/** `POST /official/evaluations/:id/advice`: keeps the advisory group's findings; `handIn` finishes them. */
export async function POST(req: MedusaRequest<AdviceBody>, res: MedusaResponse): Promise<void> {
  const row = await readableEvaluation(req, String(req.params.id))
  const by = actor(req, 'advice:write', row)
  const { version, handIn } = req.validatedBody
  const content = await adviceContent(req.scope, row, req.validatedBody, by)
  await adviseWorkflow(req.scope).run({
    input: {
      advice: { evaluationId: row.id, version, handIn, content },
      place: { provinceCode: row.province_code, communeCode: row.commune_code },
      by,
    },
  })
  neverCache(res)
  res.json({
    evaluation: await readEvaluation(req.scope, officialOf(req), await readableEvaluation(req, row.id)),
  })
}
