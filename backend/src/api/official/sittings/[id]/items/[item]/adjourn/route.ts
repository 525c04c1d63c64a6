import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actOnItem } from '../../../../../../../evaluations/act-on-item'
import { neverCache } from '../../../../../../../http/cache-headers'

/** `POST /official/sittings/:id/items/:item/adjourn`: takes a dossier off the agenda without a result. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const sitting = await actOnItem(req, { act: 'adjourn' })
  neverCache(res)
  res.json(sitting)
}
