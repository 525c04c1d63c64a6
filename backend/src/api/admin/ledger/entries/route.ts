import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { inTransaction } from '../../../../money/in-transaction'
import type { EntriesQuery } from '../../../../settlement/bodies'
import { ledgerEntries } from '../../../../settlement/read-ledger'

/** `GET /admin/ledger/entries`: entries that fit, newest first; those of one group or order as its story. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset, ...filters } = req.validatedQuery as EntriesQuery
  neverCache(res)
  res.json(await inTransaction(req.scope, (sql) => ledgerEntries(sql, filters, limit, offset)))
}
