import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import { declineStay } from '../../../../../stays/answer-stay'
import type { DeclineStayBody } from '../../../../../stays/bodies'

/** `POST /producer/stays/:id/decline`: turns the guests down, with a reason. */
export async function POST(req: MedusaRequest<DeclineStayBody>, res: MedusaResponse): Promise<void> {
  await declineStay(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody.reason)
  neverCache(res)
  res.json({ done: true })
}
