import type { MedusaContainer } from '@medusajs/framework/types'
import { adoptRulesWorkflow } from '@sao-lang/backend/workflows/rules/workflows/adopt-rules'
import type { RuleRecord } from '@sao-lang/traceability/verify/rating'

/** Adopts the rules that are not on record yet. Out: how many were new. Throws what the workflow throws; then none is written. */
export async function seedRules(container: MedusaContainer, records: readonly RuleRecord[]): Promise<number> {
  const { result } = await adoptRulesWorkflow(container).run({ input: { records, userId: null } })
  return result.filter(({ outcome }) => outcome === 'new').length
}
