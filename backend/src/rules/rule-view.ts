import type { MedusaContainer } from '@medusajs/framework/types'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { recordOn } from '@sao-lang/traceability/verify/rating'
import { RULE_BOOK_MODULE } from '../modules/rule-book'
import type { AdoptedRule, RuleBookModuleService } from '../modules/rule-book/service'

/** A record as lists show it. */
export interface RuleView {
  id: string
  kind: string
  key: string
  /** The key as addresses carry it: `26-2026` for `26/2026`. */
  slug: string
  validFrom: string
  validTo: string | null
  title: string
  source: string
  confidence: AdoptedRule['confidence']
  sha256: string
  adoptedAt: string
  /** True for the record of its kind and key that counts today. */
  inForce: boolean
}

/** Every adopted record, by kind and key, the newest of each first. In: today, yyyy-mm-dd at +07. */
export async function listRules(container: MedusaContainer, today = vietnamDay(new Date())): Promise<RuleView[]> {
  const service: RuleBookModuleService = container.resolve(RULE_BOOK_MODULE)
  const rows = await service.listAdopted()
  return rows.map((row) => {
    const siblings = rows.filter((each) => each.kind === row.kind && each.key === row.key)
    return toRuleView(row, ruleOn(siblings, today)?.id === row.id)
  })
}

/**
 * One record with its content. In: kind and slug, and the day it shall be in force on; without a day the one of today, else the
 * newest. Null when there is none.
 */
export async function findRule(
  container: MedusaContainer,
  { kind, slug, day }: { kind: string; slug: string; day: string | undefined },
): Promise<{ rule: RuleView; data: Record<string, unknown> } | null> {
  const service: RuleBookModuleService = container.resolve(RULE_BOOK_MODULE)
  const rows = (await service.listAdopted()).filter((row) => row.kind === kind && slugOf(row.key) === slug)
  const today = vietnamDay(new Date())
  const row = day === undefined ? (ruleOn(rows, today) ?? rows[0]) : ruleOn(rows, day)
  if (!row) return null
  const { data } = await service.retrieveRuleRecord(row.id, { select: ['data'] })
  return { rule: toRuleView(row, ruleOn(rows, today)?.id === row.id), data }
}

/** Version keys have a slash, which addresses cannot carry in one segment. */
export function slugOf(key: string): string {
  return key.replaceAll('/', '-')
}

function ruleOn(rows: readonly AdoptedRule[], day: string): AdoptedRule | null {
  const periods = rows.map((row) => ({ row, validFrom: row.valid_from, validTo: row.valid_to }))
  return recordOn(periods, day)?.row ?? null
}

function toRuleView(row: AdoptedRule, inForce: boolean): RuleView {
  return {
    ...{ id: row.id, kind: row.kind, key: row.key, slug: slugOf(row.key) },
    ...{ validFrom: row.valid_from, validTo: row.valid_to, title: row.title, source: row.source },
    ...{ confidence: row.confidence, sha256: row.sha256, adoptedAt: row.adopted_at, inForce },
  }
}
