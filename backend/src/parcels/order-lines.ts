import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { ApiError } from '../http/api-error'
import { decimal, toDong } from '../money/dong'
import { inTransaction } from '../money/in-transaction'

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
  /** Packages that lie in one of it, with lots of their own: itself, or what a gift set holds. */
  goods: { productId: string; title: string; each: number }[]
}

/** True for a line whose packages are goods of other listings. */
export function isSet(line: Pick<OrderLine, 'productId' | 'goods'>): boolean {
  return line.goods.length !== 1 || line.goods[0]?.productId !== line.productId || line.goods[0].each !== 1
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
  const lines = orders.map((order): [string, Omit<OrderLine, 'goods'>[]] => [
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
  ])
  const sets = lines.flatMap(([, each]) => each).filter(({ stock }) => stock.length > 1 || (stock[0]?.each ?? 1) !== 1)
  const goods = await goodsOfStock(
    container,
    sets.flatMap(({ stock }) => stock.map((part) => part.inventoryItemId)),
  )
  return new Map(
    lines.map(([id, each]) => [
      id,
      each.map((line) => {
        const parts = sets.includes(line)
          ? line.stock.flatMap((part) => {
              const found = goods.get(part.inventoryItemId)
              return found ? [{ ...found, each: part.each }] : []
            })
          : []
        return {
          ...line,
          goods: parts.length > 0 ? parts : [{ productId: line.productId, title: line.title, each: 1 }],
        }
      }),
    ]),
  )
}

/** The product whose single package an inventory item is. */
async function goodsOfStock(
  container: MedusaContainer,
  itemIds: readonly string[],
): Promise<Map<string, { productId: string; title: string }>> {
  if (itemIds.length === 0) return new Map()
  const rows = await inTransaction(container, (sql) =>
    sql.query<{ item: string; product_id: string; title: string; pack: string }>(
      `SELECT i.inventory_item_id AS item, p.id AS product_id, p.title, v.title AS pack FROM product_variant_inventory_item i
       JOIN product_variant v ON v.id = i.variant_id JOIN product p ON p.id = v.product_id
       WHERE i.inventory_item_id = ANY(?) AND i.deleted_at IS NULL AND i.required_quantity = 1
         AND NOT EXISTS (SELECT 1 FROM product_variant_inventory_item o
           WHERE o.variant_id = i.variant_id AND o.inventory_item_id <> i.inventory_item_id AND o.deleted_at IS NULL)`,
      [[...new Set(itemIds)]],
    ),
  )
  return new Map(rows.map((row) => [row.item, { productId: row.product_id, title: `${row.title} (${row.pack})` }]))
}

/** Lines of one order. Throws ApiError 404. */
export async function linesOfOrder(container: MedusaContainer, orderId: string): Promise<OrderLine[]> {
  const lines = (await linesOfOrders(container, [orderId])).get(orderId)
  if (!lines?.length) throw new ApiError(404, 'not_found')
  return lines
}
