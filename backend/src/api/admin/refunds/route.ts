import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { listRefunds } from '../../../payments/payment-lists'
import type { RefundsQuery } from '../payment-routes'

/** `GET /admin/refunds`: refunds, those for a person unless told otherwise. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await listRefunds(req.scope, req.validatedQuery as RefundsQuery))
}
