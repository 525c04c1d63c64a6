import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../order-groups/group-token'
import { readGroup } from '../../../../../order-groups/group-view'
import { cancelGroupWorkflow } from '../../../../../workflows/checkout/workflows/change-group'
import type { CancelBody } from '../../../validators'

/** `POST /store/order-groups/:id/cancel`: the buyer cancels the group, or one of its orders; answers the group. */
export async function POST(req: MedusaRequest<CancelBody>, res: MedusaResponse): Promise<void> {
  const groupId = groupOfToken(req)
  const { orderId, reason } = req.validatedBody
  await cancelGroupWorkflow(req.scope).run({ input: { groupId, orderId: orderId ?? null, reason: reason ?? '' } })
  neverCache(res)
  res.json({ group: await readGroup(req.scope, groupId) })
}
