import type { MedusaContainer } from '@medusajs/framework/types'
import { type Picture, vietnamDay } from '@sao-lang/traceability/verify'
import { type AddressRow, type Delivery, fromAddress } from '../checkout/delivery'
import type { DeliveryMethod } from '../checkout/delivery-methods'
import { paymentMethods } from '../checkout/payment-methods'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import type { GroupState, PaymentMethod, SellerOrderState } from '../modules/order-group/states'
import { decimal, toDong } from '../money/dong'
import { type OrderRecall, readRecalls } from '../orders/order-view'
import { type RefundAccountAsked, refundAccountAsked } from '../payments/refund-account'
import { goodsFacts } from './change-method'
import { type BuyerRefund, type OrderProgress, progressOf, refundsOf } from './order-progress'

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

export interface GroupOrder extends OrderProgress {
  id: string
  /** `SL-2611-0001AB/1`. */
  no: string
  producer: { handle: string; name: string }
  state: SellerOrderState
  deliveryMethod: DeliveryMethod
  shop: { handle: string; name: string; location: string | null } | null
  lines: GroupLine[]
  goods: number
  discount: number
  shipping: number
  total: number
  refunded: number
  moments: {
    confirmed: string | null
    packed: string | null
    shipped: string | null
    delivered: string | null
    closed: string | null
  }
  closeReason: string | null
  canCancel: boolean
  recalls: OrderRecall[]
}

/** An order group as its buyer sees it (docs/contracts.md). Money is whole đồng, moments are UTC. */
export interface GroupView {
  id: string
  displayNo: string
  placedAt: string
  state: Exclude<GroupState, 'placing'>
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
  refunded: number
  /** Refunds of money that paid no order. */
  otherRefunds: BuyerRefund[]
  /** Where refunds that a person pays go; null when none waits. */
  refundAccount: RefundAccountAsked | null
  canCancel: boolean
  canChangeTo: PaymentMethod[]
}

interface GroupRow {
  id: string
  display_no: string
  state: GroupState
  method: PaymentMethod
  email: string | null
  phone: string
  total: unknown
  placed_at: string | Date
  paid_at: string | Date | null
  expires_at: string | Date | null
}
interface SellerOrderRow {
  order_id: string
  position: number
  state: SellerOrderState
  delivery_method: DeliveryMethod
  shop_id: string | null
  goods: unknown
  discount: unknown
  shipping: unknown
  total: unknown
  refunded: unknown
  confirmed_at: string | Date | null
  packed_at: string | Date | null
  shipped_at: string | Date | null
  delivered_at: string | Date | null
  closed_at: string | Date | null
  close_reason: string | null
  producer: { handle: string; name: string } | null
  order: {
    shipping_address: AddressRow | null
    items: ItemRow[] | null
  } | null
}
interface ItemRow {
  id: string
  title: string
  variant_title: string | null
  product_id: string | null
  product_handle: string | null
  quantity: unknown
  unit_price: unknown
  adjustments: { amount: unknown }[] | null
}
interface ShopRow {
  id: string
  handle: string
  name: string
  location: string | null
}

const ORDER_FIELDS = [
  'order_id',
  'position',
  'state',
  'delivery_method',
  'shop_id',
  'goods',
  'discount',
  'shipping',
  'total',
  'refunded',
  'confirmed_at',
  'packed_at',
  'shipped_at',
  'delivered_at',
  'closed_at',
  'close_reason',
  'producer.handle',
  'producer.name',
  'order.shipping_address.*',
  'order.items.*',
  'order.items.adjustments.amount',
]

/** Reads a group for its buyer. Throws ApiError 404, also for one that is still being made. The caller has checked who asks. */
export async function readGroup(container: MedusaContainer, id: string): Promise<GroupView> {
  const [group] = await graph<GroupRow>(container, { entity: 'order_group', fields: ['*'], filters: { id } })
  if (!group || group.state === 'placing') throw new ApiError(404, 'not_found')
  const rows = await graph<SellerOrderRow>(container, {
    entity: 'seller_order',
    fields: ORDER_FIELDS,
    filters: { group_id: id },
    pagination: { order: { position: 'ASC' } },
  })
  const delivery = fromAddress(rows[0]?.order?.shipping_address, group.email)
  if (!delivery) throw new ApiError(404, 'not_found')
  const [pictures, shops, refunds, refundAccount] = await Promise.all([
    readPictures(container, rows),
    readShops(container, rows),
    refundsOf(container, id),
    refundAccountAsked(container, id),
  ])
  const progress = await progressOf(
    container,
    id,
    refunds,
    rows.map((row) => ({ id: row.order_id, state: row.state, atShop: row.shop_id !== null })),
  )
  const awaited = group.state === 'awaiting_payment'
  const orders = await Promise.all(
    rows.map(async (row) => ({
      ...toOrder(row, group, pictures, shops, await readRecalls(container, row.order_id)),
      ...(progress.get(row.order_id) ?? { parcels: [], returns: [], refunds: [], canAsk: null, unreadMessages: 0 }),
    })),
  )
  const sum = (of: (order: GroupOrder) => number) => orders.reduce((all, order) => all + of(order), 0)
  return {
    id: group.id,
    displayNo: group.display_no,
    placedAt: new Date(group.placed_at).toISOString(),
    state: group.state,
    method: group.method,
    paidAt: iso(group.paid_at),
    expiresAt: iso(group.expires_at),
    email: group.email,
    phone: group.phone,
    delivery,
    orders,
    itemTotal: sum((order) => order.goods),
    discountTotal: sum((order) => order.discount),
    shippingTotal: sum((order) => order.shipping),
    total: toDong(group.total),
    refunded: sum((order) => order.refunded),
    otherRefunds: refunds.filter(({ orderId }) => orderId === null),
    refundAccount,
    canCancel: awaited || (orders.some((order) => order.canCancel) && orders.every(isOpenOrCanceled)),
    canChangeTo: awaited ? await otherMethods(container, group, rows) : [],
  }
}

function isOpenOrCanceled({ canCancel, state }: GroupOrder): boolean {
  return canCancel || state === 'canceled'
}

async function otherMethods(
  container: MedusaContainer,
  group: GroupRow,
  rows: SellerOrderRow[],
): Promise<PaymentMethod[]> {
  const facts = await goodsFacts(
    container,
    rows.map((row) => row.order_id),
  )
  return paymentMethods({ ...facts, total: toDong(group.total) }, vietnamDay(new Date())).flatMap(
    ({ method, offered }) => (offered && method !== group.method ? [method] : []),
  )
}

async function readPictures(container: MedusaContainer, rows: SellerOrderRow[]): Promise<Map<string, Picture>> {
  const ids = rows.flatMap((row) => (row.order?.items ?? []).flatMap((item) => item.product_id ?? []))
  const products = await graph<{ id: string; listing_detail: { pictures: Picture[] } | null }>(container, {
    entity: 'product',
    fields: ['id', 'listing_detail.pictures'],
    filters: { id: ids },
    withDeleted: true,
  })
  return new Map(
    products.flatMap(({ id, listing_detail: listing }) => (listing?.pictures[0] ? [[id, listing.pictures[0]]] : [])),
  )
}

async function readShops(container: MedusaContainer, rows: SellerOrderRow[]): Promise<Map<string, ShopRow>> {
  const ids = rows.flatMap((row) => row.shop_id ?? [])
  if (ids.length === 0) return new Map()
  const shops = await graph<ShopRow>(container, {
    entity: 'shop',
    fields: ['id', 'handle', 'name', 'location'],
    filters: { id: ids },
    withDeleted: true,
  })
  return new Map(shops.map((shop) => [shop.id, shop]))
}

function toOrder(
  row: SellerOrderRow,
  group: GroupRow,
  pictures: ReadonlyMap<string, Picture>,
  shops: ReadonlyMap<string, ShopRow>,
  recalls: OrderRecall[],
): Omit<GroupOrder, keyof OrderProgress> {
  const shop = shops.get(row.shop_id ?? '')
  return {
    id: row.order_id,
    no: `${group.display_no}/${row.position}`,
    producer: { handle: row.producer?.handle ?? '', name: row.producer?.name ?? '' },
    state: row.state,
    deliveryMethod: row.delivery_method,
    shop: shop ? { handle: shop.handle, name: shop.name, location: shop.location } : null,
    lines: (row.order?.items ?? []).map((item) => toLine(item, pictures)),
    goods: toDong(row.goods),
    discount: toDong(row.discount),
    shipping: toDong(row.shipping),
    total: toDong(row.total),
    refunded: toDong(row.refunded),
    moments: {
      confirmed: iso(row.confirmed_at),
      packed: iso(row.packed_at),
      shipped: iso(row.shipped_at),
      delivered: iso(row.delivered_at),
      closed: iso(row.closed_at),
    },
    closeReason: row.close_reason,
    canCancel: row.state === 'to_confirm',
    recalls,
  }
}

function toLine(item: ItemRow, pictures: ReadonlyMap<string, Picture>): GroupLine {
  const quantity = decimal(item.quantity)
  const unitPrice = toDong(item.unit_price)
  const goods = unitPrice * quantity
  const discount = (item.adjustments ?? []).reduce((sum, { amount }) => sum + toDong(amount), 0)
  return {
    id: item.id,
    title: item.title,
    variantTitle: item.variant_title ?? '',
    handle: item.product_handle ?? '',
    picture: pictures.get(item.product_id ?? '') ?? null,
    quantity,
    unitPrice,
    goods,
    discount,
    total: goods - discount,
  }
}

function iso(moment: string | Date | null): string | null {
  return moment === null ? null : new Date(moment).toISOString()
}
