import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { cachePublicly } from '../../../http/cache-headers'
import { listProducers, PRODUCERS_PER_PAGE } from '../../../producers/list-producers'
import type { ProducersQuery } from '../validators'

/** `GET /store/producers`: producers by name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as ProducersQuery
  const { items, total } = await listProducers(req.scope, query)
  cachePublicly(res)
  res.json({ items, total, page: query.page, perPage: PRODUCERS_PER_PAGE })
}
