import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../http/tenant'
import { askTrace } from '../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../journal/pass-on'

/** `GET /producer/label-batches/:no`: a batch, how many of its labels are in which state, and its print sheets. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const path = ['parties', partyRef, 'label-batches', String(req.params.no)]
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path }))
}
