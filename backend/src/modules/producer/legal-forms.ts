/** Legal forms that the programme's documents name. */
export const LEGAL_FORMS = [
  'cooperative',
  'cooperative_group',
  'household',
  'private_enterprise',
  'single_member_llc',
  'llc',
  'joint_stock',
  'company_unspecified',
  'production_facility',
  'other',
] as const

export type LegalForm = (typeof LEGAL_FORMS)[number]
