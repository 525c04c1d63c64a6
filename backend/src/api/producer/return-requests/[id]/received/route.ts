import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { receiveGoods } from '../../../../../after-sale/answer-return'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { TakenBackBody } from '../../../../../parcels/bodies'

/** `POST /producer/return-requests/:id/received`: goods of a settled request are back; sellable ones go into stock. */
export async function POST(req: MedusaRequest<TakenBackBody>, res: MedusaResponse): Promise<void> {
  await receiveGoods(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.sellable)
  neverCache(res)
  res.json({ done: true })
}
