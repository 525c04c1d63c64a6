import type { CommissionPayee, Tax } from '../modules/settlement/kinds'

/** A commission as a line owes it; `amount` is for the whole line. */
export interface FrozenCommission {
  ruleId: string
  name: string
  payee: CommissionPayee
  /** Of a percentage rule; null when the rule names an amount. */
  basisPoints: number | null
  amount: number
}

/** A tax as a household owes it on a line. */
export interface FrozenTax {
  tax: Tax
  rateId: string
  basisPoints: number
  amount: number
}

/** One line's frozen terms; amounts are whole đồng of the whole line. */
export interface LineTerms {
  lineId: string
  kind: 'goods' | 'freight'
  groupId: string
  orderId: string
  producerId: string
  centreId: string | null
  productId: string | null
  sector: string | null
  legalForm: string
  quantity: number
  goods: number
  producerDiscount: number
  centreDiscount: number
  platformDiscount: number
  paid: number
  base: number
  commissions: FrozenCommission[]
  taxes: FrozenTax[]
}

/** What of a line was given back so far. */
export interface Refunded {
  quantity: number
  amount: number
}

export const NOTHING_REFUNDED: Refunded = { quantity: 0, amount: 0 }

/** The line that stands for the delivery of an order, for refunds of freight. */
export function freightLine(orderId: string): string {
  return `freight_${orderId}`
}

/** What of a named amount is left once `refunded` of the line was given back: a function of the sum alone, so that partial refunds in any order end where one refund of all ends. */
export function leftOf(amount: number, terms: Pick<LineTerms, 'paid' | 'quantity'>, refunded: Refunded): number {
  const [part, whole] = terms.paid > 0 ? [refunded.amount, terms.paid] : [refunded.quantity, terms.quantity]
  return amount - Number((BigInt(amount) * BigInt(part)) / BigInt(whole))
}
