import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../../order-groups/group-token'
import type { WithdrawReviewBody } from '../../../../../../../../reviews/bodies'
import { reviewChoices } from '../../../../../../../../reviews/read-reviews'
import { withdrawReview } from '../../../../../../../../reviews/write-review'

/** `POST …/reviews/withdraw`: takes a review back. */
export async function POST(req: MedusaRequest<WithdrawReviewBody>, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  const orderId = String(req.params.order)
  await withdrawReview(req.scope, groupId, orderId, req.validatedBody.lineId)
  neverCache(res)
  res.json(await reviewChoices(req.scope, groupId, orderId))
}
