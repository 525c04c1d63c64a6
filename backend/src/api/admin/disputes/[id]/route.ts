import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { decideDispute } from '../../../../after-sale/answer-return'
import type { DecideBody } from '../../../../after-sale/bodies'
import { neverCache } from '../../../../http/cache-headers'

/** `POST /admin/disputes/:id`: decides a dispute. */
export async function POST(req: AuthenticatedMedusaRequest<DecideBody>, res: MedusaResponse): Promise<void> {
  await decideDispute(req.scope, req.auth_context.actor_id, req.params.id ?? '', req.validatedBody)
  neverCache(res)
  res.json({ done: true })
}
