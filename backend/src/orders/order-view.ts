import type { MedusaContainer } from '@medusajs/framework/types'
import type { Picture } from '@sao-lang/traceability/verify'
import { type AddressRow, type Delivery, fromAddress } from '../checkout/delivery'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { decimal, toDong } from '../money/dong'
import { type OrderMoments, type OrderStep, orderStatus, orderTimeline, type TimelineEntry } from './timeline'

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

/** A recall that reaches goods of an order. */
export interface OrderRecall {
  recallNo: string
  /** UTC, as `liftedAt`; that is null while the recall is in force. */
  recalledAt: string
  liftedAt: string | null
  /** In the words of the producer who recalled. */
  reason: string
  advice: string
  producer: { handle: string; name: string }
}

/** An order as its buyer sees it (docs/contracts.md). Money is whole đồng, moments are UTC. */
export interface OrderView {
  id: string
  displayId: number
  createdAt: string
  status: OrderStep
  email: string | null
  phone: string
  delivery: Delivery
  lines: OrderLine[]
  itemTotal: number
  shippingTotal: number
  total: number
  payment: 'cod'
  timeline: TimelineEntry[]
  /** Recalls that reach goods of this order, newest first. */
  recalls: OrderRecall[]
}

interface OrderRow {
  id: string
  display_id: number
  created_at: string | Date
  canceled_at: string | Date | null
  email: string | null
  item_total: unknown
  shipping_total: unknown
  total: unknown
  shipping_address: AddressRow | null
  items: OrderItemRow[] | null
  fulfillments: FulfillmentRow[] | null
}
interface OrderItemRow {
  id: string
  title: string
  product_id: string | null
  product_title: string | null
  product_handle: string | null
  quantity: unknown
  unit_price: unknown
  total: unknown
}
interface FulfillmentRow {
  created_at: string | Date
  packed_at: string | Date | null
  shipped_at: string | Date | null
  delivered_at: string | Date | null
  canceled_at: string | Date | null
}
interface RecallRow {
  recall_no: string
  declared_at: string | Date
  lifted_at: string | Date | null
  reason: string
  advice: string
  producer: { handle: string; name: string } | null
}
interface ProductRow {
  id: string
  listing_detail: { pictures: Picture[] } | null
  producer: { handle: string; name: string } | null
}

const FIELDS = [
  'id',
  'display_id',
  'created_at',
  'canceled_at',
  'email',
  'item_total',
  'shipping_total',
  'total',
  'shipping_address.*',
  'items.*',
  'fulfillments.created_at',
  'fulfillments.packed_at',
  'fulfillments.shipped_at',
  'fulfillments.delivered_at',
  'fulfillments.canceled_at',
]

/** Reads an order for its page. Throws ApiError 404. The caller has checked the order's token. */
export async function readOrder(container: MedusaContainer, id: string): Promise<OrderView> {
  const [order] = await graph<OrderRow>(container, { entity: 'order', fields: FIELDS, filters: { id } })
  const delivery = fromAddress(order?.shipping_address, order?.email)
  if (!order || !delivery) throw new ApiError(404, 'not_found')
  const items = order.items ?? []
  const products = await readProducts(container, items)
  const moments = toMoments(order)
  return {
    id: order.id,
    displayId: order.display_id,
    createdAt: new Date(order.created_at).toISOString(),
    status: orderStatus(moments),
    email: delivery.email,
    phone: delivery.phone,
    delivery,
    lines: items.map((item) => {
      const product = products.get(item.product_id ?? '')
      return {
        id: item.id,
        title: item.product_title ?? item.title,
        handle: item.product_handle ?? '',
        producer: { handle: product?.producer?.handle ?? '', name: product?.producer?.name ?? '' },
        picture: product?.listing_detail?.pictures[0] ?? null,
        quantity: decimal(item.quantity),
        unitPrice: toDong(item.unit_price),
        total: toDong(item.total),
      }
    }),
    itemTotal: toDong(order.item_total),
    shippingTotal: toDong(order.shipping_total),
    total: toDong(order.total),
    payment: 'cod',
    timeline: orderTimeline(moments),
    recalls: await readRecalls(container, order.id),
  }
}

/** Recalls that reach goods of an order, newest first. */
export async function readRecalls(container: MedusaContainer, orderId: string): Promise<OrderRecall[]> {
  const notices = await graph<RecallRow>(container, {
    entity: 'recall_notice',
    fields: ['recall_no', 'declared_at', 'lifted_at', 'reason', 'advice', 'producer.handle', 'producer.name'],
    filters: { order_id: orderId },
    pagination: { order: { declared_at: 'DESC' } },
  })
  return notices.map((notice) => ({
    recallNo: notice.recall_no,
    recalledAt: iso(notice.declared_at) ?? '',
    liftedAt: iso(notice.lifted_at),
    reason: notice.reason,
    advice: notice.advice,
    producer: { handle: notice.producer?.handle ?? '', name: notice.producer?.name ?? '' },
  }))
}

async function readProducts(container: MedusaContainer, items: OrderItemRow[]): Promise<Map<string, ProductRow>> {
  const rows = await graph<ProductRow>(container, {
    entity: 'product',
    fields: ['id', 'listing_detail.pictures', 'producer.handle', 'producer.name'],
    filters: { id: items.flatMap((item) => item.product_id ?? []) },
    withDeleted: true,
  })
  return new Map(rows.map((row) => [row.id, row]))
}

function toMoments(order: OrderRow): OrderMoments {
  const parcels = (order.fulfillments ?? []).filter((parcel) => parcel.canceled_at === null)
  return {
    placed: iso(order.created_at) ?? '',
    confirmed: first(parcels.map((parcel) => parcel.created_at)),
    packed: first(parcels.map((parcel) => parcel.packed_at)),
    shipped: first(parcels.map((parcel) => parcel.shipped_at)),
    delivered: parcels.every((parcel) => parcel.delivered_at !== null)
      ? last(parcels.map((parcel) => parcel.delivered_at))
      : null,
    canceled: iso(order.canceled_at),
  }
}

function iso(moment: string | Date | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
function first(moments: (string | Date | null)[]): string | null {
  return (
    moments
      .map(iso)
      .filter((moment) => moment !== null)
      .sort()[0] ?? null
  )
}
function last(moments: (string | Date | null)[]): string | null {
  return (
    moments
      .map(iso)
      .filter((moment) => moment !== null)
      .sort()
      .at(-1) ?? null
  )
}
