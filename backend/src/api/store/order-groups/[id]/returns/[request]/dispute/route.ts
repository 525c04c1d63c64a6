import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { openDispute } from '../../../../../../../after-sale/answer-return'
import type { DisputeBody } from '../../../../../../../after-sale/bodies'
import { neverCache } from '../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../order-groups/group-token'

/** `POST /store/order-groups/:id/returns/:request/dispute`: a refused request goes to the operator. */
export async function POST(req: MedusaRequest<DisputeBody>, res: MedusaResponse): Promise<void> {
  const id = await openDispute(req.scope, groupOfToken(req), String(req.params.request), req.validatedBody.statement)
  neverCache(res)
  res.status(201).json({ id })
}
