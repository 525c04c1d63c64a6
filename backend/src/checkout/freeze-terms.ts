import type { Sql } from '../money/in-transaction'
export interface SoldDiscount {
  offerId: string
  bearer: 'producer' | 'centre' | 'platform'
  amount: number
}
export interface SoldGroup {
  groupId: string
  at: Date
  orders: {
    orderId: string
    producerId: string
    legalForm: string
    centreId: string | null
    shipping: number
    shippingDiscounts: SoldDiscount[]
    lines: {
      lineId: string
      productId: string
      sector: string
      quantity: number
      goods: number
      discounts: SoldDiscount[]
    }[]
  }[]
}
/** Placeholder until the ledger's is merged. */
export async function freezeTerms(_sql: Sql, _sold: SoldGroup): Promise<void> {}
