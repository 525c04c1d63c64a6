import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantStatement } from '../../../../settlement/send-statement'

/** `GET /producer/statements/:month`: the own statement of a month yyyy-mm. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ statement: await tenantStatement(req) })
}
