export const APPLICATION_STATES = ['draft', 'submitted', 'sent_back', 'approved', 'refused'] as const
export type ApplicationState = (typeof APPLICATION_STATES)[number]

/** What an applicant writes, in the order of the form. A reason for sending back names one of them or a paper. */
export const APPLICATION_FIELDS = [
  'legalForm',
  'name',
  'taxCode',
  'registrationNumber',
  'provinceCode',
  'communeCode',
  'street',
  'representative',
  'phone',
  'email',
  'goods',
  'bankBin',
  'bankNumber',
  'bankHolder',
] as const
export type ApplicationField = (typeof APPLICATION_FIELDS)[number]

export const SELLER_PAPER_KINDS = [
  'business_registration',
  'representative_id',
  'food_safety',
  'ocop_decision',
  'bank_proof',
  'other',
] as const
export type SellerPaperKind = (typeof SELLER_PAPER_KINDS)[number]
