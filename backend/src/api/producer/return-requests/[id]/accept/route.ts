import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { acceptReturn } from '../../../../../after-sale/answer-return'
import type { AcceptBody } from '../../../../../after-sale/bodies'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'

/** `POST /producer/return-requests/:id/accept`: agrees; the money goes back. */
export async function POST(req: MedusaRequest<AcceptBody>, res: MedusaResponse): Promise<void> {
  await acceptReturn(req.scope, tenantOf(req.scope), String(req.params.id), req.validatedBody)
  neverCache(res)
  res.json({ done: true })
}
