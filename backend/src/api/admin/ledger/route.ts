import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { lastCheck } from '../../../settlement/check-balance'
import { trialBalance } from '../../../settlement/read-ledger'

/** `GET /admin/ledger`: the trial balance, and what the last look through the books found. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const answer = await inTransaction(req.scope, async (sql) => ({
    accounts: await trialBalance(sql),
    check: await lastCheck(sql),
  }))
  neverCache(res)
  res.json(answer)
}
