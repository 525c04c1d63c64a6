/** Orders as the backend tells them to their producer and their buyer (`backend/src/parcels/read-orders.ts`). Money is whole đồng. */
export type SellerOrderState =
  | 'awaiting_payment'
  | 'to_confirm'
  | 'confirmed'
  | 'packed'
  | 'shipped'
  | 'delivered'
  | 'refused'
  | 'canceled'
export type ParcelState = 'packed' | 'shipped' | 'delivered' | 'refused'
export type PaymentMethod = 'vnpay' | 'bank_transfer' | 'cod'

export const CARRIERS = ['ghn', 'ghtk', 'viettel-post', 'vnpost', 'jt', 'spx', 'own', 'other'] as const
export type Carrier = (typeof CARRIERS)[number]

export interface ParcelView {
  id: string
  no: number
  state: ParcelState
  packedAt: string
  shippedAt: string | null
  deliveredAt: string | null
  closedAt: string | null
  closeReason: string | null
  carrier: Carrier | null
  trackingNo: string | null
  codAmount: number
  jointInspection: boolean
  takenBackAt: string | null
  lines: {
    lineId: string
    title: string
    quantity: number
    lots: { lotCode: string; bestBefore: string | null; quantity: number; reason: string | null }[]
    codes: string[]
  }[]
}

export interface SellerOrderLine {
  orderId: string
  number: string
  state: SellerOrderState
  method: PaymentMethod
  paid: boolean
  placedAt: string
  undoUntil: string | null
  total: number
  receiver: { name: string; place: string }
  lines: { lineId: string; title: string; variant: string | null; quantity: number; packed: number }[]
  parcels: number
  openRequests: number
  unreadMessages: number
  closeReason: string | null
}

export interface SellerOrderView extends Omit<SellerOrderLine, 'parcels' | 'receiver'> {
  groupId: string
  goods: number
  discount: number
  shipping: number
  refunded: number
  delivery: {
    name: string
    phone: string
    street: string
    note: string | null
    province: { name: string }
    commune: { name: string }
  } | null
  parcels: ParcelView[]
}

export interface OrderCounts {
  to_confirm: number
  to_pack: number
  to_ship: number
  under_way: number
  to_answer: number
  unread: number
}

export const ORDER_FILTERS = [
  'to_confirm',
  'to_pack',
  'to_ship',
  'under_way',
  'done',
  'closed',
  'unread',
  'all',
] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]

export interface PackingLine {
  lineId: string
  title: string
  variant: string | null
  left: number
  short: number
  booked: boolean
  /** First day of the harvest it was ordered ahead of; null when it can be packed. */
  waitsFor: string | null
  /** What a gift set holds; empty for anything else. */
  parts: { productId: string; title: string; each: number }[]
  lots: {
    productId: string
    lotRef: string
    lotCode: string
    bestBefore: string | null
    free: number | null
    given: number
    unfit: 'recalled' | 'expired' | null
  }[]
}

export const RETURN_REASONS = [
  'changed_mind',
  'damaged',
  'wrong_goods',
  'not_as_described',
  'missing',
  'recalled',
  'ordered_by_mistake',
  'too_late',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]
export type RequestState = 'asked' | 'goods_awaited' | 'refused' | 'disputed' | 'refunded' | 'withdrawn' | 'closed'

export interface ReturnView {
  id: string
  kind: 'cancel' | 'return'
  state: RequestState
  reason: ReturnReason
  note: string | null
  goodsAmount: number
  freightAmount: number
  refundAmount: number | null
  answer: string | null
  askedAt: string
  receivedAt: string | null
  lines: { lineId: string; title: string; quantity: number; amount: number }[]
  photos: string[]
  dispute: { state: 'open' | 'decided'; decision: string | null; amount: number | null } | null
}

export interface ReturnChoices {
  kind: 'cancel' | 'return' | null
  lines: {
    lineId: string
    title: string
    variant: string | null
    left: number
    perishable: boolean
    reasons: ReturnReason[]
    until: string | null
  }[]
}

export interface Today {
  orders: OrderCounts
  papers: { expiring: number; expired: number }
  low: { productId: string; title: string; variant: string; available: number }[]
  stays: { asked: number; toClose: number; host: boolean }
}
