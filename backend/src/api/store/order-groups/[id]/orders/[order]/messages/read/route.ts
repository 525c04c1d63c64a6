import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../../http/cache-headers'
import { groupOfToken } from '../../../../../../../../order-groups/group-token'
import type { ReadMessagesBody } from '../../../../../../../../order-messages/bodies'
import { markRead } from '../../../../../../../../order-messages/write-message'

/** `POST …/messages/read`: the buyer has seen the messages up to a number. */
export async function POST(req: MedusaRequest<ReadMessagesBody>, res: MedusaResponse): Promise<void> {
  const party = { side: 'buyer' as const, groupId: groupOfToken(req) }
  await markRead(req.scope, party, String(req.params.order), req.validatedBody.upTo)
  neverCache(res)
  res.json({ done: true })
}
