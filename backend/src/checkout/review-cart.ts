import type { MedusaContainer } from '@medusajs/framework/types'
import type { Picture } from '@sao-lang/traceability/verify'
import type { OfferKind } from '../modules/promotion-offer/kinds'
import type { OfferState } from '../promotion-offers/apply-offers'
import type { Delivery } from './delivery'
import type { DeliveryKey, DeliveryMethod } from './delivery-methods'
import type { LineProblem } from './judge-lines'
import type { OfferedMethod } from './payment-methods'
import { planCart } from './plan-cart'

export interface ReviewLine {
  id: string
  title: string
  variantTitle: string
  handle: string
  producer: { handle: string; name: string }
  picture: Picture | null
  quantity: number
  unitPrice: number
  /** Null when it cannot be bought any more. */
  currentPrice: number | null
  /** Units the stock allows; null when withdrawn or when stock is not kept. */
  available: number | null
  /** unitPrice × quantity. */
  goods: number
  discount: number
  problem: LineProblem
}

export interface DeliveryChoice {
  key: DeliveryKey
  method: DeliveryMethod
  shop: { id: string; handle: string; name: string; location: string | null } | null
  fee: number
  /** Exactly one of a group's is. */
  chosen: boolean
}

/** One producer's part of a cart. */
export interface ReviewGroup {
  producer: { id: string; handle: string; name: string }
  lineIds: string[]
  /** Null when a weight is not known. */
  weightGrams: number | null
  /** Cheapest first, fetching last; empty: cannot be delivered. */
  deliveries: DeliveryChoice[]
  goods: number
  discount: number
  shippingFee: number
  shippingDiscount: number
  /** What the buyer pays for the delivery. */
  shipping: number
  total: number
}

export interface ReviewOffer {
  code: string
  title: { vi: string; en: string }
  kind: OfferKind
  amount: number
  state: OfferState
  missing: number | null
}

/** A cart as it would be ordered now; money is whole đồng (docs/contracts.md). */
export interface CartReview {
  lines: ReviewLine[]
  /** In the order of their first lines. */
  groups: ReviewGroup[]
  offers: ReviewOffer[]
  /** Goods before discounts. */
  itemTotal: number
  discountTotal: number
  shippingTotal: number
  /** itemTotal − discountTotal + shippingTotal. */
  total: number
  /** True when nothing stands in the way of ordering. */
  ready: boolean
  delivery: Delivery | null
  paymentMethods: OfferedMethod[]
}

/**
 * Compares a cart with today's prices, stock, delivery rates and promotions. Changes nothing.
 * Throws ApiError 404 for an unknown cart and 409 `already_placed` for one that became an order.
 */
export async function reviewCart(container: MedusaContainer, cartId: string): Promise<CartReview> {
  const { review } = await planCart(container, cartId)
  return review
}
