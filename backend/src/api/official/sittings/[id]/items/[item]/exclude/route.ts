import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actOnItem } from '../../../../../../../evaluations/act-on-item'
import type { ExcludeBody } from '../../../../../../../evaluations/bodies'
import { requireGround } from '../../../../../../../evaluations/known-ground'
import { neverCache } from '../../../../../../../http/cache-headers'
import { officialOf } from '../../../../../../../officials/official-scope'

/** `POST /official/sittings/:id/items/:item/exclude`: leaves a member out, absent or with a ground for a conflict of interest. */
export async function POST(req: MedusaRequest<ExcludeBody>, res: MedusaResponse): Promise<void> {
  const { memberId, ground, reason } = req.validatedBody
  await requireGround(req.scope, officialOf(req).day, ground)
  const sitting = await actOnItem(req, { act: 'exclude', memberId, ground, reason })
  neverCache(res)
  res.json(sitting)
}
