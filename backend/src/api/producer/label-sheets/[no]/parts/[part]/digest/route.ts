import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../../../../../http/tenant'
import { askTrace } from '../../../../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../../../../journal/pass-on'

/** `GET /producer/label-sheets/:no/parts/:part/digest`: length and SHA-256 of a part, to check what has come. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const path = ['parties', partyRef, 'label-sheets', String(req.params.no), 'parts', String(req.params.part), 'digest']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path, file: true }))
}
