import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { workList } from '../../../officials/duties/duties'
import { officialOf } from '../../../officials/official-scope'

/** `GET /official/duties`: what waits for the official, overdue first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const work = await workList(req.scope, officialOf(req))
  neverCache(res)
  res.json(work)
}
