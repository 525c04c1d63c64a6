import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { ownCentreStatement } from '../../../../../settlement/send-centre-statement'

/** `GET /official/centre/statements/:month`: one month, as the ledger has it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { statement } = await ownCentreStatement(req)
  neverCache(res)
  res.json({ statement })
}
