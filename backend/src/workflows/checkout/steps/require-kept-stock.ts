import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { graph } from '../../../container/graph'
import { ApiError } from '../../../http/api-error'
import { decimal } from '../../../money/dong'

interface ReservationRow {
  inventory_item_id: string
  location_id: string
}
interface LevelRow extends ReservationRow {
  stocked_quantity: unknown
  reserved_quantity: unknown
}

/**
 * After the reservation: nothing may be promised twice. Medusa checks each line by itself, so two lines of one cart can
 * reserve the last piece together. Throws ApiError 409 then, which undoes the order.
 */
export const requireKeptStockStep = createStep('require-kept-stock', async (orderId: string, { container }) => {
  const [order] = await graph<{ items: { id: string }[] | null }>(container, {
    entity: 'order',
    fields: ['items.id'],
    filters: { id: orderId },
  })
  const reservations = await graph<ReservationRow>(container, {
    entity: 'reservation',
    fields: ['inventory_item_id', 'location_id'],
    filters: { line_item_id: (order?.items ?? []).map((item) => item.id) },
  })
  if (reservations.length === 0) return new StepResponse(0)
  const levels = await graph<LevelRow>(container, {
    entity: 'inventory_level',
    fields: ['inventory_item_id', 'location_id', 'stocked_quantity', 'reserved_quantity'],
    filters: {
      inventory_item_id: reservations.map((row) => row.inventory_item_id),
      location_id: reservations.map((row) => row.location_id),
    },
  })
  const oversold = levels.some((level) => decimal(level.reserved_quantity) > decimal(level.stocked_quantity))
  if (oversold) throw new ApiError(409, 'cart_changed')
  return new StepResponse(levels.length)
})
