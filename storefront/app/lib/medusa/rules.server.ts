import type { RequestContext } from '#app/lib/request-context.server.ts'
import { publicAnswer } from './answer-cache.server.ts'
import type { RubricAnswer, RuleRow } from './rules-types.ts'

/** Every rule on record, in force and before. Throws ShopError. */
export function readRules(context: RequestContext): Promise<{ rules: RuleRow[] }> {
  return publicAnswer(context, '/store/rules')
}

/** One version of the criteria by its slug, e.g. `26-2026`. Throws ShopError, `not_found` for an unknown one. */
export function readRubricVersion(context: RequestContext, version: string): Promise<RubricAnswer> {
  return publicAnswer(context, `/store/rules/rubric/${encodeURIComponent(version)}`)
}
