import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../../http/tenant'
import { askTrace } from '../../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../../journal/pass-on'
import type { ReprintBody } from '../../../../../labels/bodies'

/** `POST /producer/label-batches/:no/reprint`: new labels for spoilt ones, which are void for ever. */
export async function POST(req: MedusaRequest<ReprintBody>, res: MedusaResponse): Promise<void> {
  const { partyRef, memberId } = tenantOf(req.scope)
  const body = { ...req.validatedBody, actorRef: memberId }
  const path = ['parties', partyRef, 'label-batches', String(req.params.no), 'reprint']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'POST', path, body }))
}
