/**
 * `new`: taken over, not looked at yet. `applied`, `late`, `duplicate`, `wrong_amount`: what became of it as money for a group.
 * `unmatched`: for a person. `not_ours`: a person said it is for no order. `returned`: a person sent it back.
 * `refund_asked`: of a wrong amount, going back to the buyer.
 * `counter_sale`: money of a sale at a counter, which was booked to the bank with the sale.
 */
export const BANK_LINE_STATES = [
  'new',
  'applied',
  'late',
  'duplicate',
  'wrong_amount',
  'unmatched',
  'not_ours',
  'returned',
  'refund_asked',
  'counter_sale',
] as const
export type BankLineState = (typeof BANK_LINE_STATES)[number]

/** What a carrier says of a parcel. */
export const CARRIER_REPORTS = ['delivered', 'refused'] as const
export type CarrierReport = (typeof CARRIER_REPORTS)[number]

/** `new`: taken over, not looked at yet. `settled`: books and file agree. `open`: for a person. `closed`: a person has seen to it. */
export const CARRIER_LINE_STATES = ['new', 'settled', 'open', 'closed'] as const
export type CarrierLineState = (typeof CARRIER_LINE_STATES)[number]

/** Why a line is for a person. */
export const CARRIER_PROBLEMS = [
  'unknown_parcel',
  'short_paid',
  'over_paid',
  'not_shipped',
  'said_otherwise',
  'partly_refused',
] as const
export type CarrierProblem = (typeof CARRIER_PROBLEMS)[number]
