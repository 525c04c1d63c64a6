import type { MedusaContainer } from '@medusajs/framework/types'
import { graph } from '../container/graph'
import { readStock } from './cart-rows'

/** A centre's shop where goods can be fetched, with the stock location they are reserved at. */
export interface PickUpShop {
  id: string
  handle: string
  name: string
  location: string | null
  locationId: string
}

/** Units of one inventory item that one producer's part of a cart takes. */
export interface Need {
  itemId: string
  units: number
}

interface ShopRow {
  id: string
  handle: string
  name: string
  location: string | null
  status: string
  sales_channel: { stock_locations: { id: string }[] | null } | null
}

/**
 * The shops that hold all of the goods now, each at one stock location: what is fetched at a shop is what lies there. A shop without a
 * sales channel of its own, or one that shares its location with the online channel, is no place to fetch from.
 * In: the needs of each producer; locations of the cart's channel. Out: by producer, in order of the shops' names.
 */
export async function pickUpShops(
  container: MedusaContainer,
  needs: ReadonlyMap<string, readonly Need[]>,
  onlineLocations: readonly string[],
): Promise<Map<string, PickUpShop[]>> {
  const itemIds = [...needs.values()].flatMap((each) => each.map((need) => need.itemId))
  if (itemIds.length === 0) return new Map()
  const rows = await graph<ShopRow>(container, {
    entity: 'shop',
    fields: ['id', 'handle', 'name', 'location', 'status', 'sales_channel.stock_locations.id'],
    filters: { sales_channel_id: { $ne: null } },
    pagination: { order: { name: 'ASC' } },
  })
  const shops = rows.flatMap((row) => {
    const [location, ...more] = row.sales_channel?.stock_locations ?? []
    if (!location || more.length > 0 || onlineLocations.includes(location.id)) return []
    return [{ id: row.id, handle: row.handle, name: row.name, location: row.location, locationId: location.id }]
  })
  const stock = await readStock(
    container,
    itemIds,
    shops.map((shop) => shop.locationId),
  )
  const free = new Map(stock.map((row) => [`${row.locationId}|${row.itemId}`, row.free]))
  return new Map(
    [...needs].map(([producerId, each]) => [
      producerId,
      each.length === 0
        ? []
        : shops.filter((shop) =>
            each.every((need) => (free.get(`${shop.locationId}|${need.itemId}`) ?? 0) >= need.units),
          ),
    ]),
  )
}
