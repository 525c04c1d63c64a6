import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { importOf } from '../../../../listing-files/check-file'
import { inTransaction } from '../../../../money/in-transaction'

/** `GET /producer/listing-imports/:id`: what a file would do, or has done. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const found = await inTransaction(req.scope, (sql) => importOf(sql, tenant, String(req.params.id)))
  neverCache(res)
  res.json({ import: found })
}
