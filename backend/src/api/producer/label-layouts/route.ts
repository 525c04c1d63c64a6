import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace } from '../../../journal/ask-trace'
import { passOn, traceService } from '../../../journal/pass-on'

/** `GET /producer/label-layouts`: label sheets on A4 that can be printed, by name, with the size of their labels. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path: ['label-layouts'] }))
}
