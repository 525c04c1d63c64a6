import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { listWaitingReceipts } from '../../../payments/payment-lists'
import type { PageQuery } from '../payment-routes'

/** `GET /admin/waiting-receipts`: money that waits for a decision: suspected of fraud, or a transfer of a wrong amount. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await listWaitingReceipts(req.scope, req.validatedQuery as PageQuery))
}
