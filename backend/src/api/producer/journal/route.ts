import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace } from '../../../journal/ask-trace'
import type { PeriodQuery } from '../../../journal/bodies'
import { passOn, traceService } from '../../../journal/pass-on'

/** `GET /producer/journal?from&to`: entries between two days at +07, both included, oldest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const query = req.validatedQuery as unknown as PeriodQuery
  const path = ['parties', partyRef, 'journal']
  passOn(res, await askTrace(traceService(), partyRef, { method: 'GET', path, query: { ...query } }))
}
