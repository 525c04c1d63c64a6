import { type Rubric, readRubric } from '@sao-lang/traceability/verify/rating'
import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { RubricAnswer, RuleRow } from './rules-types.ts'

/** Every rule on record, in force and before. Throws ShopError. */
export function readRules(context: RequestContext): Promise<{ rules: RuleRow[] }> {
  return publicAnswer(context, '/store/rules')
}

/** Versions that were read, by the hash of their record: an adopted record never changes. */
const read = new Map<string, Rubric>()

/** One version of the criteria by its slug, e.g. `26-2026`. Throws ShopError, `not_found` for an unknown one. */
export async function readRubricVersion(context: RequestContext, version: string): Promise<RubricAnswer> {
  const path = `/store/rules/rubric/${encodeURIComponent(version)}`
  const { rule, data } = await publicAnswer<{ rule: RuleRow; data: unknown }>(context, path)
  const rubric = read.get(rule.sha256) ?? readRubric(data)
  read.set(rule.sha256, rubric)
  return { rule, data: rubric }
}
