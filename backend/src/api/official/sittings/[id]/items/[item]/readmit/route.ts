import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actOnItem } from '../../../../../../../evaluations/act-on-item'
import type { ReadmitBody } from '../../../../../../../evaluations/bodies'
import { neverCache } from '../../../../../../../http/cache-headers'

/** `POST /official/sittings/:id/items/:item/readmit`: lets a member score who came late. */
export async function POST(req: MedusaRequest<ReadmitBody>, res: MedusaResponse): Promise<void> {
  const sitting = await actOnItem(req, { act: 'readmit', memberId: req.validatedBody.memberId })
  neverCache(res)
  res.json(sitting)
}
