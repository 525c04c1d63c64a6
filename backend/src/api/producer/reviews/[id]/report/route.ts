import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { ReportReviewBody } from '../../../../../reviews/bodies'
import { reportReview } from '../../../../../reviews/moderate-review'

/** `POST /producer/reviews/:id/report`: asks the operator to look at a review. */
export async function POST(req: MedusaRequest<ReportReviewBody>, res: MedusaResponse): Promise<void> {
  await reportReview(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.report)
  neverCache(res)
  res.json({ done: true })
}
