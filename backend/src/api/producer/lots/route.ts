import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { tenantOf } from '../../../http/tenant'
import { askTrace } from '../../../journal/ask-trace'
import type { LotsQuery } from '../../../journal/bodies'
import { passOn, traceService } from '../../../journal/pass-on'

/** `GET /producer/lots?q&state&after`: a page of the producer's lot book. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { partyRef } = tenantOf(req.scope)
  const query = req.validatedQuery as unknown as LotsQuery
  passOn(
    res,
    await askTrace(traceService(), partyRef, {
      method: 'GET',
      path: ['parties', partyRef, 'lots'],
      query: { ...query },
    }),
  )
}
