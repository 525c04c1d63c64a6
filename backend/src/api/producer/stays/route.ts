import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import type { StaysQuery } from '../../../stays/bodies'
import { readHostStays } from '../../../stays/read-stays'

/** `GET /producer/stays?filter&limit&offset`: enquiries for the producer's homestays and tours. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const query = req.validatedQuery as unknown as StaysQuery
  neverCache(res)
  res.json(await readHostStays(req.scope, tenantOf(req.scope).producerId, query))
}
