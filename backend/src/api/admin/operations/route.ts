import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { readOperations } from '../../../operations/operations-view'

/** `GET /admin/operations`: how the programs are, and which messages between them are stuck. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  neverCache(res)
  res.json(await readOperations(req.scope))
}
