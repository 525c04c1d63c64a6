import type { MedusaContainer } from '@medusajs/framework/types'
import { QueryContext } from '@medusajs/framework/utils'
import type { Picture } from '@sao-lang/traceability/verify'
import { graph } from '../container/graph'
import { decimal } from '../money/dong'
import type { AddressRow } from './delivery'

export interface CartRow {
  id: string
  email: string | null
  currency_code: string
  region_id: string | null
  sales_channel_id: string | null
  completed_at: string | Date | null
  shipping_address: AddressRow | null
  customer: { id: string; has_account: boolean } | null
  items: CartItemRow[] | null
}
export interface CartItemRow {
  id: string
  title: string
  product_title: string | null
  product_handle: string | null
  variant_id: string | null
  quantity: unknown
  unit_price: unknown
  created_at: string | Date
}
export interface VariantRow {
  id: string
  title: string | null
  sku: string | null
  barcode: string | null
  weight: unknown
  manage_inventory: boolean
  allow_backorder: boolean
  calculated_price: { calculated_amount: unknown } | null
  inventory_items: { inventory_item_id: string; required_quantity: unknown }[] | null
  product: {
    id: string
    title: string
    handle: string
    status: string
    weight: unknown
    listing_detail: { pictures: Picture[]; sector: string } | null
    producer: { id: string; handle: string; name: string; status: string; legal_form: string } | null
    sales_channels: { id: string }[] | null
  } | null
}

const CART_FIELDS = [
  'id',
  'email',
  'currency_code',
  'region_id',
  'sales_channel_id',
  'completed_at',
  'shipping_address.*',
  'customer.id',
  'customer.has_account',
  'items.id',
  'items.title',
  'items.product_title',
  'items.product_handle',
  'items.variant_id',
  'items.quantity',
  'items.unit_price',
  'items.created_at',
]
const VARIANT_FIELDS = [
  'id',
  'title',
  'sku',
  'barcode',
  'weight',
  'manage_inventory',
  'allow_backorder',
  'calculated_price.*',
  'inventory_items.inventory_item_id',
  'inventory_items.required_quantity',
  'product.id',
  'product.title',
  'product.handle',
  'product.status',
  'product.weight',
  'product.listing_detail.pictures',
  'product.listing_detail.sector',
  'product.producer.id',
  'product.producer.handle',
  'product.producer.name',
  'product.producer.status',
  'product.producer.legal_form',
  'product.sales_channels.id',
]

/** A cart with its lines, the oldest first; null for an unknown one. */
export async function readCart(container: MedusaContainer, cartId: string): Promise<CartRow | null> {
  const [cart] = await graph<CartRow>(container, { entity: 'cart', fields: CART_FIELDS, filters: { id: cartId } })
  if (!cart) return null
  const items = [...(cart.items ?? [])].sort(
    (a, b) => new Date(a.created_at).getTime() - new Date(b.created_at).getTime() || (a.id < b.id ? -1 : 1),
  )
  return { ...cart, items }
}

/** The variants of a cart's lines at today's prices of its region, by id. */
export async function readVariants(container: MedusaContainer, cart: CartRow): Promise<Map<string, VariantRow>> {
  const ids = (cart.items ?? []).flatMap((item) => item.variant_id ?? [])
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

/** Free units (stocked minus reserved) of one inventory item at one stock location. */
export interface StockRow {
  itemId: string
  locationId: string
  free: number
}

/** What is free of the items at the locations. */
export async function readStock(
  container: MedusaContainer,
  itemIds: readonly string[],
  locationIds: readonly string[],
): Promise<StockRow[]> {
  if (itemIds.length === 0 || locationIds.length === 0) return []
  const levels = await graph<{
    inventory_item_id: string
    location_id: string
    stocked_quantity: unknown
    reserved_quantity: unknown
  }>(container, {
    entity: 'inventory_level',
    fields: ['inventory_item_id', 'location_id', 'stocked_quantity', 'reserved_quantity'],
    filters: { inventory_item_id: [...itemIds], location_id: [...locationIds] },
  })
  return levels.map((level) => ({
    itemId: level.inventory_item_id,
    locationId: level.location_id,
    free: decimal(level.stocked_quantity) - decimal(level.reserved_quantity),
  }))
}

/** Where the goods of a sales channel lie. */
export async function readLocations(container: MedusaContainer, salesChannelId: string | null): Promise<string[]> {
  if (salesChannelId === null) return []
  const [channel] = await graph<{ stock_locations: { id: string }[] | null }>(container, {
    entity: 'sales_channel',
    fields: ['stock_locations.id'],
    filters: { id: salesChannelId },
  })
  return (channel?.stock_locations ?? []).map((location) => location.id).sort()
}
