import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readCarriers } from '../../../carriers/carrier-views'
import { neverCache } from '../../../http/cache-headers'

/** `GET /admin/carriers`: carriers in use. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json({ carriers: await readCarriers(req.scope) })
}
