import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../order-groups/group-token'
import type { ReviewBody } from '../../../../../../../reviews/bodies'
import { reviewChoices } from '../../../../../../../reviews/read-reviews'
import { writeReview } from '../../../../../../../reviews/write-review'

/** `GET /store/order-groups/:id/orders/:order/reviews`: lines that may be reviewed, with what was said. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  neverCache(res)
  res.json(await reviewChoices(req.scope, groupId, String(req.params.order)))
}

/** `POST …/reviews`: what a buyer says of a delivered line; said again it takes the place of the first. */
export async function POST(req: MedusaRequest<ReviewBody>, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  const orderId = String(req.params.order)
  const id = await writeReview(req.scope, groupId, orderId, req.validatedBody)
  neverCache(res)
  res.status(201).json({ id, ...(await reviewChoices(req.scope, groupId, orderId)) })
}
