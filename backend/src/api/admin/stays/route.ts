import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import type { AdminStaysQuery } from '../../../stays/bodies'
import { readDeskStays } from '../../../stays/read-stays'

/** `GET /admin/stays?state&limit&offset`: enquiries for stays and tours, for the operator to look at. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readDeskStays(req.scope, req.validatedQuery as unknown as AdminStaysQuery))
}
