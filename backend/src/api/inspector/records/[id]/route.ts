import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { inspectorOf } from '../../../../http/inspector-scope'
import { readRecord } from '../../../../inspectors/read-records'

/** `GET /inspector/records/:id`: one record of the own provinces. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const record = await readRecord(req.scope, inspectorOf(req.scope), String(req.params.id))
  neverCache(res)
  res.json({ record })
}
