import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../order-groups/group-token'
import type { ConversationQuery, WriteMessageBody } from '../../../../../../../order-messages/bodies'
import { readConversation } from '../../../../../../../order-messages/read-messages'
import { writeMessage } from '../../../../../../../order-messages/write-message'

/** `GET /store/order-groups/:id/orders/:order/messages?before`: what buyer and seller said, for the buyer. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const party = { side: 'buyer' as const, groupId: groupOfToken(req) }
  const { before } = req.validatedQuery as unknown as ConversationQuery
  neverCache(res)
  res.json(await readConversation(req.scope, party, String(req.params.order), before ?? null))
}

/** `POST …/messages`: the buyer writes to the seller; sent again with the same key it is one message. */
export async function POST(req: MedusaRequest<WriteMessageBody>, res: MedusaResponse): Promise<void> {
  const party = { side: 'buyer' as const, groupId: groupOfToken(req) }
  const orderId = String(req.params.order)
  const id = await writeMessage(req.scope, party, orderId, req.validatedBody)
  neverCache(res)
  res.status(201).json({ id, ...(await readConversation(req.scope, party, orderId, null)) })
}
