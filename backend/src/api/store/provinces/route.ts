import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { cachePublicly } from '../../../http/cache-headers'
import { provinceSummaries } from '../../../places/province-summaries'

/** `GET /store/provinces`: the 34 provinces with their counts. */
export async function GET(req: MedusaStoreRequest, res: MedusaResponse): Promise<void> {
  const provinces = await provinceSummaries(req.scope, req.publishable_key_context.sales_channel_ids)
  cachePublicly(res)
  res.json({ provinces })
}
