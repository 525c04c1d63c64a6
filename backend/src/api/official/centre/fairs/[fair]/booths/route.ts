import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { BoothBody } from '../../../../../../centres/fairs/bodies'
import { neverCache } from '../../../../../../http/cache-headers'
import { addBoothWorkflow } from '../../../../../../workflows/promotion-centre/workflows/add-booth'

/** `POST /official/centre/fairs/:fair/booths`: gives the fair a booth. */
export async function POST(req: MedusaRequest<BoothBody>, res: MedusaResponse): Promise<void> {
  const { centreId, actor, place, by } = atCentre(req, 'centre:manage')
  const { result } = await addBoothWorkflow(req.scope).run({
    input: { centreId, actor, place, fairId: String(req.params.fair), name: req.validatedBody.name, sample: by.sample },
  })
  neverCache(res)
  res.status(201).json({ id: result })
}
