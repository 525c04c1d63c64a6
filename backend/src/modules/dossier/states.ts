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

/** Why it is filed: QĐ 26/2026 art. 6 and 7. */
export const DOSSIER_KINDS = ['first', 'upgrade', 'renewal'] as const
export type DossierKind = (typeof DOSSIER_KINDS)[number]

/** What the commune confirms of its own knowledge (Mẫu 03). */
export const CONFIRMED_ITEMS = ['origin', 'local_labour', 'idea', 'identity'] as const
export type ConfirmedItem = (typeof CONFIRMED_ITEMS)[number]
