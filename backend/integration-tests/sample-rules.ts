import type { MedusaContainer } from '@medusajs/framework/types'
import { seedRuleRecords } from '../src/rules/testing/seed-rules'
import { adoptRulesWorkflow } from '../src/workflows/rules/workflows/adopt-rules'

/** Adopts every rule of the seed through the same workflow as the real shop. Suites load this file with `loadSource`. */
export async function adoptSeedRules(container: MedusaContainer): Promise<void> {
  await adoptRulesWorkflow(container).run({ input: { records: seedRuleRecords(), userId: null } })
}
