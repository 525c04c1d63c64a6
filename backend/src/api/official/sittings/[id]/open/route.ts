import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actor, readableSitting } from '../../../../../evaluations/access'
import type { VersionBody } from '../../../../../evaluations/bodies'
import { readSitting } from '../../../../../evaluations/read-sittings'
import { neverCache } from '../../../../../http/cache-headers'
import { officialOf } from '../../../../../officials/official-scope'
import { openSittingWorkflow } from '../../../../../workflows/evaluation/workflows/open-sitting'

/** `POST /official/sittings/:id/open`: opens: every member gets their sheets. */
export async function POST(req: MedusaRequest<VersionBody>, res: MedusaResponse): Promise<void> {
  const sitting = await readableSitting(req, String(req.params.id))
  const by = actor(req, 'sitting:prepare', sitting)
  await openSittingWorkflow(req.scope).run({
    input: {
      sittingId: sitting.id,
      version: req.validatedBody.version,
      place: { provinceCode: sitting.province_code, communeCode: null },
      by,
    },
  })
  neverCache(res)
  res.json(await readSitting(req.scope, officialOf(req), await readableSitting(req, sitting.id)))
}
