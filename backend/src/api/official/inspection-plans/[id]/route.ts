import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../../officials/official-scope'
import { officialActor } from '../../../../officials/record-audit'
import type { PlanChangeBody } from '../../../../post-inspection/bodies'
import { readablePlaces } from '../../../../post-inspection/inspection-places'
import { plannedItems } from '../../../../post-inspection/planned-items'
import { readPlan } from '../../../../post-inspection/read-plans'
import { changePlanWorkflow } from '../../../../workflows/post-inspection/workflows/change-plan'

/** `GET /official/inspection-plans/:id`: one plan of the own places. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const plan = await readPlan(req.scope, readablePlaces(req), String(req.params.id))
  neverCache(res)
  res.json({ plan })
}

/** `PUT /official/inspection-plans/:id`: title and products of a plan that is not approved. */
export async function PUT(req: MedusaRequest<PlanChangeBody>, res: MedusaResponse): Promise<void> {
  const places = readablePlaces(req)
  const { id, provinceCode } = await readPlan(req.scope, places, String(req.params.id))
  const place = { provinceCode, communeCode: null }
  const post = requireVerb(req, 'post_inspection:plan', place)
  const { title, items } = req.validatedBody
  await changePlanWorkflow(req.scope).run({
    input: {
      id,
      title,
      items: await plannedItems(req, items),
      by: { actor: officialActor(officialOf(req), post), place },
    },
  })
  neverCache(res)
  res.json({ plan: await readPlan(req.scope, places, id) })
}
