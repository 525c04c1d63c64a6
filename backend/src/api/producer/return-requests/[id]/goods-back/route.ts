import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { askGoodsBack } from '../../../../../after-sale/answer-return'
import type { AnswerRequestBody } from '../../../../../after-sale/bodies'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'

/** `POST /producer/return-requests/:id/goods-back`: wants the goods back before the money goes. */
export async function POST(req: MedusaRequest<AnswerRequestBody>, res: MedusaResponse): Promise<void> {
  await askGoodsBack(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.answer)
  neverCache(res)
  res.json({ done: true })
}
