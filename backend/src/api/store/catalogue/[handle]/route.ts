import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { ApiError } from '../../../../http/api-error'
import { readProduct } from '../product-detail'
import type { ProductQuery } from '../validators'

/** `GET /store/catalogue/:handle`: everything a product page shows; 404 for what the caller's channels do not sell. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse): Promise<void> {
  const { locale } = req.validatedQuery as unknown as ProductQuery
  const product = await readProduct(req.scope, {
    handle: req.params.handle ?? '',
    salesChannelIds: req.publishable_key_context.sales_channel_ids,
    locale,
  })
  if (product === null) throw new ApiError(404, 'not_found')
  res.setHeader('cache-control', 'public, max-age=0, s-maxage=1')
  res.json({ product })
}
