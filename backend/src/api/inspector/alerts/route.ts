import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { inspectorOf, requireProvince } from '../../../http/inspector-scope'
import type { AlertsQuery } from '../../../inspectors/bodies'
import { askTrace } from '../../../journal/ask-trace'
import { passOn, traceService } from '../../../journal/pass-on'

/** `GET /inspector/alerts`: signs of copying in the own provinces, or about goods made there. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const scope = inspectorOf(req.scope)
  const { province, product, level, state } = req.validatedQuery as AlertsQuery
  if (province !== undefined) requireProvince(scope, province)
  const provinces = province ?? scope.provinces.join(',')
  const query = { provinces, product, level, state }
  passOn(res, await askTrace(traceService(), '', { method: 'GET', path: ['inspection', 'alerts'], query }))
}
