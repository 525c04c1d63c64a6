import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { RULE_BOOK_MODULE } from '../../../modules/rule-book'
import type { RuleBookModuleService } from '../../../modules/rule-book/service'
import { readRecords, toResults } from '../../../rules/weigh-records'
import type { AdoptRulesInput } from '../workflows/adopt-rules'

/** Adopts records, all or none; the undo takes the new ones off the book. Throws ApiError `rules_refused` with what is wrong with each. */
export const adoptRulesStep = createStep(
  'adopt-rules',
  async ({ records, userId }: AdoptRulesInput, { container }) => {
    const service: RuleBookModuleService = container.resolve(RULE_BOOK_MODULE)
    const read = readRecords(records)
    if (read.rows === null) {
      const verdicts = await service.weigh(read.sound)
      throw new ApiError(400, 'rules_refused', { extra: { results: toResults(read.records, verdicts) } })
    }
    const { verdicts, ids } = await service.adopt(read.rows, { userId, at: new Date() })
    const results = toResults(read.records, verdicts)
    if (results.some((result) => result.outcome === 'refused'))
      throw new ApiError(409, 'rules_refused', { extra: { results } })
    return new StepResponse(results, ids)
  },
  async (ids, { container }) => {
    if (!ids?.length) return
    const service: RuleBookModuleService = container.resolve(RULE_BOOK_MODULE)
    await service.deleteRuleRecords(ids)
  },
)
