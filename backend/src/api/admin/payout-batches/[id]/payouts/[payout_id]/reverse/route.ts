import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { operatorActor } from '../../../../../../../officials/operator-actor'
import type { ReversePayoutBody } from '../../../../../../../settlement/bodies'
import { reversePayout } from '../../../../../../../settlement/payout-batches'

/** `POST /admin/payout-batches/:id/payouts/:payout_id/reverse`: the transfer failed or came back. */
export async function POST(req: AuthenticatedMedusaRequest<ReversePayoutBody>, res: MedusaResponse): Promise<void> {
  const [batchId, payoutId] = [String(req.params.id), String(req.params.payout_id)]
  const { reason } = req.validatedBody
  await reversePayout(req.scope, { batchId, payoutId, reason, at: new Date() }, await operatorActor(req))
  neverCache(res)
  res.json({ id: payoutId })
}
