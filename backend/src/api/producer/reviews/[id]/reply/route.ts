import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { ReplyBody } from '../../../../../reviews/bodies'
import { replyToReview } from '../../../../../reviews/moderate-review'

/** `POST /producer/reviews/:id/reply`: answers a review. */
export async function POST(req: MedusaRequest<ReplyBody>, res: MedusaResponse): Promise<void> {
  await replyToReview(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.reply)
  neverCache(res)
  res.json({ done: true })
}
