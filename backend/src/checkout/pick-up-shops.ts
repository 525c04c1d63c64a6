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
  /** The centre that runs it. */
  centreId: string
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
  stock_location_id: string
  centre_id: string | null
}

/**
 * The shops that hold all of the goods now, each at one stock location: what is fetched at a shop is what lies there. A shop that shares its
 * location with the online channel is no place to fetch from.
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
    fields: ['id', 'handle', 'name', 'location', 'stock_location_id', 'centre_id'],
    filters: { pick_up: true, stock_location_id: { $ne: null }, centre_id: { $ne: null } },
    pagination: { order: { name: 'ASC' } },
  })
  const shops = rows.flatMap(({ id, handle, name, location, stock_location_id: locationId, centre_id: centreId }) =>
    centreId === null || onlineLocations.includes(locationId)
      ? []
      : [{ id, handle, name, location, locationId, centreId }],
  )
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
