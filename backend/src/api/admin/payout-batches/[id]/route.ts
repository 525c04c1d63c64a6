import type { AuthenticatedMedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../../http/cache-headers'
import { inTransaction } from '../../../../money/in-transaction'
import { readBatch } from '../../../../settlement/batch-view'
import { staffNames } from '../../../../staff/staff-names'

/** `GET /admin/payout-batches/:id`: a batch with its payouts; `mine` when who asks drew it up and so cannot approve it. */
export async function GET(req: AuthenticatedMedusaRequest, res: MedusaResponse): Promise<void> {
  const { batch, payouts } = await inTransaction(req.scope, (sql) => readBatch(sql, String(req.params.id)))
  const names = await staffNames(req.scope, [batch.createdBy, batch.approvedBy, batch.sentBy])
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id))
  neverCache(res)
  res.json({
    payouts,
    batch: {
      ...batch,
      createdBy: nameOf(batch.createdBy),
      approvedBy: nameOf(batch.approvedBy),
      sentBy: nameOf(batch.sentBy),
      mine: batch.createdBy === req.auth_context.actor_id,
    },
  })
}
