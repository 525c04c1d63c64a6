import type { Picture } from '@sao-lang/traceability/verify'

export type LineProblem = 'none' | 'price_changed' | 'out_of_stock' | 'too_many' | 'withdrawn'

/** One line of the cart against today's price and stock. Money is integer đồng. */
export interface ReviewLine {
  id: string
  title: string
  handle: string
  producer: { handle: string; name: string }
  picture: Picture | null
  quantity: number
  /** The price it was put in for. */
  unitPrice: number
  /** Today's price; null when it is no longer sold. */
  currentPrice: number | null
  available: number | null
  problem: LineProblem
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
  itemTotal: number
  shippingTotal: number
  total: number
  /** True when every line can be bought as it stands. */
  ready: boolean
  delivery: Delivery | null
}

export interface PlacedOrder {
  orderId: string
  displayId: number
  /** Opens the order's page for 180 days. */
  token: string
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
