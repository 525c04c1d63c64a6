import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../../officials/official-scope'
import { officialActor } from '../../../../../officials/record-audit'
import type { ApprovalBody } from '../../../../../post-inspection/bodies'
import { readablePlaces } from '../../../../../post-inspection/inspection-places'
import { readPlan } from '../../../../../post-inspection/read-plans'
import { goodsOf, toInspected } from '../../../../../post-inspection/recognised-goods'
import { approvePlanWorkflow } from '../../../../../workflows/post-inspection/workflows/approve-plan'

/** `POST /official/inspection-plans/:id/approve`: the decision that approved it; its inspections are opened. */
export async function POST(req: MedusaRequest<ApprovalBody>, res: MedusaResponse): Promise<void> {
  const places = readablePlaces(req)
  const { id, provinceCode, items } = await readPlan(req.scope, places, String(req.params.id))
  const place = { provinceCode, communeCode: null }
  const official = officialOf(req)
  const post = requireVerb(req, 'post_inspection:plan', place)
  const { decisionNumber, decisionDate } = req.validatedBody
  if (decisionDate > official.day) throw new ApiError(422, 'decision_date_future', { field: 'decisionDate' })
  const goods = await goodsOf(
    req.scope,
    items.map(({ recognitionId }) => recognitionId),
  )
  await approvePlanWorkflow(req.scope).run({
    input: {
      approval: {
        id,
        decision_number: decisionNumber,
        decision_date: decisionDate,
        approved_by: official.officialId,
      },
      goods: goods.map(toInspected),
      by: { actor: officialActor(official, post), place },
    },
  })
  neverCache(res)
  res.json({ plan: await readPlan(req.scope, places, id) })
}
