import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { actOnItem } from '../../../../../../../evaluations/act-on-item'
import type { RescoreBody } from '../../../../../../../evaluations/bodies'
import { neverCache } from '../../../../../../../http/cache-headers'

/** `POST /official/sittings/:id/items/:item/rescore`: another round of sheets, with a note of what was talked over. */
export async function POST(req: MedusaRequest<RescoreBody>, res: MedusaResponse): Promise<void> {
  const sitting = await actOnItem(req, { act: 'rescore', note: req.validatedBody.note })
  neverCache(res)
  res.json(sitting)
}
