import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { ProductReviewsQuery } from '../../../../reviews/bodies'
import { readProductReviews } from '../../../../reviews/read-reviews'

/** `GET /store/product-reviews/:handle?limit&offset`: shown reviews of a product and its rating. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as ProductReviewsQuery
  res.setHeader('cache-control', 'no-cache')
  res.json(await readProductReviews(req.scope, String(req.params.handle), query))
}
