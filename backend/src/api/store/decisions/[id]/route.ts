import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { readDecision } from '../../../../decisions/read-decision'
import { cachePublicly } from '../../../../http/cache-headers'

/** `GET /store/decisions/:id`: a decision with its results as they stand today; also by the id of one of its recognitions. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const decision = await readDecision(req.scope, String(req.params.id), new Date())
  cachePublicly(res)
  res.json({ decision })
}
