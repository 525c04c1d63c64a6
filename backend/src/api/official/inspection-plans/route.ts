import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'
import { officialActor } from '../../../officials/record-audit'
import type { PlanBody, YearQuery } from '../../../post-inspection/bodies'
import { readablePlaces } from '../../../post-inspection/inspection-places'
import { plannedItems } from '../../../post-inspection/planned-items'
import { listPlans, readPlan } from '../../../post-inspection/read-plans'
import { draftPlanWorkflow } from '../../../workflows/post-inspection/workflows/draft-plan'

/** `GET /official/inspection-plans?year`: plans of the own places with what became of them. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { year } = req.validatedQuery as YearQuery
  const plans = await listPlans(req.scope, readablePlaces(req), year)
  neverCache(res)
  res.json({ plans })
}

/** `POST /official/inspection-plans`: begins the plan of a year, of a province or of the ministry. */
export async function POST(req: MedusaRequest<PlanBody>, res: MedusaResponse): Promise<void> {
  const { year, provinceCode, title, items } = req.validatedBody
  const place = { provinceCode, communeCode: null }
  const official = officialOf(req)
  const post = requireVerb(req, 'post_inspection:plan', place)
  const { result } = await draftPlanWorkflow(req.scope).run({
    input: {
      plan: {
        year,
        level: provinceCode === null ? 'ministry' : 'province',
        province_code: provinceCode,
        title,
        drafted_by: official.officialId,
        sample: official.sample,
      },
      items: await plannedItems(req, items),
      by: { actor: officialActor(official, post), place },
    },
  })
  neverCache(res)
  res.status(201).json({ plan: await readPlan(req.scope, readablePlaces(req), result) })
}
