import type { Picture } from '@sao-lang/traceability/verify'
import type { ParcelView, ReturnView } from '#app/lib/orders/types.ts'

export type LineProblem = 'none' | 'price_changed' | 'out_of_stock' | 'too_many' | 'withdrawn'

export type PaymentMethod = 'vnpay' | 'bank_transfer' | 'cod'
export type DeliveryMethod = 'flat' | 'by_weight' | 'pick_up'

/** One line of the cart against today's price and stock. Money is integer đồng. */
export interface ReviewLine {
  id: string
  title: string
  variantTitle: string
  handle: string
  producer: { handle: string; name: string }
  picture: Picture | null
  quantity: number
  /** The price it was put in for. */
  unitPrice: number
  /** Today's price; null when it is no longer sold. */
  currentPrice: number | null
  available: number | null
  /** `unitPrice × quantity`. */
  goods: number
  discount: number
  problem: LineProblem
}

/** Where goods are picked up. */
export interface PickUpShop {
  handle: string
  name: string
  location: string | null
}

/** One way in which a producer's goods may come; exactly one of a group is chosen. */
export interface DeliveryChoice {
  key: string
  method: DeliveryMethod
  shop: (PickUpShop & { id: string }) | null
  fee: number
  chosen: boolean
}

/** The goods of one producer, which travel together. */
export interface ReviewGroup {
  producer: { id: string; handle: string; name: string }
  lineIds: string[]
  /** Null when a weight is not known. */
  weightGrams: number | null
  /** Cheapest first; none: cannot be delivered. */
  deliveries: DeliveryChoice[]
  goods: number
  discount: number
  shippingFee: number
  shippingDiscount: number
  shipping: number
  total: number
}

/** A promotion code that the buyer typed, and what becomes of it. */
export interface ReviewOffer {
  code: string
  title: { vi: string; en: string }
  kind: 'percent' | 'amount' | 'free_delivery'
  amount: number
  state: 'applied' | 'not_begun' | 'over' | 'used_up' | 'used_by_you' | 'spend_more' | 'no_goods' | 'not_with_others'
  /** Đồng still to spend, with `spend_more`. */
  missing: number | null
}

export interface OfferedMethod {
  method: PaymentMethod
  offered: boolean
  reason: null | 'above_limit' | 'pre_order' | 'not_set_up'
  limit: number | null
}

/** Where an order goes: the two-tier address in force since 1/7/2025. */
export interface Delivery {
  name: string
  phone: string
  email: string | null
  street: string
  note: string | null
  province: { code: string; name: string }
  commune: { code: string; name: string }
}

export interface CartReview {
  lines: ReviewLine[]
  /** One a producer, in the order of their first lines. */
  groups: ReviewGroup[]
  offers: ReviewOffer[]
  /** Goods before discounts. */
  itemTotal: number
  discountTotal: number
  shippingTotal: number
  total: number
  /** True when lines, deliveries and address are in order. */
  ready: boolean
  delivery: Delivery | null
  paymentMethods: OfferedMethod[]
}

export type GroupState = 'awaiting_payment' | 'placed' | 'expired' | 'canceled'

/** What a cart became. */
export interface PlacedGroup {
  groupId: string
  displayNo: string
  /** Opens the order's page for 180 days. */
  token: string
  method: PaymentMethod
  state: GroupState
  /** UTC; pay until then. */
  expiresAt: string | null
}

export type SellerOrderState =
  | 'awaiting_payment'
  | 'to_confirm'
  | 'confirmed'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'refused'
  | 'canceled'

export interface GroupLine {
  id: string
  title: string
  variantTitle: string
  handle: string
  picture: Picture | null
  quantity: number
  unitPrice: number
  goods: number
  discount: number
  total: number
}

/** A parcel as its buyer sees it. `canReceive`: the buyer may say that it has arrived. */
export type BuyerParcel = Pick<
  ParcelView,
  | 'id'
  | 'no'
  | 'state'
  | 'packedAt'
  | 'shippedAt'
  | 'deliveredAt'
  | 'closedAt'
  | 'closeReason'
  | 'carrier'
  | 'trackingNo'
> & { lines: { lineId: string; title: string; quantity: number }[]; canReceive: boolean }

/** Money on its way back: `manual` is paid by a person, the others go back through VNPay. */
export interface BuyerRefund {
  id: string
  orderId: string | null
  amount: number
  state: 'asked' | 'sent' | 'done' | 'refused' | 'manual'
  askedAt: string
  doneAt: string | null
}

/** Where refunds that a person pays go. `hint`: the account given, masked; null while one is missing. */
export interface RefundAccountAsked {
  amount: number
  hint: string | null
  banks: readonly { bin: string; name: string }[]
}

/** One producer's part of an order group. Moments are UTC, ISO 8601. */
export interface GroupOrder {
  id: string
  no: string
  producer: { handle: string; name: string }
  state: SellerOrderState
  deliveryMethod: DeliveryMethod
  shop: PickUpShop | null
  lines: GroupLine[]
  goods: number
  discount: number
  shipping: number
  total: number
  refunded: number
  moments: Record<'confirmed' | 'packed' | 'shipped' | 'delivered' | 'closed', string | null>
  closeReason: string | null
  canCancel: boolean
  parcels: BuyerParcel[]
  returns: ReturnView[]
  refunds: BuyerRefund[]
  /** What the buyer may ask of the seller now. */
  canAsk: 'cancel' | 'return' | null
  /** Messages of the seller that the buyer has not read. */
  unreadMessages: number
}

/** An order group as its buyer sees it. */
export interface GroupView {
  id: string
  displayNo: string
  placedAt: string
  state: GroupState
  method: PaymentMethod
  paidAt: string | null
  expiresAt: string | null
  email: string | null
  phone: string
  delivery: Delivery
  orders: GroupOrder[]
  itemTotal: number
  discountTotal: number
  shippingTotal: number
  total: number
  /** Asked, sent and done. */
  refunded: number
  /** Refunds of money that paid no order. */
  otherRefunds: BuyerRefund[]
  refundAccount: RefundAccountAsked | null
  canCancel: boolean
  canChangeTo: PaymentMethod[]
}

export type OrderStep = 'placed' | 'confirmed' | 'packed' | 'shipped' | 'delivered' | 'canceled'

export interface OrderLine {
  id: string
  title: string
  handle: string
  producer: { handle: string; name: string }
  picture: Picture | null
  quantity: number
  unitPrice: number
  total: number
}

export interface OrderView {
  id: string
  displayId: number
  /** UTC, ISO 8601. */
  createdAt: string
  status: string
  email: string | null
  phone: string
  delivery: Delivery
  lines: OrderLine[]
  itemTotal: number
  shippingTotal: number
  total: number
  payment: 'cod'
  /** In order; `at` is null for a step that was not reached. */
  timeline: { status: OrderStep; at: string | null }[]
}
