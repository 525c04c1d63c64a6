import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import type { MonthQuery } from '../../../settlement/bodies'
import { withheldIn } from '../../../settlement/read-ledger'

/** `GET /admin/withheld-tax?month`: what was withheld in a month, by seller. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { month } = req.validatedQuery as MonthQuery
  neverCache(res)
  res.json({ month, sellers: await inTransaction(req.scope, (sql) => withheldIn(sql, month)) })
}
