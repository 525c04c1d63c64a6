import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../http/tenant'
import { askTrace } from '../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../journal/pass-on'

/** `GET /producer/label-sheets/:no`: what a print sheet holds and the parts it is fetched in. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const path = ['parties', partyRef, 'label-sheets', String(req.params.no)]
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path }))
}
