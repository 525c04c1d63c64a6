import type { MedusaContainer } from '@medusajs/framework/types'
import { dispatchIn } from '../dispatch/dispatch'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import { inTransaction, type Sql } from '../money/in-transaction'
import { cancelSellerOrder } from '../order-groups/cancel-orders'
import { moveSellerOrder } from '../order-groups/settle-group'
import { enqueueIn } from '../outbox/enqueue'
import { finishUnpacking } from './finish-packing'
import {
  deliverParcelIn,
  followParcels,
  lockParcel,
  refuseDeliveryIn,
  type Shipping,
  shipParcelIn,
} from './move-parcel'
import { linesOfOrder } from './order-lines'
import { lockOrder, requireOwnOrder } from './own-order'
import { restockIn, shelfMoves, shelfOf } from './restock'

/** How long a confirmation may be taken back. */
export const UNDO_MINUTES = 10

type Who = Pick<Tenant, 'memberId' | 'producerId'>

/**
 * Confirms an order; confirmed again it stays so. Out: false when it was confirmed before. Throws ApiError 404, 409 `order_state` for one
 * that is over.
 */
export async function confirmOrder(container: MedusaContainer, who: Who, orderId: string): Promise<boolean> {
  await requireOwnOrder(container, who, orderId)
  return inTransaction(container, async (sql) => {
    const { group, order } = await lockOrder(sql, orderId, who.producerId)
    if (order.state === 'confirmed') return false
    if (!(await moveSellerOrder(sql, orderId, ['to_confirm'], 'confirmed', new Date()))) {
      throw new ApiError(409, 'order_state')
    }
    await dispatchIn(sql, {
      to: { groupId: group.id },
      kind: 'order_confirmed',
      params: {
        displayNo: numberOf(group.displayNo, order.position),
        producer: await producerName(sql, who.producerId),
      },
      dedupeKey: `order_confirmed:${orderId}`,
    })
    return true
  })
}

/** Takes a confirmation back within ten minutes, as long as nothing is packed. Throws ApiError 404, 409 `undo_too_late`. */
export async function takeConfirmationBack(container: MedusaContainer, who: Who, orderId: string): Promise<void> {
  await requireOwnOrder(container, who, orderId)
  await inTransaction(container, async (sql) => {
    await lockOrder(sql, orderId, who.producerId)
    const [packed] = await sql.query(`SELECT id FROM parcel WHERE order_id = ? AND state <> 'unpacked' LIMIT 1`, [
      orderId,
    ])
    const back = packed
      ? []
      : await sql.query(
          `UPDATE seller_order SET state = 'to_confirm', confirmed_at = NULL, updated_at = now()
           WHERE order_id = ? AND state = 'confirmed' AND confirmed_at > now() - make_interval(mins => ?) RETURNING order_id`,
          [orderId, UNDO_MINUTES],
        )
    if (back.length === 0) throw new ApiError(409, 'undo_too_late')
  })
}

/**
 * Confirms several orders; one that cannot be confirmed keeps no other from it. Out: what was confirmed, and what was not, with the code
 * of the refusal.
 */
export async function confirmOrders(
  container: MedusaContainer,
  who: Who,
  orderIds: readonly string[],
): Promise<{ confirmed: string[]; refused: { orderId: string; code: string }[] }> {
  const confirmed: string[] = []
  const refused: { orderId: string; code: string }[] = []
  for (const orderId of [...new Set(orderIds)]) {
    try {
      await confirmOrder(container, who, orderId)
      confirmed.push(orderId)
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      refused.push({ orderId, code: error.code })
    }
  }
  return { confirmed, refused }
}

/**
 * Refuses an order with a reason: goods are free again, what was paid goes back. Packed parcels are unpacked first.
 * Throws ApiError 404, 409 `order_state` once something has left.
 */
export async function refuseOrder(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  reason: string,
): Promise<void> {
  await requireOwnOrder(container, who, orderId)
  await unpackAll(container, orderId, who.producerId)
  await cancelSellerOrder(container, orderId, reason, `producer:${who.memberId}`)
}

/** Unpacks every parcel of an order that has not left. Throws ApiError 409 `order_state` when one has. */
export async function unpackAll(container: MedusaContainer, orderId: string, producerId: string | null): Promise<void> {
  const parcels = await inTransaction(container, async (sql) => {
    await lockOrder(sql, orderId, producerId)
    return sql.query<{ id: string; state: string; fulfillment_id: string | null }>(
      `SELECT id, state, fulfillment_id FROM parcel WHERE order_id = ? AND (state <> 'unpacked' OR fulfillment_id IS NOT NULL)`,
      [orderId],
    )
  })
  if (parcels.some(({ state }) => state !== 'packed' && state !== 'unpacked')) throw new ApiError(409, 'order_state')
  for (const { id, state } of parcels) {
    if (state === 'packed') await inTransaction(container, (sql) => unpackIn(sql, id, producerId))
    await finishUnpacking(container, id)
  }
}

/** Opens a parcel that has not left: its lots and packages are free again, its goods are back in stock. Throws ApiError 404, 409. */
export async function unpackParcel(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  parcelId: string,
): Promise<void> {
  await requireOwnParcel(container, who, orderId, parcelId)
  await inTransaction(container, (sql) => unpackIn(sql, parcelId, who.producerId))
  await finishUnpacking(container, parcelId)
}

async function unpackIn(sql: Sql, parcelId: string, producerId: string | null): Promise<void> {
  const { group, order, parcel } = await lockParcel(sql, parcelId, producerId)
  if (parcel.state === 'unpacked') return
  if (parcel.state !== 'packed') throw new ApiError(409, 'parcel_state')
  await sql.query(`UPDATE parcel SET state = 'unpacked', closed_at = now(), updated_at = now() WHERE id = ?`, [
    parcelId,
  ])
  await sql.query('UPDATE parcel_unit SET released_at = now() WHERE parcel_id = ? AND released_at IS NULL', [parcelId])
  await followParcels(sql, group, order.orderId, new Date())
  await enqueueIn(sql, [{ topic: 'parcel', key: parcelId, payload: { did: 'unpacked' } }])
}

/** Hands a parcel to its carrier, and tells the buyer. Throws ApiError 404, 409 `parcel_state`. */
export async function shipParcel(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  parcelId: string,
  ship: Omit<Shipping, 'at'>,
): Promise<void> {
  await requireOwnParcel(container, who, orderId, parcelId)
  await inTransaction(container, async (sql) => {
    await shipParcelIn(sql, parcelId, who.producerId, { ...ship, at: new Date() })
    const { group, order } = await lockOrder(sql, orderId, who.producerId)
    await dispatchIn(sql, {
      to: { groupId: group.id },
      kind: 'parcel_shipped',
      params: {
        displayNo: numberOf(group.displayNo, order.position),
        producer: await producerName(sql, who.producerId),
        carrier: ship.carrier,
        trackingNo: ship.trackingNo,
      },
      dedupeKey: `parcel_shipped:${parcelId}`,
    })
  })
}

/** The producer says that a parcel has arrived. Out: false when it had before. Throws ApiError 404, 409 `parcel_state`. */
export async function deliverParcel(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  parcelId: string,
): Promise<boolean> {
  await requireOwnParcel(container, who, orderId, parcelId)
  return inTransaction(container, (sql) =>
    deliverParcelIn(sql, parcelId, who.producerId, { witness: 'producer', at: new Date() }),
  )
}

/** The producer says that the buyer did not take the order. Throws ApiError 404, 409 `parcel_state`. */
export async function refuseDelivery(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  reason: string,
): Promise<boolean> {
  await requireOwnOrder(container, who, orderId)
  return inTransaction(container, (sql) =>
    refuseDeliveryIn(sql, orderId, who.producerId, { witness: 'producer', reason, at: new Date() }),
  )
}

/**
 * Refused goods are back at the producer's: sellable ones go back into stock, once. Throws ApiError 404, 409 `parcel_state` for a
 * parcel that was not refused or is back already.
 */
export async function takeParcelBack(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  parcelId: string,
  sellable: boolean,
): Promise<void> {
  await requireOwnParcel(container, who, orderId, parcelId)
  const [lines, shelf] = await Promise.all([linesOfOrder(container, orderId), shelfOf(container, orderId)])
  await inTransaction(container, async (sql) => {
    await lockParcel(sql, parcelId, who.producerId)
    const back = await sql.query(
      `UPDATE parcel SET taken_back_at = now(), sellable = ?, updated_at = now()
       WHERE id = ? AND state = 'refused' AND taken_back_at IS NULL RETURNING id`,
      [sellable, parcelId],
    )
    if (back.length === 0) throw new ApiError(409, 'parcel_state')
    if (!sellable || shelf === null) return
    await sql.query('UPDATE parcel_unit SET released_at = now() WHERE parcel_id = ? AND released_at IS NULL', [
      parcelId,
    ])
    const rows = await sql.query<{ line_id: string; product_id: string; quantity: number }>(
      'SELECT line_id, product_id, quantity FROM parcel_line WHERE parcel_id = ?',
      [parcelId],
    )
    const quantities = new Map(rows.map((row) => [row.line_id, row.quantity]))
    await restockIn(
      sql,
      shelfMoves(lines, quantities, shelf),
      rows.map((row) => row.product_id),
    )
    await enqueueIn(sql, [{ topic: 'parcel', key: parcelId, payload: { did: 'came_back' } }])
  })
}

/** Throws ApiError 404 for a parcel that is not of this order, or not of this producer. */
async function requireOwnParcel(
  container: MedusaContainer,
  who: Who,
  orderId: string,
  parcelId: string,
): Promise<void> {
  await requireOwnOrder(container, who, orderId)
  const found = await inTransaction(container, (sql) =>
    sql.query('SELECT id FROM parcel WHERE id = ? AND order_id = ?', [parcelId, orderId]),
  )
  if (found.length === 0) throw new ApiError(404, 'not_found')
}

/** How people call one producer's part of a group: `SL-2611-0001AB/1`. */
export function numberOf(displayNo: string, position: number): string {
  return `${displayNo}/${position}`
}

export async function producerName(sql: Sql, producerId: string): Promise<string> {
  const [row] = await sql.query<{ name: string }>('SELECT name FROM producer WHERE id = ?', [producerId])
  return row?.name ?? ''
}

/** The buyer who holds the group says that a parcel has arrived. Throws ApiError 404, 409 `parcel_state`. */
export async function receivedByBuyer(container: MedusaContainer, groupId: string, parcelId: string): Promise<void> {
  await inTransaction(container, async (sql) => {
    const { group } = await lockParcel(sql, parcelId, null)
    if (group.id !== groupId) throw new ApiError(404, 'not_found')
    await deliverParcelIn(sql, parcelId, null, { witness: 'buyer', at: new Date() })
  })
}
