import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { CarrierLinesQuery } from '../../../bank-transfer/bodies'
import { readCarrierLines } from '../../../carriers/carrier-views'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/carrier-lines`: what carriers said of parcels; `open` waits for a person. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readCarrierLines(req.scope, req.validatedQuery as CarrierLinesQuery))
}
