import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { AdminReviewsQuery } from '../../../reviews/bodies'
import { readDeskReviews } from '../../../reviews/read-reviews'

/** `GET /admin/reviews?state&limit&offset`: reviews for the operator. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readDeskReviews(req.scope, req.validatedQuery as unknown as AdminReviewsQuery))
}
