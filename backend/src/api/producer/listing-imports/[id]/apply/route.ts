import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { applyFile } from '../../../../../listing-files/apply-file'
import { importOf } from '../../../../../listing-files/check-file'
import { inTransaction } from '../../../../../money/in-transaction'

/** `POST /producer/listing-imports/:id/apply`: does what the file was said to do. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const id = String(req.params.id)
  await applyFile(req.scope, tenant, id)
  neverCache(res)
  res.json({ import: await inTransaction(req.scope, (sql) => importOf(sql, tenant, id)) })
}
