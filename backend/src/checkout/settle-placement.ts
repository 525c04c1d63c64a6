import { generateEntityId } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import { decimal } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { tellPlaced } from '../order-groups/tell-group'
import { countUses } from '../promotion-offers/count-uses'
import { freezeTerms } from '../settlement/freeze-terms'
import type { PlacementDraft } from './draft-placement'
import { reserveStock } from './reserve-stock'

/** A draw of the display number or an ordered cart: the caller tells them apart by the constraint's name. */
export async function beginGroup(sql: Sql, draft: PlacementDraft): Promise<boolean> {
  const made = await sql.query(
    `INSERT INTO order_group
       (id, display_no, cart_id, customer_id, email, phone, buyer_hash, method, state, total, placed_at, order_ids)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'placing', ?, ?, ?) ON CONFLICT DO NOTHING RETURNING id`,
    [
      draft.groupId,
      draft.displayNo,
      draft.cartId,
      draft.customerId,
      draft.email,
      draft.phone,
      draft.buyer.phone,
      draft.method,
      draft.total,
      draft.placedAt,
      draft.orders.map((order) => order.id),
    ],
  )
  return made.length === 1
}

/**
 * Makes a half-made group whole, in one transaction: its state, seller orders, stock, promotion uses, frozen terms, Medusa's link of
 * cart and orders, the cart's end, and what buyer and producers are told. Medusa's orders exist already.
 * Throws ApiError 409 `cart_changed` when the cart, the stock or a promotion has moved since the plan, and 409 `busy` when somebody took the
 * half-made group back; nothing is kept then.
 */
export async function settlePlacement(sql: Sql, draft: PlacementDraft): Promise<void> {
  const whole = await sql.query(
    `UPDATE order_group SET state = ?, expires_at = ?, updated_at = now() WHERE id = ? AND state = 'placing' RETURNING id`,
    [draft.state, draft.expiresAt, draft.groupId],
  )
  if (whole.length === 0) throw new ApiError(503, 'busy')
  await completeCart(sql, draft)
  for (const [index, order] of draft.orders.entries()) {
    await sql.query(
      `INSERT INTO seller_order
         (order_id, group_id, position, producer_id, centre_id, delivery_method, shop_id, goods, discount, shipping, total, state)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        order.id,
        draft.groupId,
        index + 1,
        order.producerId,
        order.centreId,
        order.method,
        order.shopId,
        order.goods,
        order.discount,
        order.shipping,
        order.total,
        draft.state === 'placed' ? 'to_confirm' : 'awaiting_payment',
      ],
    )
    await sql.query('INSERT INTO order_cart (id, order_id, cart_id) VALUES (?, ?, ?)', [
      generateEntityId(undefined, 'ordercart'),
      order.id,
      draft.cartId,
    ])
  }
  if (!(await countUses(sql, draft.groupId, draft.buyer, draft.offerUses, draft.day))) {
    throw new ApiError(409, 'cart_changed')
  }
  if (!(await reserveStock(sql, draft.reservations))) throw new ApiError(409, 'cart_changed')
  await freezeTerms(sql, {
    groupId: draft.groupId,
    at: new Date(draft.placedAt),
    orders: draft.orders.map((order) => ({
      orderId: order.id,
      producerId: order.producerId,
      legalForm: order.legalForm,
      centreId: order.centreId,
      shipping: order.shipping,
      shippingDiscounts: order.shippingDiscounts.map(({ offerId, bearer, amount }) => ({ offerId, bearer, amount })),
      lines: order.lines.map((line) => ({
        lineId: line.id,
        productId: line.productId,
        sector: line.sector,
        quantity: line.quantity,
        goods: line.goods,
        discounts: line.discounts.map(({ offerId, bearer, amount }) => ({ offerId, bearer, amount })),
      })),
    })),
  })
  await tellPlaced(sql, {
    id: draft.groupId,
    displayNo: draft.displayNo,
    method: draft.method,
    total: draft.total,
    expiresAt: draft.expiresAt === null ? null : new Date(draft.expiresAt),
    orders: draft.orders.map((order, index) => ({
      orderId: order.id,
      position: index + 1,
      producerId: order.producerId,
      total: order.total,
      state: draft.state === 'placed' ? 'to_confirm' : 'awaiting_payment',
    })),
  })
}

/** Ends the cart. Its lines are compared once more: a lock that ended too early may have let a change in. */
async function completeCart(sql: Sql, draft: PlacementDraft): Promise<void> {
  const ended = await sql.query(
    'UPDATE cart SET completed_at = ?, updated_at = now() WHERE id = ? AND completed_at IS NULL RETURNING id',
    [draft.placedAt, draft.cartId],
  )
  if (ended.length === 0) throw new ApiError(503, 'busy')
  const items = await sql.query<{ id: string; quantity: string; unit_price: string }>(
    'SELECT id, quantity, unit_price FROM cart_line_item WHERE cart_id = ? AND deleted_at IS NULL FOR UPDATE',
    [draft.cartId],
  )
  const now = new Map(items.map((item) => [item.id, `${decimal(item.quantity)}|${decimal(item.unit_price)}`]))
  const same =
    now.size === draft.cartItems.length &&
    draft.cartItems.every((item) => now.get(item.id) === `${item.quantity}|${item.unitPrice}`)
  if (!same) throw new ApiError(409, 'cart_changed')
}
