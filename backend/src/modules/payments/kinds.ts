/** Where money came in: the gateway, a bank statement, a carrier's file, or an operator who saw it. */
export const RECEIPT_SOURCES = ['vnpay', 'bank', 'carrier', 'operator'] as const
export type ReceiptSource = (typeof RECEIPT_SOURCES)[number]

/** How a buyer pays before delivery. */
export const PREPAID_METHODS = ['vnpay', 'bank_transfer'] as const
export type PrepaidMethod = (typeof PREPAID_METHODS)[number]

/** `held`: the gateway took the money and suspects fraud; a person decides. */
export const ATTEMPT_STATES = ['open', 'superseded', 'paid', 'failed', 'expired', 'held'] as const
export type AttemptState = (typeof ATTEMPT_STATES)[number]

/**
 * What became of money that came in. `applied`: it paid its group. The others lie in the group's `unapplied` account: `late` and
 * `duplicate` are sent back at once, `wrong_amount` of a bank transfer and `held` wait for a person.
 */
export const RECEIPT_OUTCOMES = ['applied', 'late', 'duplicate', 'wrong_amount', 'held'] as const
export type ReceiptOutcome = (typeof RECEIPT_OUTCOMES)[number]

/** `manual`: a person pays it and confirms with the bank's number. */
export const REFUND_STATES = ['asked', 'sent', 'done', 'refused', 'manual'] as const
export type RefundState = (typeof REFUND_STATES)[number]

export const MESSAGE_KINDS = ['ipn', 'querydr', 'refund'] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** One thing on which our books and the gateway's disagree. Amounts in whole đồng; null where one side knows nothing. */
export interface Difference {
  kind: 'only_ours' | 'only_theirs' | 'amount' | 'state' | 'unreachable'
  what: 'receipt' | 'refund'
  reference: string
  groupId: string | null
  ours: number | null
  theirs: number | null
  note: string
}
