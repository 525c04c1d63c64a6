import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { inspectorOf, requireProvince } from '../../../../http/inspector-scope'
import type { BundleQuery } from '../../../../inspectors/bodies'
import { askTrace } from '../../../../journal/ask-trace'
import { passOn, traceService } from '../../../../journal/pass-on'

/** `GET /inspector/bundles/:province?since`: the signed bundle of an own province, or what changed in it. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const province = String(req.params.province)
  requireProvince(inspectorOf(req.scope), province)
  const { since } = req.validatedQuery as BundleQuery
  const path = ['inspection', 'bundles', province]
  passOn(res, await askTrace(traceService(), '', { method: 'GET', path, query: { since }, file: true }))
}
