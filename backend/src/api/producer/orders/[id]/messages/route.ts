import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { tenantOf } from '../../../../../http/tenant'
import type { ConversationQuery, WriteMessageBody } from '../../../../../order-messages/bodies'
import { readConversation } from '../../../../../order-messages/read-messages'
import { writeMessage } from '../../../../../order-messages/write-message'
import { requireOwnOrder } from '../../../../../parcels/own-order'

/** `GET /producer/orders/:id/messages?before`: what buyer and seller said, for the seller. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { orderId } = await requireOwnOrder(req.scope, tenant, String(req.params.id))
  const { before } = req.validatedQuery as unknown as ConversationQuery
  neverCache(res)
  res.json(await readConversation(req.scope, { side: 'seller', ...tenant }, orderId, before ?? null))
}

/** `POST …/messages`: the seller writes to the buyer; sent again with the same key it is one message. */
export async function POST(req: MedusaRequest<WriteMessageBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const { orderId } = await requireOwnOrder(req.scope, tenant, String(req.params.id))
  const party = { side: 'seller' as const, ...tenant }
  const id = await writeMessage(req.scope, party, orderId, req.validatedBody)
  neverCache(res)
  res.status(201).json({ id, ...(await readConversation(req.scope, party, orderId, null)) })
}
