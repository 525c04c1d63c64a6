import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { RULE_BOOK_MODULE } from '../../../modules/rule-book'
import type { RuleBookModuleService } from '../../../modules/rule-book/service'
import { listRules } from '../../../rules/rule-view'
import { readRecords, toResults } from '../../../rules/weigh-records'
import { adoptRulesWorkflow } from '../../../workflows/rules/workflows/adopt-rules'
import type { AdoptRulesBody } from '../validators'

/** `GET /admin/rules`: every adopted record without its content. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const rules = await listRules(req.scope)
  neverCache(res)
  res.json({ rules, count: rules.length })
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
