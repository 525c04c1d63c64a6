import type { GroupState, PaymentMethod, SellerOrderState } from '#app/lib/medusa/cart-types.ts'
import type { ConsentPurpose } from '#app/lib/medusa/consents.server.ts'

export interface CustomerDesk {
  customer: { id: string; name: string; email: string; phone: string | null; since: string }
  unreadNotices: number
}

export const ORDER_FILTERS = ['all', 'to_pay', 'under_way', 'done', 'canceled'] as const
export type OrderFilter = (typeof ORDER_FILTERS)[number]

export interface CustomerOrder {
  id: string
  displayNo: string
  placedAt: string
  state: GroupState
  method: PaymentMethod
  total: number
  expiresAt: string | null
  token: string
  orders: { producer: string; state: SellerOrderState; total: number }[]
}

export interface CustomerAddress {
  id: string
  isDefault: boolean
  name: string
  phone: string
  street: string
  province: { code: string; name: string }
  commune: { code: string; name: string }
}

export interface ConsentView {
  purpose: ConsentPurpose
  text: string
  version: string
  needed: boolean
  given: boolean
  at: string | null
  versionRead: string | null
}

export interface FollowView {
  id: string
  type: 'product' | 'producer'
  handle: string
  name: string
  since: string
}
