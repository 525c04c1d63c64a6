import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../http/cache-headers'
import { tenantOf } from '../../../../../../http/tenant'
import type { ReadMessagesBody } from '../../../../../../order-messages/bodies'
import { markRead } from '../../../../../../order-messages/write-message'
import { requireOwnOrder } from '../../../../../../parcels/own-order'

/** `POST …/messages/read`: somebody who may answer has seen the messages up to a number. */
export async function POST(req: MedusaRequest<ReadMessagesBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { orderId } = await requireOwnOrder(req.scope, tenant, String(req.params.id))
  await markRead(req.scope, { side: 'seller', ...tenant }, orderId, req.validatedBody.upTo)
  neverCache(res)
  res.json({ done: true })
}
