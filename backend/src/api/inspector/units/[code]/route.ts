import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { inspectorOf } from '../../../../http/inspector-scope'
import { askTrace } from '../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../journal/pass-on'

/**
 * `GET /inspector/units/:code`: verdict, states, checks by day and province, and alerts of the pack in hand. Goods travel:
 * whoever holds a pack may ask about it, wherever it was made; each question is on record.
 */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  inspectorOf(req.scope)
  const path = ['inspection', 'units', String(req.params.code)]
  passOn(res, await askTrace(traceService(), '', { method: 'GET', path }))
}
