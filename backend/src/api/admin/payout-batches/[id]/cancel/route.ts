import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { cancelBatch } from '../../../../../settlement/payout-batches'

/** `POST /admin/payout-batches/:id/cancel`: gives a batch up that was not sent. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await cancelBatch(req.scope, id, await operatorActor(req))
  neverCache(res)
  res.json({ id })
}
