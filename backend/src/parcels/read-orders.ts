import type { MedusaContainer } from '@medusajs/framework/types'
import { type AddressRow, type Delivery, fromAddress } from '../checkout/delivery'
import type { DeliveryMethod } from '../checkout/delivery-methods'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { Tenant } from '../http/tenant'
import type { PaymentMethod, SellerOrderState } from '../modules/order-group/states'
import type { ParcelState, ParcelWitness } from '../modules/parcel/states'
import { toDong } from '../money/dong'
import { inTransaction, type Sql } from '../money/in-transaction'
import { numberOf, UNDO_MINUTES } from './move-orders'
import { isSet, linesOfOrders, type OrderLine } from './order-lines'
import { requireOwnOrder, THEIRS } from './own-order'

/** A parcel as its producer and its buyer see it. Moments are UTC, money is whole đồng. */
export interface ParcelView {
  id: string
  no: number
  state: ParcelState
  packedAt: string
  shippedAt: string | null
  deliveredAt: string | null
  closedAt: string | null
  witness: ParcelWitness | null
  closeReason: string | null
  carrier: string | null
  trackingNo: string | null
  codAmount: number
  jointInspection: boolean
  takenBackAt: string | null
  lines: {
    lineId: string
    title: string
    quantity: number
    lots: {
      lotRef: string
      lotCode: string
      bestBefore: string | null
      packedOn: string | null
      quantity: number
      reason: string | null
    }[]
    codes: string[]
  }[]
}

/** An order in a producer's list. */
export interface SellerOrderLine {
  orderId: string
  number: string
  state: SellerOrderState
  method: PaymentMethod
  paid: boolean
  placedAt: string
  confirmedAt: string | null
  /** Until when the confirmation may be taken back; null when it may not. */
  undoUntil: string | null
  total: number
  deliveryMethod: DeliveryMethod
  receiver: { name: string; place: string }
  lines: { lineId: string; title: string; variant: string | null; quantity: number; packed: number }[]
  parcels: number
  openRequests: number
  /** Messages of the buyer that nobody has read. */
  unreadMessages: number
  closeReason: string | null
}

/** An order as its producer works on it. */
export interface SellerOrderView extends Omit<SellerOrderLine, 'parcels' | 'receiver'> {
  groupId: string
  goods: number
  discount: number
  shipping: number
  refunded: number
  delivery: Delivery | null
  parcels: ParcelView[]
}

/** How many orders wait for what; `to_pack` are the confirmed ones, `unread` those with a message nobody has read. */
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

const STATES: Record<OrderFilter, readonly SellerOrderState[]> = {
  to_confirm: ['to_confirm'],
  to_pack: ['confirmed'],
  to_ship: ['packed'],
  under_way: ['shipped'],
  done: ['delivered'],
  closed: ['refused', 'canceled'],
  unread: THEIRS,
  all: THEIRS,
}

const UNREAD = 'c.buyer_last_no > c.seller_read_no'

interface Row {
  order_id: string
  group_id: string
  position: number
  state: SellerOrderState
  method: PaymentMethod
  paid_at: Date | null
  display_no: string
  placed_at: Date
  confirmed_at: Date | null
  goods: string
  discount: string
  shipping: string
  total: string
  refunded: string
  delivery_method: DeliveryMethod
  close_reason: string | null
  parcels: number
  open_requests: number
  unread_messages: number
}

const SELECT = `
  SELECT o.order_id, o.group_id, o.position, o.state, g.method, g.paid_at, g.display_no, g.placed_at, o.confirmed_at, o.goods, o.discount,
    o.shipping, o.total, o.refunded, o.delivery_method, o.close_reason,
    (SELECT count(*)::int FROM parcel p WHERE p.order_id = o.order_id AND p.state NOT IN ('unpacked', 'packing')) AS parcels,
    (SELECT count(*)::int FROM return_request r WHERE r.order_id = o.order_id AND r.state IN ('asked', 'goods_awaited')) AS open_requests,
    (SELECT count(*)::int FROM order_conversation c JOIN order_message m ON m.order_id = c.order_id AND m.side = 'buyer'
       AND m.no > c.seller_read_no WHERE c.order_id = o.order_id AND ${UNREAD}) AS unread_messages
  FROM seller_order o JOIN order_group g ON g.id = o.group_id AND g.state <> 'placing'`

const PAGE = 30

/** A page of a producer's orders, oldest first where something is to be done, newest first elsewhere. In: the order to come after. */
export async function readOrders(
  container: MedusaContainer,
  producerId: string,
  { filter, after }: { filter: OrderFilter; after: string | null },
): Promise<{ orders: SellerOrderLine[]; next: string | null }> {
  const upwards = filter === 'to_confirm' || filter === 'to_pack' || filter === 'to_ship'
  const only =
    filter === 'unread'
      ? `AND EXISTS (SELECT 1 FROM order_conversation c WHERE c.order_id = o.order_id AND ${UNREAD})`
      : ''
  const [sign, direction] = upwards ? ['>', 'ASC'] : ['<', 'DESC']
  const rows = await inTransaction(container, (sql) =>
    sql.query<Row>(
      `${SELECT} WHERE o.producer_id = ? AND o.state = ANY(?) ${only} ${after === null ? '' : `AND o.order_id ${sign} ?`}
       ORDER BY o.order_id ${direction} LIMIT ?`,
      [producerId, [...STATES[filter]], ...(after === null ? [] : [after]), PAGE + 1],
    ),
  )
  const page = rows.slice(0, PAGE)
  return { orders: await listed(container, page), next: rows.length > PAGE ? (page.at(-1)?.order_id ?? null) : null }
}

/** What is waiting for a producer. */
export async function countOrders(container: MedusaContainer, producerId: string): Promise<OrderCounts> {
  const [row] = await inTransaction(container, (sql) =>
    sql.query<OrderCounts>(
      `SELECT count(*) FILTER (WHERE state = 'to_confirm')::int AS to_confirm, count(*) FILTER (WHERE state = 'confirmed')::int AS to_pack,
         count(*) FILTER (WHERE state = 'packed')::int AS to_ship, count(*) FILTER (WHERE state = 'shipped')::int AS under_way,
         (SELECT count(*)::int FROM return_request WHERE producer_id = ? AND state IN ('asked', 'goods_awaited')) AS to_answer,
         (SELECT count(*)::int FROM order_conversation c WHERE c.producer_id = ? AND ${UNREAD}) AS unread
       FROM seller_order WHERE producer_id = ?`,
      [producerId, producerId, producerId],
    ),
  )
  return row ?? { to_confirm: 0, to_pack: 0, to_ship: 0, under_way: 0, to_answer: 0, unread: 0 }
}

/** Orders of the tenant by their ids, for what is printed; ids of others are refused. Throws ApiError 404. */
export async function readOwnOrders(
  container: MedusaContainer,
  tenant: Tenant,
  orderIds: readonly string[],
): Promise<SellerOrderView[]> {
  return Promise.all(orderIds.map((id) => readOwnOrder(container, tenant, id)))
}

/** One order with its parcels. Throws ApiError 404, another producer's as a security event. */
export async function readOwnOrder(
  container: MedusaContainer,
  tenant: Tenant,
  orderId: string,
): Promise<SellerOrderView> {
  await requireOwnOrder(container, tenant, orderId)
  const [row] = await inTransaction(container, (sql) => sql.query<Row>(`${SELECT} WHERE o.order_id = ?`, [orderId]))
  if (!row) throw new ApiError(404, 'not_found')
  const [[line], addresses, parcels] = await Promise.all([
    listed(container, [row]),
    addressesOf(container, [orderId]),
    parcelsOf(container, [orderId]),
  ])
  if (!line) throw new ApiError(404, 'not_found')
  const { receiver: _, parcels: __, ...rest } = line
  return {
    ...rest,
    groupId: row.group_id,
    goods: toDong(row.goods),
    discount: toDong(row.discount),
    shipping: toDong(row.shipping),
    refunded: toDong(row.refunded),
    delivery: addresses.get(orderId) ?? null,
    parcels: parcels.get(orderId) ?? [],
  }
}

/** Parcels of orders by order, for the producer's and the buyer's page; those being packed and those unpacked are left out. */
export async function parcelsOf(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, ParcelView[]>> {
  if (orderIds.length === 0) return new Map()
  return inTransaction(container, (sql) => parcelsIn(sql, orderIds))
}

interface ParcelDbRow {
  id: string
  order_id: string
  no: number
  state: ParcelState
  packed_at: Date
  shipped_at: Date | null
  delivered_at: Date | null
  closed_at: Date | null
  witness: ParcelWitness | null
  close_reason: string | null
  carrier: string | null
  tracking_no: string | null
  cod_amount: string
  joint_inspection: boolean
  taken_back_at: Date | null
}

async function parcelsIn(sql: Sql, orderIds: readonly string[]): Promise<Map<string, ParcelView[]>> {
  const parcels = await sql.query<ParcelDbRow>(
    `SELECT * FROM parcel WHERE order_id = ANY(?) AND state NOT IN ('packing', 'unpacked') ORDER BY order_id, no`,
    [[...orderIds]],
  )
  const ids = parcels.map(({ id }) => id)
  const lines = await sql.query<{ parcel_id: string; line_id: string; title: string; quantity: number }>(
    'SELECT parcel_id, line_id, title, quantity FROM parcel_line WHERE parcel_id = ANY(?) ORDER BY id',
    [ids],
  )
  const lots = await sql.query<{
    parcel_id: string
    line_id: string
    lot_ref: string
    lot_code: string
    best_before: string | null
    packed_on: string | null
    quantity: number
    reason: string | null
  }>('SELECT * FROM parcel_lot WHERE parcel_id = ANY(?) ORDER BY best_before NULLS LAST, lot_code', [ids])
  const units = await sql.query<{ parcel_id: string; line_id: string; code: string }>(
    'SELECT parcel_id, line_id, code FROM parcel_unit WHERE parcel_id = ANY(?) ORDER BY batch_no, unit_index',
    [ids],
  )
  const views = new Map<string, ParcelView[]>()
  for (const parcel of parcels) {
    const of = (row: { parcel_id: string; line_id: string }, lineId: string) =>
      row.parcel_id === parcel.id && row.line_id === lineId
    const view: ParcelView = {
      id: parcel.id,
      no: parcel.no,
      state: parcel.state,
      packedAt: parcel.packed_at.toISOString(),
      shippedAt: parcel.shipped_at?.toISOString() ?? null,
      deliveredAt: parcel.delivered_at?.toISOString() ?? null,
      closedAt: parcel.closed_at?.toISOString() ?? null,
      witness: parcel.witness,
      closeReason: parcel.close_reason,
      carrier: parcel.carrier,
      trackingNo: parcel.tracking_no,
      codAmount: toDong(parcel.cod_amount),
      jointInspection: parcel.joint_inspection,
      takenBackAt: parcel.taken_back_at?.toISOString() ?? null,
      lines: lines
        .filter((line) => line.parcel_id === parcel.id)
        .map((line) => ({
          lineId: line.line_id,
          title: line.title,
          quantity: line.quantity,
          lots: lots
            .filter((lot) => of(lot, line.line_id))
            .map((lot) => ({
              lotRef: lot.lot_ref,
              lotCode: lot.lot_code,
              bestBefore: lot.best_before,
              packedOn: lot.packed_on,
              quantity: lot.quantity,
              reason: lot.reason,
            })),
          codes: units.filter((unit) => of(unit, line.line_id)).map(({ code }) => code),
        })),
    }
    views.set(parcel.order_id, [...(views.get(parcel.order_id) ?? []), view])
  }
  return views
}

async function listed(container: MedusaContainer, rows: readonly Row[]): Promise<SellerOrderLine[]> {
  const ids = rows.map((row) => row.order_id)
  const [lines, addresses, packed] = await Promise.all([
    linesOfOrders(container, ids),
    addressesOf(container, ids),
    packedQuantities(container, ids),
  ])
  return rows.map((row) => {
    const to = addresses.get(row.order_id)
    return {
      orderId: row.order_id,
      number: numberOf(row.display_no, row.position),
      state: row.state,
      method: row.method,
      paid: row.paid_at !== null,
      placedAt: row.placed_at.toISOString(),
      confirmedAt: row.confirmed_at?.toISOString() ?? null,
      undoUntil: undoUntil(row),
      total: toDong(row.total),
      deliveryMethod: row.delivery_method,
      receiver: { name: to?.name ?? '', place: to ? placeOf(to) : '' },
      lines: (lines.get(row.order_id) ?? []).map((line) => lineView(line, packed)),
      parcels: row.parcels,
      openRequests: row.open_requests,
      unreadMessages: row.unread_messages,
      closeReason: row.close_reason,
    }
  })
}

function lineView(line: OrderLine, packed: ReadonlyMap<string, number>): SellerOrderLine['lines'][number] {
  const { id, title, variantTitle, quantity } = line
  const holds = isSet(line) ? line.goods.map((good) => `${good.each} × ${good.title}`).join(', ') : null
  const variant = [variantTitle, holds].filter(Boolean).join(': ') || null
  return { lineId: id, title, variant, quantity, packed: packed.get(id) ?? 0 }
}

function undoUntil({ state, confirmed_at, parcels }: Row): string | null {
  if (state !== 'confirmed' || confirmed_at === null || parcels > 0) return null
  const until = new Date(confirmed_at.getTime() + UNDO_MINUTES * 60_000)
  return until > new Date() ? until.toISOString() : null
}

async function packedQuantities(container: MedusaContainer, orderIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ line_id: string; quantity: number }>(
      `SELECT l.line_id, sum(l.quantity)::int AS quantity FROM parcel_line l JOIN parcel p ON p.id = l.parcel_id
       WHERE l.order_id = ANY(?) AND p.state <> 'unpacked' GROUP BY l.line_id`,
      [[...orderIds]],
    ),
  )
  return new Map(rows.map((row) => [row.line_id, row.quantity]))
}

async function addressesOf(container: MedusaContainer, orderIds: readonly string[]): Promise<Map<string, Delivery>> {
  const orders = await graph<{ id: string; email: string | null; shipping_address: AddressRow | null }>(container, {
    entity: 'order',
    fields: ['id', 'email', 'shipping_address.*'],
    filters: { id: [...orderIds] },
  })
  return new Map(
    orders.flatMap((order) => {
      const delivery = fromAddress(order.shipping_address, order.email)
      return delivery ? [[order.id, delivery] as const] : []
    }),
  )
}

function placeOf(delivery: Delivery): string {
  return [delivery.commune.name, delivery.province.name].filter(Boolean).join(', ')
}
