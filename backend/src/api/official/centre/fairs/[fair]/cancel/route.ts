import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { ReasonBody } from '../../../../../../centres/bodies'
import { cancelFair } from '../../../../../../centres/fairs/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/cancel`: calls it off, with a reason that everybody reads. */
export async function POST(req: MedusaRequest<ReasonBody>, res: MedusaResponse): Promise<void> {
  const id = String(req.params.fair)
  await cancelFair(req.scope, atCentre(req, 'centre:manage'), id, req.validatedBody.reason)
  neverCache(res)
  res.json({ id })
}
