import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { operatorActor } from '../../../officials/operator-actor'
import type { DeskConversationsBody } from '../../../order-messages/bodies'
import { readForOperator } from '../../../order-messages/desk-conversations'

/** `POST /admin/order-conversations`: what buyer and seller of an order said; that it was read, and what for, is put on record. */
export async function POST(req: AuthenticatedMedusaRequest<DeskConversationsBody>, res: MedusaResponse): Promise<void> {
  const conversations = await readForOperator(req.scope, await operatorActor(req), req.validatedBody)
  neverCache(res)
  res.json({ conversations })
}
