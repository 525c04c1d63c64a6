import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { listSittings } from '../../../evaluations/read-sittings'
import { neverCache } from '../../../http/cache-headers'
import { officialOf, requireVerb } from '../../../officials/official-scope'

/** `GET /official/sheets`: the sittings in which the official has sheets to hand in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  requireVerb(req, 'sheet:score')
  const sittings = await listSittings(req.scope, officialOf(req))
  neverCache(res)
  res.json({ sittings: sittings.filter(({ toScore }) => toScore.length > 0) })
}
