import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { tenantOf } from '../../../http/tenant'
import { readSourceAreas } from '../../../journal/source-areas'

/** `GET /producer/source-areas`: the producer's source areas, by name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const sourceAreas = await readSourceAreas(tenantOf(req.scope))
  neverCache(res)
  res.json({ sourceAreas })
}
