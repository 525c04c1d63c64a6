import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { toDong } from '../money/dong'
import type { Sql } from '../money/in-transaction'
import { enqueueIn, productChanged } from '../outbox/enqueue'
import type { OrderLine } from './order-lines'

/** What goes back on which shelf. */
export interface ShelfMove {
  inventoryItemId: string
  locationId: string
  quantity: number
}

/** The shelves the goods of an order left, by its fulfilments; the same for all of its lines. Null when none was made. */
export async function shelfOf(container: MedusaContainer, orderId: string): Promise<string | null> {
  const [order] = await graph<{ fulfillments: { location_id: string | null }[] | null }>(container, {
    entity: 'order',
    fields: ['id', 'fulfillments.location_id'],
    filters: { id: orderId },
  })
  return order?.fulfillments?.find((each) => each.location_id !== null)?.location_id ?? null
}

/** What quantities of lines come to in stock items. */
export function shelfMoves(
  lines: readonly OrderLine[],
  back: ReadonlyMap<string, number>,
  locationId: string,
): ShelfMove[] {
  return lines.flatMap((line) =>
    line.stock.map(({ inventoryItemId, each }) => ({
      inventoryItemId,
      locationId,
      quantity: each * (back.get(line.id) ?? 0),
    })),
  )
}

/**
 * Puts sellable goods back into stock, in the transaction that notes that they are back: neither lost nor counted twice when the process
 * dies. Medusa keeps its numbers twice, so both are written. In: the moves, and the products whose pages change by it.
 */
export async function restockIn(sql: Sql, moves: readonly ShelfMove[], productIds: readonly string[]): Promise<void> {
  for (const { inventoryItemId, locationId, quantity } of moves) {
    if (toDong(quantity) <= 0) continue
    await sql.query(
      `UPDATE inventory_level SET stocked_quantity = stocked_quantity + ?,
         raw_stocked_quantity = jsonb_set(raw_stocked_quantity, '{value}', to_jsonb((stocked_quantity + ?)::text)), updated_at = now()
       WHERE inventory_item_id = ? AND location_id = ? AND deleted_at IS NULL`,
      [quantity, quantity, inventoryItemId, locationId],
    )
  }
  await enqueueIn(sql, productChanged(productIds))
}
