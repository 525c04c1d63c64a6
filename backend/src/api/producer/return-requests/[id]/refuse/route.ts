import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { refuseReturn } from '../../../../../after-sale/answer-return'
import type { AnswerRequestBody } from '../../../../../after-sale/bodies'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'

/** `POST /producer/return-requests/:id/refuse`: refuses with a reason. */
export async function POST(req: MedusaRequest<AnswerRequestBody>, res: MedusaResponse): Promise<void> {
  await refuseReturn(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.answer)
  neverCache(res)
  res.json({ done: true })
}
