import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { withdrawReturn } from '../../../../../../../after-sale/answer-return'
import { neverCache } from '../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../order-groups/group-token'

/** `POST /store/order-groups/:id/returns/:request/withdraw`: the buyer takes a request back. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  await withdrawReturn(req.scope, groupOfToken(req), String(req.params.request))
  neverCache(res)
  res.json({ done: true })
}
