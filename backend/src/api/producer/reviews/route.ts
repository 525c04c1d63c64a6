import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { ProductReviewsQuery } from '../../../reviews/bodies'
import { readProducerReviews } from '../../../reviews/read-reviews'

/** `GET /producer/reviews?limit&offset`: shown reviews of the producer's products, those without an answer first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as ProductReviewsQuery
  neverCache(res)
  res.json(await readProducerReviews(req.scope, tenantOf(req.scope).producerId, query))
}
