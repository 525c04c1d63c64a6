import { MedusaError } from '@medusajs/framework/utils'
import { ApiError } from '../http/api-error'
import type { ParcelState, ParcelWitness } from '../modules/parcel/states'
import type { AssetAccount } from '../modules/settlement/kinds'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { type LockedGroup, type LockedSellerOrder, moveSellerOrder } from '../order-groups/settle-group'
import { askRefund } from '../payments/refunds'
import { postEarned } from '../settlement/post-earned'
import { stateByParcels } from './follow-parcels'
import { lockOrder } from './own-order'

/** Carriers by the code that names their account in the ledger (`carrier:<code>`); `own`: the producer brings it. */
export const CARRIERS = ['ghn', 'ghtk', 'viettel-post', 'vnpost', 'jt', 'spx', 'own', 'other'] as const
export type Carrier = (typeof CARRIERS)[number]

export interface ParcelRow {
  id: string
  order_id: string
  group_id: string
  producer_id: string
  state: ParcelState
  carrier: string | null
  tracking_no: string | null
  cod_amount: string
}

export interface Shipping {
  carrier: Carrier
  trackingNo: string | null
  jointInspection: boolean
  at: Date
}

/** Where the group's order stands by its parcels; its state follows them. In: the caller holds the group. */
export async function followParcels(sql: Sql, group: LockedGroup, orderId: string, at: Date): Promise<void> {
  const order = orderOf(group, orderId)
  const parcels = await sql.query<{ state: ParcelState }>(
    `SELECT state FROM parcel WHERE order_id = ? AND state <> 'unpacked'`,
    [orderId],
  )
  const to = stateByParcels({
    parcels: parcels.map(({ state }) => state),
    complete: await isComplete(sql, orderId),
  })
  if (to === order.state) return
  if (to === 'confirmed') {
    await sql.query(
      `UPDATE seller_order SET state = 'confirmed', packed_at = NULL, updated_at = now() WHERE order_id = ? AND state = 'packed'`,
      [orderId],
    )
    order.state = 'confirmed'
    return
  }
  const moved = await moveSellerOrder(sql, orderId, ['confirmed', 'packed', 'shipped'], to, at)
  if (!moved) throw new ApiError(409, 'order_state')
  order.state = to
  if (to === 'delivered') await earn(sql, group, order, at)
  if (to === 'refused') await giveBack(sql, group, order)
}

async function isComplete(sql: Sql, orderId: string): Promise<boolean> {
  const [row] = await sql.query<{ open: number }>(
    `SELECT count(*)::int AS open FROM order_item i
     LEFT JOIN LATERAL (
       SELECT coalesce(sum(l.quantity), 0) AS packed FROM parcel_line l JOIN parcel p ON p.id = l.parcel_id
       WHERE l.line_id = i.item_id AND p.state <> 'unpacked') packed ON true
     WHERE i.order_id = ? AND i.deleted_at IS NULL AND i.quantity > packed.packed`,
    [orderId],
  )
  return row?.open === 0
}

/** The sale is the producer's now, in the transaction that says it was delivered. */
async function earn(sql: Sql, group: LockedGroup, order: LockedSellerOrder, at: Date): Promise<void> {
  if (group.method !== 'cod') {
    await postEarned(sql, { orderId: order.orderId, at })
    return
  }
  await postEarned(sql, { orderId: order.orderId, at, collectedBy: await collectorOf(sql, order) })
}

/** Who has the buyer's cash: the shop's till, the carrier, or the producer who brought it. */
async function collectorOf(sql: Sql, { orderId, shopId, producerId }: LockedSellerOrder): Promise<AssetAccount> {
  if (shopId !== null) return `till:${shopId}`
  const [parcel] = await sql.query<{ carrier: string | null }>(
    `SELECT carrier FROM parcel WHERE order_id = ? AND state = 'delivered' ORDER BY no LIMIT 1`,
    [orderId],
  )
  const carrier = parcel?.carrier ?? 'own'
  return `carrier:${carrier === 'own' ? `own-${producerId}` : carrier}`
}

/** A parcel nobody took, paid before: all of it goes back, the ways are the seller's cost. Of COD nothing was paid. */
async function giveBack(sql: Sql, group: LockedGroup, order: LockedSellerOrder): Promise<void> {
  const left = order.total - order.refunded
  if (group.method === 'cod' || left <= 0) return
  await askRefund(sql, {
    ...{ groupId: group.id, orderId: order.orderId, receiptId: null, amount: left },
    ...{ reason: 'Không giao được hàng', key: `undelivered:${order.orderId}` },
  })
}

/** Hands a parcel to its carrier. The first parcel of a COD order collects the whole of it, the others nothing. Throws ApiError 409. */
export async function shipParcelIn(sql: Sql, parcelId: string, producerId: string, ship: Shipping): Promise<void> {
  const { group, order, parcel } = await lockParcel(sql, parcelId, producerId)
  if (parcel.state !== 'packed') throw new ApiError(409, 'parcel_state')
  const [other] = await sql.query<{ collects: string }>(
    `SELECT coalesce(sum(cod_amount), 0)::text AS collects FROM parcel WHERE order_id = ? AND id <> ? AND state IN ('shipped', 'delivered')`,
    [order.orderId, parcelId],
  )
  const due = group.method === 'cod' && order.shopId === null ? order.total - toDong(other?.collects ?? 0) : 0
  await sql.query(
    `UPDATE parcel SET state = 'shipped', shipped_at = ?, carrier = ?, tracking_no = ?, joint_inspection = ?, cod_amount = ?, updated_at = now()
     WHERE id = ?`,
    [ship.at, ship.carrier, ship.trackingNo, ship.jointInspection, due, parcelId],
  )
  await followParcels(sql, group, order.orderId, ship.at)
}

/**
 * A parcel has arrived, as the buyer, the producer or the carrier's file says; the first word counts. With the last parcel of an order
 * the sale is the producer's (`postEarned`), in the caller's transaction.
 * In: the parcel, and the producer it must be of (null for a carrier's file). Out: false when it was delivered before. Throws ApiError
 * 404, 409 `parcel_state` for one that was never shipped or was refused.
 */
export async function deliverParcelIn(
  sql: Sql,
  parcelId: string,
  producerId: string | null,
  { witness, at }: { witness: ParcelWitness; at: Date },
): Promise<boolean> {
  const { group, order, parcel } = await lockParcel(sql, parcelId, producerId)
  if (parcel.state === 'delivered') return false
  // Picked up at a shop: nobody ships it.
  if (parcel.state !== 'shipped' && !(parcel.state === 'packed' && order.shopId !== null)) {
    throw new ApiError(409, 'parcel_state')
  }
  await sql.query(
    `UPDATE parcel SET state = 'delivered', delivered_at = ?, witness = ?, updated_at = now() WHERE id = ?`,
    [at, witness, parcelId],
  )
  await followParcels(sql, group, order.orderId, at)
  return true
}

/**
 * The buyer did not take an order (COD refused, nobody at home, broken at joint inspection): every parcel of it that is under way is
 * refused, and the order with them. Out: false when it was refused before. Throws ApiError 404, 409 `parcel_state` when a parcel
 * of it has arrived or none is under way.
 */
export async function refuseDeliveryIn(
  sql: Sql,
  orderId: string,
  producerId: string | null,
  { witness, reason, at }: { witness: ParcelWitness; reason: string; at: Date },
): Promise<boolean> {
  const { group, order } = await lockOrder(sql, orderId, producerId)
  if (order.state === 'refused') return false
  if (order.state !== 'shipped') throw new ApiError(409, 'parcel_state')
  const [arrived] = await sql.query(`SELECT id FROM parcel WHERE order_id = ? AND state = 'delivered' LIMIT 1`, [
    orderId,
  ])
  if (arrived) throw new ApiError(409, 'parcel_state')
  await sql.query(
    `UPDATE parcel SET state = 'refused', closed_at = ?, witness = ?, close_reason = ?, updated_at = now()
     WHERE order_id = ? AND state = 'shipped'`,
    [at, witness, reason, orderId],
  )
  await sql.query('UPDATE seller_order SET close_reason = ?, closed_by = ? WHERE order_id = ?', [
    reason,
    witness,
    orderId,
  ])
  await followParcels(sql, group, orderId, at)
  return true
}

/** The parcel a carrier means; null for none. In: the code of the carrier and the number on its label. */
export async function findParcelByTracking(
  sql: Sql,
  carrier: string,
  trackingNo: string,
): Promise<{
  id: string
  orderId: string
  groupId: string
  producerId: string
  codAmount: number
  state: ParcelState
} | null> {
  const [row] = await sql.query<ParcelRow>(
    'SELECT * FROM parcel WHERE carrier = ? AND tracking_no = ? ORDER BY shipped_at DESC LIMIT 1',
    [carrier, trackingNo],
  )
  if (!row) return null
  return {
    ...{ id: row.id, orderId: row.order_id, groupId: row.group_id, producerId: row.producer_id },
    ...{ codAmount: toDong(row.cod_amount), state: row.state },
  }
}

/** A parcel with its group and order, all locked, the group first. Throws ApiError 404. */
export async function lockParcel(
  sql: Sql,
  parcelId: string,
  producerId: string | null,
): Promise<{ group: LockedGroup; order: LockedSellerOrder; parcel: ParcelRow }> {
  const [found] = await sql.query<{ order_id: string }>('SELECT order_id FROM parcel WHERE id = ?', [parcelId])
  if (!found) throw new ApiError(404, 'not_found')
  const { group, order } = await lockOrder(sql, found.order_id, producerId)
  const [parcel] = await sql.query<ParcelRow>('SELECT * FROM parcel WHERE id = ? FOR UPDATE', [parcelId])
  if (!parcel) throw new ApiError(404, 'not_found')
  return { group, order, parcel }
}

function orderOf(group: LockedGroup, orderId: string): LockedSellerOrder {
  const order = group.orders.find((each) => each.orderId === orderId)
  if (!order) throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, `Group ${group.id} has no order ${orderId}.`)
  return order
}
