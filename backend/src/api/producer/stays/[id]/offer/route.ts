import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { offerStay } from '../../../../../stays/answer-stay'
import type { OfferStayBody } from '../../../../../stays/bodies'

/** `POST /producer/stays/:id/offer`: offers the days for a price. */
export async function POST(req: MedusaRequest<OfferStayBody>, res: MedusaResponse): Promise<void> {
  await offerStay(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody)
  neverCache(res)
  res.json({ done: true })
}
