import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readBankLines } from '../../../bank-transfer/bank-views'
import type { BankLinesQuery } from '../../../bank-transfer/bodies'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/bank-lines`: money of statements; `open` waits for a person, the longest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readBankLines(req.scope, req.validatedQuery as BankLinesQuery))
}
