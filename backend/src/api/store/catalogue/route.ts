import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { ApiError } from '../../../http/api-error'
import { searchCatalogue } from '../../../search/catalogue'
import { AnswerCache } from './answer-cache'
import { CATALOGUE_CACHE_CONTROL, keepInFront } from './front-answers'
import { type CatalogueQuery, toParams } from './validators'

const answers = new AnswerCache()

/** `GET /store/catalogue`: a page of products with facets, from search documents alone. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as CatalogueQuery
  if (query.price_min !== undefined && query.price_max !== undefined && query.price_min >= query.price_max) {
    throw new ApiError(400, 'invalid_request', { field: 'price_max' })
  }
  const params = toParams(query, req.publishable_key_context.sales_channel_ids)
  const key = JSON.stringify([vietnamDay(new Date()), params])
  const answer = await answers.get(key, async () => JSON.stringify(await searchCatalogue(req.scope, params)))
  keepInFront(req, answer)
  res.setHeader('cache-control', CATALOGUE_CACHE_CONTROL)
  res.type('json').send(answer.body)
}
