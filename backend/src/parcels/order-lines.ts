import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { decimal, toDong } from '../money/dong'

/** A line of a seller order as packing and returns need it. Its quantity never changes once the order is placed. */
export interface OrderLine {
  id: string
  productId: string
  variantId: string | null
  title: string
  variantTitle: string | null
  quantity: number
  /** How many of which stock one of it is: more than one item for a gift set. */
  stock: { inventoryItemId: string; each: number }[]
}

interface OrderRow {
  id: string
  items:
    | {
        id: string
        product_id: string | null
        variant_id: string | null
        product_title: string | null
        title: string
        variant_title: string | null
        quantity: unknown
        variant: { inventory_items: { inventory_item_id: string; required_quantity: unknown }[] | null } | null
      }[]
    | null
}

/** Lines of orders, by order. Orders there are none of are left out. */
export async function linesOfOrders(
  container: MedusaContainer,
  orderIds: readonly string[],
): Promise<Map<string, OrderLine[]>> {
  if (orderIds.length === 0) return new Map()
  const orders = await graph<OrderRow>(container, {
    entity: 'order',
    // The quantity of an item is Medusa's to put together: it comes with the whole item only.
    fields: [
      ...['id', 'items.*'],
      ...['items.variant.inventory_items.inventory_item_id', 'items.variant.inventory_items.required_quantity'],
    ],
    filters: { id: [...orderIds] },
  })
  return new Map(
    orders.map((order) => [
      order.id,
      (order.items ?? []).map((item) => ({
        id: item.id,
        productId: item.product_id ?? '',
        variantId: item.variant_id,
        title: item.product_title ?? item.title,
        variantTitle: item.variant_title,
        quantity: toDong(item.quantity),
        stock: (item.variant?.inventory_items ?? []).map((each) => ({
          inventoryItemId: each.inventory_item_id,
          each: decimal(each.required_quantity),
        })),
      })),
    ]),
  )
}

/** Lines of one order. Throws ApiError 404. */
export async function linesOfOrder(container: MedusaContainer, orderId: string): Promise<OrderLine[]> {
  const lines = (await linesOfOrders(container, [orderId])).get(orderId)
  if (!lines?.length) throw new ApiError(404, 'not_found')
  return lines
}
