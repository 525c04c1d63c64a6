import type { DeliveryMethod } from '../checkout/delivery-methods'
import type { GroupState, PaymentMethod, SellerOrderState } from '../modules/order-group/states'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { tellPaid } from './tell-group'

/** A seller order as its locked group holds it. Whole đồng. */
export interface LockedSellerOrder {
  orderId: string
  position: number
  producerId: string
  centreId: string | null
  deliveryMethod: DeliveryMethod
  shopId: string | null
  goods: number
  discount: number
  shipping: number
  total: number
  refunded: number
  state: SellerOrderState
}

/** A group whose row nobody else can change until the caller's transaction ends. */
export interface LockedGroup {
  id: string
  displayNo: string
  cartId: string
  customerId: string | null
  email: string | null
  phone: string
  method: PaymentMethod
  state: GroupState
  total: number
  paidAt: Date | null
  expiresAt: Date | null
  placedAt: Date
  orders: LockedSellerOrder[]
}

interface GroupRow {
  id: string
  display_no: string
  cart_id: string
  customer_id: string | null
  email: string | null
  phone: string
  method: PaymentMethod
  state: GroupState
  total: string
  paid_at: Date | null
  expires_at: Date | null
  placed_at: Date
}
interface SellerOrderRow {
  order_id: string
  position: number
  producer_id: string
  centre_id: string | null
  delivery_method: DeliveryMethod
  shop_id: string | null
  goods: string
  discount: string
  shipping: string
  total: string
  refunded: string
  state: SellerOrderState
}

/**
 * Takes the group's row for this transaction: the first lock of every transaction that moves money or orders.
 * In: `ogrp_…`. Out: the group with its seller orders by position, these locked too; null for an unknown one and for one that is
 * still being made.
 */
export async function lockGroup(sql: Sql, groupId: string): Promise<LockedGroup | null> {
  const [group] = await sql.query<GroupRow>(
    `SELECT id, display_no, cart_id, customer_id, email, phone, method, state, total, paid_at, expires_at, placed_at
     FROM order_group WHERE id = ? AND state <> 'placing' FOR UPDATE`,
    [groupId],
  )
  if (!group) return null
  const orders = await sql.query<SellerOrderRow>(
    `SELECT order_id, position, producer_id, centre_id, delivery_method, shop_id, goods, discount, shipping, total, refunded, state
     FROM seller_order WHERE group_id = ? ORDER BY position FOR UPDATE`,
    [groupId],
  )
  return {
    id: group.id,
    displayNo: group.display_no,
    cartId: group.cart_id,
    customerId: group.customer_id,
    email: group.email,
    phone: group.phone,
    method: group.method,
    state: group.state,
    total: toDong(group.total),
    paidAt: group.paid_at,
    expiresAt: group.expires_at,
    placedAt: group.placed_at,
    orders: orders.map((order) => ({
      orderId: order.order_id,
      position: order.position,
      producerId: order.producer_id,
      centreId: order.centre_id,
      deliveryMethod: order.delivery_method,
      shopId: order.shop_id,
      goods: toDong(order.goods),
      discount: toDong(order.discount),
      shipping: toDong(order.shipping),
      total: toDong(order.total),
      refunded: toDong(order.refunded),
      state: order.state,
    })),
  }
}

/** The group a seller order belongs to, locked. Null for an order that is none of ours. */
export async function lockGroupOfOrder(sql: Sql, orderId: string): Promise<LockedGroup | null> {
  const [row] = await sql.query<{ group_id: string }>('SELECT group_id FROM seller_order WHERE order_id = ?', [orderId])
  return row ? lockGroup(sql, row.group_id) : null
}

/**
 * The money of a prepaid group is there: awaiting_payment → placed, its seller orders → to_confirm. `group.state` and the orders'
 * states are brought up to date; buyer and producers are told. Out: false when the group awaits no payment (any more); nothing is changed then.
 * A time that has run out does not count as long as the expiry job has not taken the group: the buyer did pay.
 */
export async function markGroupPaid(sql: Sql, group: LockedGroup, at: Date): Promise<boolean> {
  const paid = await sql.query(
    `UPDATE order_group SET state = 'placed', paid_at = ?, expires_at = NULL, updated_at = now()
     WHERE id = ? AND state = 'awaiting_payment' RETURNING id`,
    [at, group.id],
  )
  if (paid.length === 0) return false
  await sql.query(
    `UPDATE seller_order SET state = 'to_confirm', updated_at = now() WHERE group_id = ? AND state = 'awaiting_payment'`,
    [group.id],
  )
  group.state = 'placed'
  group.paidAt = at
  group.expiresAt = null
  for (const order of group.orders) if (order.state === 'awaiting_payment') order.state = 'to_confirm'
  await tellPaid(sql, group)
  return true
}

/** The moment a state is remembered by. */
const MOMENT_OF: Record<SellerOrderState, string | null> = {
  awaiting_payment: null,
  to_confirm: null,
  confirmed: 'confirmed_at',
  packed: 'packed_at',
  shipped: 'shipped_at',
  delivered: 'delivered_at',
  refused: 'closed_at',
  canceled: 'closed_at',
}

/**
 * Moves a seller order and notes when. The caller holds its group (`lockGroup`, `lockGroupOfOrder`).
 * Out: false when the order is in none of the states `from`; nothing is changed then.
 */
export async function moveSellerOrder(
  sql: Sql,
  orderId: string,
  from: readonly SellerOrderState[],
  to: SellerOrderState,
  at: Date,
): Promise<boolean> {
  const moment = MOMENT_OF[to]
  const moved = await sql.query(
    `UPDATE seller_order SET state = ?, ${moment === null ? '' : `${moment} = ?,`} updated_at = now()
     WHERE order_id = ? AND state = ANY(?) RETURNING order_id`,
    [to, ...(moment === null ? [] : [at]), orderId, [...from]],
  )
  return moved.length === 1
}
