import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { readHostStay } from '../../../../stays/read-stays'

/** `GET /producer/stays/:id`: one enquiry, with whom to answer. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const stay = await readHostStay(req.scope, tenantOf(req.scope).producerId, String(req.params.id))
  neverCache(res)
  res.json({ stay })
}
