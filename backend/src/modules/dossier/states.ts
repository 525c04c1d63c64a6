/** Where a dossier stands on its way; docs/recognition.md. */
export const DOSSIER_STATES = [
  'draft',
  'submitted',
  'in_review',
  'returned',
  'passed_on',
  'evaluated',
  'decided',
  'withdrawn',
  'refused',
] as const
export type DossierState = (typeof DOSSIER_STATES)[number]

/** At the end of the road: the product may begin another. */
export const CLOSED_STATES: readonly DossierState[] = ['decided', 'withdrawn', 'refused']

/** Why it is filed: QĐ 26/2026 art. 6 and 7. */
export { DOSSIER_KINDS, type DossierKind } from '@sao-lang/traceability/verify/rating'
