/** Mirrors backend/src/settlement/centre-statement.ts. Whole đồng; what is taken off is negative. */
export const CENTRE_PARTS = ['commission', 'discount', 'refund', 'till', 'payout', 'payout_back'] as const
export type CentrePart = (typeof CENTRE_PARTS)[number]

export interface CentreStatement {
  month: string
  opening: number
  closing: number
  totals: Record<CentrePart, number>
  rows: {
    orderNo: string | null
    orderId: string | null
    at: string
    parts: Partial<Record<CentrePart, number>>
    net: number
  }[]
}

export interface CentreAccount {
  bankName: string
  holder: string
  lastFour: string
  state: 'unverified' | 'verified'
}
