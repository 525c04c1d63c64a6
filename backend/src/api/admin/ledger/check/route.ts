import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { checkBalance } from '../../../../settlement/check-balance'

/** `POST /admin/ledger/check`: looks through the books now. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ check: await checkBalance(req.scope) })
}
