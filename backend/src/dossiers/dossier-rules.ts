import type { MedusaContainer } from '@medusajs/framework/types'
import type { DossierPapers, ProductCodeFormat, Rubric, Windows } from '@sao-lang/traceability/verify/rating'
import type { Rules } from '../rules/rules'
import { rulesOn } from '../rules/rules-on'

/** Every rule a dossier is made and judged by on a day. */
export interface DossierRules {
  rubric: Rubric
  papers: DossierPapers
  windows: Windows
  productCode: ProductCodeFormat
  workingDayAfter: Rules['workingDayAfter']
}

/**
 * The rules of a day, yyyy-mm-dd at +07. In: the rubric version a dossier was begun under; left out, the one in force.
 * Throws ApiError 409 `rule_missing` for a day the rule book says nothing about.
 */
export async function dossierRules(container: MedusaContainer, day: string, version?: string): Promise<DossierRules> {
  const rules = await rulesOn(container, day)
  return {
    rubric: version === undefined ? rules.rubric : rules.rubricOf(version),
    papers: rules.dossierPapers,
    windows: rules.windows,
    productCode: rules.productCode,
    workingDayAfter: (from, n) => rules.workingDayAfter(from, n),
  }
}
