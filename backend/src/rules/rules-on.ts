import type { MedusaContainer } from '@medusajs/framework/types'
import type { RuleRecord } from '@sao-lang/traceability/verify/rating'
import { RULE_BOOK_MODULE } from '../modules/rule-book'
import type { RuleBookModuleService } from '../modules/rule-book/service'
import { RuleBook, type Rules } from './rules'

/** The last book read by this process: it is the same for every request until somebody adopts a record. */
let kept: { version: string; book: RuleBook } | null = null

/**
 * The rules of a calendar day at +07, yyyy-mm-dd, as they are on record now. One small query when the book has not changed.
 * The members of the answer throw ApiError 409 `rule_missing`.
 */
export async function rulesOn(container: MedusaContainer, day: string): Promise<Rules> {
  return (await ruleBook(container)).on(day)
}

/** All rules on record, for whoever asks for several days. */
export async function ruleBook(container: MedusaContainer): Promise<RuleBook> {
  const service: RuleBookModuleService = container.resolve(RULE_BOOK_MODULE)
  const version = await service.version()
  if (kept?.version === version) return kept.book
  const rows = await service.listRuleRecords({}, { take: null })
  const book = new RuleBook(
    rows.map((row) => ({
      ...{ kind: row.kind as RuleRecord['kind'], key: row.key, validFrom: row.valid_from, validTo: row.valid_to },
      ...{ title: row.title, source: row.source, confidence: row.confidence, data: row.data },
    })),
  )
  kept = { version, book }
  return book
}
