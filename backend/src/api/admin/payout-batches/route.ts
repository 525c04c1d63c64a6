import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'
import { listBatches, whoIsPaid } from '../../../settlement/batch-view'
import type { BatchesQuery } from '../../../settlement/bodies'
import { draftBatch } from '../../../settlement/payout-batches'

/** `GET /admin/payout-batches`: batches, the newest first, and every producer and centre with a balance. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery as BatchesQuery
  const answer = await inTransaction(req.scope, async (sql) => ({
    ...(await listBatches(sql, limit, offset)),
    payees: await whoIsPaid(sql, new Date()),
  }))
  neverCache(res)
  res.json(answer)
}

/** `POST /admin/payout-batches`: draws up a batch of all who may be paid now. */
export async function POST(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const id = await draftBatch(req.scope, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
