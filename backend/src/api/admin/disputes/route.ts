import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { DisputesQuery } from '../../../after-sale/bodies'
import { readDisputes } from '../../../after-sale/read-returns'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/disputes?state&limit&offset`: what buyers took to the operator. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const page = await readDisputes(req.scope, req.validatedQuery as unknown as DisputesQuery)
  neverCache(res)
  res.json(page)
}
