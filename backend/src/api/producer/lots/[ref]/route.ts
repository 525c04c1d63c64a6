import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../http/tenant'
import { askTrace } from '../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../journal/pass-on'

/** `GET /producer/lots/:ref`: a lot with its entries, one step back and one step forward. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const path = ['parties', partyRef, 'lots', String(req.params.ref)]
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path }))
}
