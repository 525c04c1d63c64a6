import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { operatorActor } from '../../../../officials/operator-actor'
import type { DecideMessageBody } from '../../../../order-messages/bodies'
import { decideMessage } from '../../../../order-messages/desk-conversations'

/** `POST /admin/order-messages/:id`: hides a message of an order on one of the fixed grounds, or shows it again. */
export async function POST(req: AuthenticatedMedusaRequest<DecideMessageBody>, res: MedusaResponse): Promise<void> {
  await decideMessage(req.scope, await operatorActor(req), req.params.id ?? '', req.validatedBody)
  neverCache(res)
  res.json({ done: true })
}
