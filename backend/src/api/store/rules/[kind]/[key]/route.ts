import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import { cachePublicly } from '../../../../../http/cache-headers'
import { findRule } from '../../../../../rules/rule-view'
import type { RuleQuery } from '../../../validators'

/** `GET /store/rules/:kind/:key`: one rule with its content; `key` with `-` for `/`, `day` for the record of a past day. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { day } = req.validatedQuery as RuleQuery
  const found = await findRule(req.scope, { kind: String(req.params.kind), slug: String(req.params.key), day })
  if (!found) throw new ApiError(404, 'not_found')
  cachePublicly(res)
  res.json(found)
}
