/** Mirrors backend/src/settlement/statement.ts. Whole đồng; what is taken off is negative. */
export const STATEMENT_PARTS = [
  'goods',
  'shipping',
  'made_up',
  'commission',
  'centre_commission',
  'vat',
  'pit',
  'refund',
  'freight',
  'payout',
  'payout_back',
] as const
export type StatementPart = (typeof STATEMENT_PARTS)[number]

export interface StatementRow {
  orderNo: string | null
  orderId: string | null
  at: string
  parts: Partial<Record<StatementPart, number>>
  net: number
}

export interface Statement {
  month: string
  opening: number
  closing: number
  totals: Record<StatementPart, number>
  rows: StatementRow[]
}

export interface StatementSummary {
  month: string
  sold: number
  takenOff: number
  paidOut: number
}

export interface ComingPayout {
  balance: number
  payable: number
  holdDays: number
  minAmount: number
  hold: 'suspended' | 'account_unverified' | null
}
