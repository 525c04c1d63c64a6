import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { neverCache } from '../../../http/cache-headers'
import { inTransaction } from '../../../money/in-transaction'
import { operatorActor } from '../../../officials/operator-actor'
import type { CommissionRuleBody, RulesPageQuery } from '../../../settlement/bodies'
import { addRule, listRules } from '../../../settlement/terms-book'

/** `GET /admin/commission-rules`: every rule, the newest first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { limit, offset } = req.validatedQuery as RulesPageQuery
  neverCache(res)
  res.json(await inTransaction(req.scope, (sql) => listRules(sql, vietnamDay(new Date()), limit, offset)))
}

/** `POST /admin/commission-rules`: adds a rule for sales from tomorrow on or later. */
export async function POST(req: AuthenticatedMedusaRequest<CommissionRuleBody>, res: MedusaResponse): Promise<void> {
  const id = await addRule(req.scope, req.validatedBody, await operatorActor(req), new Date())
  neverCache(res)
  res.status(201).json({ id })
}
