import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { PlanTargetBody } from '../../../figures/bodies'
import { reportPlace } from '../../../figures/read-reports'
import { officialOf } from '../../../officials/official-scope'
import { officialActor } from '../../../officials/record-audit'
import { setTargetWorkflow } from '../../../workflows/programme/workflows/set-target'

/** `POST /official/plan-targets`: writes a plan's target down for the own place, in place of the one before. */
export async function POST(req: MedusaRequest<PlanTargetBody>, res: MedusaResponse): Promise<void> {
  const official = officialOf(req)
  const { year, province, place, measure, target, source } = req.validatedBody
  const { provinceCode, post } = reportPlace(official, 'report:release', province)
  const { result: id } = await setTargetWorkflow(req.scope).run({
    input: {
      row: {
        ...{ year, province_code: provinceCode, place, measure, target, source },
        ...{ stated_result: null, official_id: official.officialId, sample: official.sample },
      },
      by: officialActor(official, post),
    },
  })
  res.status(201).json({ id })
}
