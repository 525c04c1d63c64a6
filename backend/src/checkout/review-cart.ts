import type { MedusaContainer } from '@medusajs/framework/types'
import { QueryContext } from '@medusajs/framework/utils'
import type { Picture } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { decimal, toDong } from '../money/dong'
import { type AddressRow, type Delivery, fromAddress } from './delivery'
import { judgeLines, type LineFacts, type LineProblem } from './judge-lines'

export interface ReviewLine {
  id: string
  title: string
  handle: string
  producer: { handle: string; name: string }
  picture: Picture | null
  quantity: number
  unitPrice: number
  currentPrice: number | null
  available: number | null
  problem: LineProblem
}

/** A cart as it would be ordered now; money is whole đồng. */
export interface CartReview {
  lines: ReviewLine[]
  itemTotal: number
  shippingTotal: number
  total: number
  /** True when nothing stands in the way of ordering. */
  ready: boolean
  delivery: Delivery | null
}

interface CartRow {
  id: string
  email: string | null
  currency_code: string
  region_id: string | null
  sales_channel_id: string | null
  completed_at: string | Date | null
  item_total: unknown
  shipping_total: unknown
  total: unknown
  shipping_address: AddressRow | null
  shipping_methods: { id: string }[] | null
  items: CartItemRow[] | null
}
interface CartItemRow {
  id: string
  title: string
  product_title: string | null
  product_handle: string | null
  variant_id: string | null
  quantity: unknown
  unit_price: unknown
  created_at: string | Date
}
interface VariantRow {
  id: string
  manage_inventory: boolean
  allow_backorder: boolean
  calculated_price: { calculated_amount: unknown } | null
  inventory_items: { inventory_item_id: string; required_quantity: unknown }[] | null
  product: {
    id: string
    title: string
    handle: string
    status: string
    listing_detail: { pictures: Picture[] } | null
    producer: { handle: string; name: string; status: string } | null
    sales_channels: { id: string }[] | null
  } | null
}
interface LevelRow {
  inventory_item_id: string
  stocked_quantity: unknown
  reserved_quantity: unknown
}

const CART_FIELDS = [
  'id',
  'email',
  'currency_code',
  'region_id',
  'sales_channel_id',
  'completed_at',
  'item_total',
  'shipping_total',
  'total',
  'shipping_address.*',
  'shipping_methods.id',
  'items.*',
]
const VARIANT_FIELDS = [
  'id',
  'manage_inventory',
  'allow_backorder',
  'calculated_price.*',
  'inventory_items.inventory_item_id',
  'inventory_items.required_quantity',
  'product.id',
  'product.title',
  'product.handle',
  'product.status',
  'product.listing_detail.pictures',
  'product.producer.handle',
  'product.producer.name',
  'product.producer.status',
  'product.sales_channels.id',
]

/**
 * Compares a cart with today's prices and stock. Changes nothing.
 * Throws ApiError 404 for an unknown cart and 409 `already_placed` for one that became an order.
 */
export async function reviewCart(container: MedusaContainer, cartId: string): Promise<CartReview> {
  const [cart] = await graph<CartRow>(container, { entity: 'cart', fields: CART_FIELDS, filters: { id: cartId } })
  if (!cart) throw new ApiError(404, 'not_found')
  if (cart.completed_at !== null) throw new ApiError(409, 'already_placed')

  const items = [...(cart.items ?? [])].sort(
    (a, b) => compareMoments(a.created_at, b.created_at) || compare(a.id, b.id),
  )
  const variants = await readVariants(container, cart, items)
  const free = await readFreeStock(container, cart.sales_channel_id, variants)
  const facts = items.map((item) => toFacts(item, variants.get(item.variant_id ?? ''), cart.sales_channel_id))
  const judgements = judgeLines(facts, free)

  const lines = items.map((item, index) => {
    const variant = variants.get(item.variant_id ?? '')
    const fact = facts[index]
    const judgement = judgements[index]
    return {
      id: item.id,
      title: variant?.product?.title ?? item.product_title ?? item.title,
      handle: variant?.product?.handle ?? item.product_handle ?? '',
      producer: {
        handle: variant?.product?.producer?.handle ?? '',
        name: variant?.product?.producer?.name ?? '',
      },
      picture: variant?.product?.listing_detail?.pictures[0] ?? null,
      quantity: decimal(item.quantity),
      unitPrice: toDong(item.unit_price),
      currentPrice: fact?.currentPrice ?? null,
      available: judgement?.available ?? null,
      problem: judgement?.problem ?? 'withdrawn',
    }
  })
  const delivery = fromAddress(cart.shipping_address, cart.email)
  return {
    lines,
    itemTotal: toDong(cart.item_total),
    shippingTotal: toDong(cart.shipping_total),
    total: toDong(cart.total),
    ready:
      lines.length > 0 &&
      lines.every((line) => line.problem === 'none') &&
      delivery !== null &&
      (cart.shipping_methods ?? []).length > 0,
    delivery,
  }
}

async function readVariants(
  container: MedusaContainer,
  cart: CartRow,
  items: CartItemRow[],
): Promise<Map<string, VariantRow>> {
  const ids = items.flatMap((item) => item.variant_id ?? [])
  if (ids.length === 0) return new Map()
  const rows = await graph<VariantRow>(container, {
    entity: 'variant',
    fields: VARIANT_FIELDS,
    filters: { id: ids },
    context: {
      calculated_price: QueryContext({ currency_code: cart.currency_code, region_id: cart.region_id ?? undefined }),
    },
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Free units by inventory item at the stock locations of the channel. */
async function readFreeStock(
  container: MedusaContainer,
  salesChannelId: string | null,
  variants: Map<string, VariantRow>,
): Promise<Map<string, number>> {
  const itemIds = [...variants.values()].flatMap((variant) =>
    (variant.inventory_items ?? []).map((item) => item.inventory_item_id),
  )
  if (itemIds.length === 0 || salesChannelId === null) return new Map()
  const [channel] = await graph<{ stock_locations: { id: string }[] | null }>(container, {
    entity: 'sales_channel',
    fields: ['stock_locations.id'],
    filters: { id: salesChannelId },
  })
  const levels = await graph<LevelRow>(container, {
    entity: 'inventory_level',
    fields: ['inventory_item_id', 'stocked_quantity', 'reserved_quantity'],
    filters: {
      inventory_item_id: itemIds,
      location_id: (channel?.stock_locations ?? []).map((location) => location.id),
    },
  })
  const free = new Map<string, number>()
  for (const level of levels) {
    const units = decimal(level.stocked_quantity) - decimal(level.reserved_quantity)
    free.set(level.inventory_item_id, (free.get(level.inventory_item_id) ?? 0) + units)
  }
  return free
}

function toFacts(item: CartItemRow, variant: VariantRow | undefined, salesChannelId: string | null): LineFacts {
  const product = variant?.product
  const onSale =
    product?.status === 'published' &&
    product.producer?.status === 'open' &&
    (product.sales_channels ?? []).some((channel) => channel.id === salesChannelId)
  const amount = variant?.calculated_price?.calculated_amount
  const keepsStock = variant?.manage_inventory === true && !variant.allow_backorder
  return {
    id: item.id,
    quantity: decimal(item.quantity),
    unitPrice: toDong(item.unit_price),
    currentPrice: onSale && amount !== null && amount !== undefined ? toDong(amount) : null,
    needs: keepsStock
      ? (variant.inventory_items ?? []).map((need) => ({
          itemId: need.inventory_item_id,
          perUnit: decimal(need.required_quantity),
        }))
      : [],
  }
}

function compareMoments(a: string | Date, b: string | Date): number {
  return new Date(a).getTime() - new Date(b).getTime()
}
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
