import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { LotPage } from '@sao-lang/traceability/events/lot-book'
import { neverCache } from '../../../../http/cache-headers'
import { tenantOf } from '../../../../http/tenant'
import { askTrace, jsonOf } from '../../../../journal/ask-trace'
import { namedParties } from '../../../../journal/named-parties'
import { passOn, traceService } from '../../../../journal/pass-on'

/** `GET /producer/lots/:ref`: a lot with its entries, one step back and one step forward, and the producers they name. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const tenant = tenantOf(req.scope)
  const path = ['parties', tenant.partyRef, 'lots', String(req.params.ref)]
  const answer = await askTrace(traceService(), tenant.partyRef, { method: 'GET', path })
  if (answer.status !== 200) return passOn(res, answer)
  const page = jsonOf(answer) as LotPage
  neverCache(res)
  res.json({ ...page, parties: await namedParties(req.scope, tenant, page) })
}
