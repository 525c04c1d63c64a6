/** What happened, as the ledger names it. */
export const ENTRY_KINDS = [
  'paid',
  'unapplied',
  'collected',
  'earned',
  'terms',
  'refund_asked',
  'refund_done',
  'refund_refused',
  'remitted',
  'fee',
  'freight',
  'tax_remitted',
  'payout_sent',
  'payout_confirmed',
  'payout_reversed',
] as const
export type EntryKind = (typeof ENTRY_KINDS)[number]

/** A word with a colon; what follows the first word is an id, or the name of an account there is once. */
export type Account =
  | 'gateway:vnpay'
  | 'bank:main'
  | `carrier:${string}`
  | `till:${string}`
  | `advance:${string}`
  | `unapplied:${string}`
  | `claim:${string}`
  | `seller:${string}`
  | `centre:${string}`
  | 'tax:vat'
  | 'tax:pit'
  | `transit:${string}`
  | 'income:commission'
  | 'cost:promotion'
  | 'cost:gateway_fee'
  | 'cost:freight'

/** Where money of ours lies: what a receipt is booked to and a refund is paid from. */
export type AssetAccount = Extract<Account, 'gateway:vnpay' | 'bank:main' | `carrier:${string}` | `till:${string}`>

/** First words of accounts, and whether they hold what we have (debit) or what we owe and earn (credit). */
export const ACCOUNT_FAMILIES = {
  gateway: 'debit',
  bank: 'debit',
  carrier: 'debit',
  till: 'debit',
  advance: 'credit',
  unapplied: 'credit',
  claim: 'credit',
  seller: 'credit',
  centre: 'credit',
  tax: 'credit',
  transit: 'credit',
  income: 'credit',
  cost: 'debit',
} as const
export type AccountFamily = keyof typeof ACCOUNT_FAMILIES

export const COMMISSION_BASES = ['percent', 'per_unit', 'per_order'] as const
export const COMMISSION_PAYEES = ['platform', 'centre'] as const
export const COMMISSION_SCOPES = ['all', 'sector', 'producer', 'centre', 'product'] as const
export type CommissionBasis = (typeof COMMISSION_BASES)[number]
export type CommissionPayee = (typeof COMMISSION_PAYEES)[number]
export type CommissionScope = (typeof COMMISSION_SCOPES)[number]

export const TAXES = ['vat', 'pit'] as const
export const TAX_CATEGORIES = ['goods', 'service', 'transport'] as const
export type Tax = (typeof TAXES)[number]
export type TaxCategory = (typeof TAX_CATEGORIES)[number]

export const BATCH_STATES = ['draft', 'approved', 'sent', 'closed', 'canceled'] as const
export const PAYOUT_STATES = ['draft', 'sent', 'confirmed', 'reversed', 'dropped'] as const
export type BatchState = (typeof BATCH_STATES)[number]
export type PayoutState = (typeof PAYOUT_STATES)[number]
