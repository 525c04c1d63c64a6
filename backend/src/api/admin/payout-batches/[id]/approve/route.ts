import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../../http/cache-headers'
import { operatorActor } from '../../../../../officials/operator-actor'
import { approveBatch } from '../../../../../settlement/payout-batches'

/** `POST /admin/payout-batches/:id/approve`: another person approves the batch. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.id)
  await approveBatch(req.scope, id, await operatorActor(req))
  neverCache(res)
  res.json({ id })
}
