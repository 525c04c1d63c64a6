import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { requireOwner, tenantOf } from '../../../../../http/tenant'
import type { LiftBody } from '../../../../../journal/bodies'
import { passOn, traceService } from '../../../../../journal/pass-on'
import { orderRecall } from '../../../../../recalls/recall-command'

/** `POST /producer/recalls/:no/lift`: an owner ends a recall; both it and its end stay on record. */
export async function POST(req: MedusaRequest<LiftBody>, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  requireOwner(tenant)
  const { partyRef, producerId } = tenant
  const recallNo = String(req.params.no)
  const { reason } = req.validatedBody
  passOn(res, await orderRecall(req.scope, traceService(), { action: 'lift', partyRef, producerId, recallNo, reason }))
}
