import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { checkBalance } from '../../../../../settlement/check-balance'
import { sendBatch } from '../../../../../settlement/payout-batches'

/** `POST /admin/payout-batches/:id/send`: posts the payouts; from then on the bank's file can be had. The books are checked after. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await sendBatch(req.scope, id, await operatorActor(req), new Date())
  await checkBalance(req.scope)
  neverCache(res)
  res.json({ id })
}
