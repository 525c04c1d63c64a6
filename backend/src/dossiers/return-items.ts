import { criteriaOf, requiredPapers, setOf } from '@sao-lang/traceability/verify/rating'
import { ApiError } from '../http/api-error'
import type { DossierDTO } from '../modules/dossier/service'
import type { ReturnItem } from './bodies'
import { statementsFor } from './completeness'
import { DOSSIER_FIELDS } from './dossier-form'
import type { DossierRules } from './dossier-rules'

/** What a return can name in a dossier: its criteria, the papers it must hold, its fields, statements and story. */
export function returnableIn(
  { kind, set_no }: Pick<DossierDTO, 'kind' | 'set_no'>,
  { rubric, papers }: DossierRules,
): Record<ReturnItem['what'], Set<string>> {
  return {
    criterion: new Set(criteriaOf(setOf(rubric, set_no)).map(({ id }) => id)),
    paper: new Set(requiredPapers(papers, kind, set_no).map(({ paper }) => paper)),
    field: new Set([...DOSSIER_FIELDS, ...statementsFor(papers, kind).map(({ code }) => code), 'story']),
  }
}

/** Throws ApiError 422 `dossier_return_items` for a thing the dossier does not have, or one named twice. */
export function requireReturnItems(
  dossier: Pick<DossierDTO, 'kind' | 'set_no'>,
  items: readonly ReturnItem[],
  rules: DossierRules,
): void {
  const known = returnableIn(dossier, rules)
  const once = new Set(items.map(({ what, ref }) => `${what}:${ref}`)).size === items.length
  if (!once || items.some(({ what, ref }) => !known[what].has(ref))) {
    throw new ApiError(422, 'dossier_return_items', { field: 'items' })
  }
}
