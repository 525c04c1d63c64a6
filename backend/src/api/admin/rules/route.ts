import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { RULE_BOOK_MODULE } from '../../../modules/rule-book'
import type { RuleBookModuleService } from '../../../modules/rule-book/service'
import { listRules } from '../../../rules/rule-view'
import { readRecords, toResults } from '../../../rules/weigh-records'
import { adoptRulesWorkflow } from '../../../workflows/rules/workflows/adopt-rules'
import type { AdoptRulesBody, RulesQuery } from '../validators'

/** `GET /admin/rules`: adopted records without their content, by kind and key, the newest of each first. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { show, limit, offset } = req.validatedQuery as RulesQuery
  const rules = (await listRules(req.scope)).filter((rule) => show === 'all' || rule.inForce)
  neverCache(res)
  res.json({ rules: rules.slice(offset, offset + limit), count: rules.length })
}

/**
 * `POST /admin/rules`: adopts records, all or none; with `dryRun` it only says what would become of each, with every fault. Throws
 * `rules_refused` with the same answer below `results`.
 */
export async function POST(req: AuthenticatedMedusaRequest<AdoptRulesBody>, res: MedusaResponse): Promise<void> {
  const { records, dryRun } = req.validatedBody
  neverCache(res)
  if (dryRun) {
    const service: RuleBookModuleService = req.scope.resolve(RULE_BOOK_MODULE)
    const read = readRecords(records)
    res.json({ results: toResults(read.records, await service.weigh(read.sound)) })
    return
  }
  const { result } = await adoptRulesWorkflow(req.scope).run({ input: { records, userId: req.auth_context.actor_id } })
  res.json({ results: result })
}
