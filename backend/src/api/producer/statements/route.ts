import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { inTransaction } from '../../../money/in-transaction'
import { comingPayout, listStatements } from '../../../settlement/statement'

/** `GET /producer/statements`: the months in which anything moved, and what comes next. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { producerId } = tenantOf(req.scope)
  const answer = await inTransaction(req.scope, async (sql) => ({
    months: await listStatements(sql, producerId),
    coming: await comingPayout(sql, producerId, new Date()),
  }))
  neverCache(res)
  res.json(answer)
}
