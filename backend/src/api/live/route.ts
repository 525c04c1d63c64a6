import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../http/cache-headers'

/** `GET /live`: the process answers. */
export function GET(_req: MedusaRequest, res: MedusaResponse): void {
  neverCache(res)
  res.json({ status: 'ok', service: 'backend' })
}
