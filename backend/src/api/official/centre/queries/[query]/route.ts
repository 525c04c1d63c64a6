import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import type { QueryBody } from '../../../../../centres/bodies'
import { settleQuery } from '../../../../../centres/settle-query'
import { ApiError } from '../../../../../http/api-error'
import { neverCache } from '../../../../../http/cache-headers'

/** `POST /official/centre/queries/:query`: books such a sale as it was, or settles it with a word. */
export async function POST(req: MedusaRequest<QueryBody>, res: MedusaResponse): Promise<void> {
  const { centreId, by, note } = atCentre(req, 'centre:manage')
  const queryId = String(req.params.query)
  const { action, returned, note: word } = req.validatedBody
  if (action === 'settle' && word === null) throw new ApiError(400, 'invalid_request', { field: 'note' })
  const decision = action === 'book' ? { action } : { action, returned, note: word ?? '' }
  await settleQuery(req.scope, { centreId, queryId, decision, by })
  await note('centre:settle_query', { type: 'counter_query', id: queryId }, { action })
  neverCache(res)
  res.json({ settled: queryId })
}
