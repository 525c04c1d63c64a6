import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { SellersQuery } from '../../../sellers/bodies'
import { listSellers } from '../../../sellers/list-sellers'

/** `GET /admin/sellers`: producers with suspensions and bank accounts. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await listSellers(req.scope, req.validatedQuery as SellersQuery))
}
