import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { closeStay } from '../../../../../stays/answer-stay'
import type { CloseStayBody } from '../../../../../stays/bodies'

/** `POST /producer/stays/:id/close`: says after the days whether the guests were there. */
export async function POST(req: MedusaRequest<CloseStayBody>, res: MedusaResponse): Promise<void> {
  await closeStay(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.outcome)
  neverCache(res)
  res.json({ done: true })
}
