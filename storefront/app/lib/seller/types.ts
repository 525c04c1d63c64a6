/** Mirrors of the backend's `ApplicationView` and its neighbours (`backend/src/sellers`). */
export const APPLICATION_TEXTS = [
  'name',
  'legalForm',
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
  'bankHolder',
] as const
export type ApplicationText = (typeof APPLICATION_TEXTS)[number]

export const PAPER_KINDS = [
  'business_registration',
  'representative_id',
  'food_safety',
  'ocop_decision',
  'bank_proof',
  'other',
] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

export const LEGAL_FORM_CHOICES = [
  'household',
  'cooperative',
  'cooperative_group',
  'private_enterprise',
  'single_member_llc',
  'llc',
  'joint_stock',
  'production_facility',
] as const

export interface SellerApplication {
  id: string
  number: string
  state: 'draft' | 'submitted' | 'sent_back' | 'approved' | 'refused'
  fields: Record<ApplicationText, string>
  bankLastFour: string | null
  termsAgreed: boolean
  privacyAgreed: boolean
  papers: { id: string; kind: PaperKind; title: string; mediaType: string; bytes: number }[]
  problems: { field: string; code: 'missing' | 'too_short' | 'invalid' | 'not_for_legal_form' }[]
  reasons: { field: string; reason: string }[]
  refuseReason: string | null
  submittedAt: string | null
  decidedAt: string | null
  invitation: { id: string; token: string } | null
  banks: { bin: string; name: string }[]
}

export const MEMBER_ROLES = ['owner', 'manager', 'packer', 'bookkeeper'] as const
export type MemberRole = (typeof MEMBER_ROLES)[number]

export interface InvitationCard {
  producerName: string
  name: string
  role: MemberRole
  email: string | null
  expiresAt: string
}

export interface ProducerMember {
  id: string
  name: string
  email: string
  role: MemberRole
  status: 'active' | 'suspended'
}

export interface OpenInvitation {
  id: string
  name: string
  role: MemberRole
  masked: string
  expiresAt: string
}

export interface BankAccount {
  id: string
  bankBin: string
  bankName: string
  holder: string
  lastFour: string
  state: 'unverified' | 'verified'
  hold: 'suspended' | 'account_unverified' | null
}
