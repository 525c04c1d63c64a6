import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../order-groups/group-token'
import { readGroup } from '../../../../../order-groups/group-view'
import { giveRefundAccount } from '../../../../../payments/refund-account'
import type { RefundAccountBody } from '../../../validators'

/** `POST /store/order-groups/:id/refund-account`: where the refunds that a person pays shall go; answers the group. */
export async function POST(req: MedusaRequest<RefundAccountBody>, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  await giveRefundAccount(req.scope, groupId, req.validatedBody)
  neverCache(res)
  res.json({ group: await readGroup(req.scope, groupId) })
}
