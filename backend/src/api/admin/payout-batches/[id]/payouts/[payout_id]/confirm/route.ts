import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../../../http/cache-headers'
import { operatorActor } from '../../../../../../../officials/operator-actor'
import type { ConfirmPayoutBody } from '../../../../../../../settlement/bodies'
import { confirmPayout } from '../../../../../../../settlement/payout-batches'

/** `POST /admin/payout-batches/:id/payouts/:payout_id/confirm`: the bank has paid it. */
export async function POST(req: AuthenticatedMedusaRequest<ConfirmPayoutBody>, res: MedusaResponse): Promise<void> {
  const [batchId, payoutId] = [String(req.params.id), String(req.params.payout_id)]
  const { bankReference } = req.validatedBody
  await confirmPayout(req.scope, { batchId, payoutId, bankReference, at: new Date() }, await operatorActor(req))
  neverCache(res)
  res.json({ id: payoutId })
}
