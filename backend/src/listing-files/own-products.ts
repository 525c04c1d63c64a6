import type { MedusaContainer } from '@medusajs/framework/types'
import { readOwnListings } from '../listings/own-listings'
import type { Sector } from '../modules/listing/sectors'
import { inTransaction } from '../money/in-transaction'
import { readOwnStock } from '../stock/own-stock'
import type { OwnProduct, OwnStockOf } from './plan-rows'

/** The listings of a producer as a file compares itself with them, and its stock. */
export async function ownProducts(
  container: MedusaContainer,
  producerId: string,
): Promise<{ products: OwnProduct[]; stock: OwnStockOf; sectors: ReadonlyMap<string, Sector> }> {
  const [listings, counted] = await Promise.all([
    readOwnListings(container, producerId),
    readOwnStock(container, producerId),
  ])
  const sectors = await inTransaction(container, (sql) =>
    sql.query<{ product_id: string; sector: Sector }>(
      'SELECT product_id, sector FROM listing_detail WHERE product_id = ANY(?) AND deleted_at IS NULL',
      [listings.map(({ productId }) => productId)],
    ),
  )
  return {
    products: listings.map(({ productId, version, title, description, label, packs, change }) => ({
      ...{ productId, version, title, description, label, packs },
      waiting: change?.state === 'submitted',
    })),
    stock: new Map(counted.map(({ variantId, stocked, reserved }) => [variantId, { stocked, reserved }])),
    sectors: new Map(sectors.map((row) => [row.product_id, row.sector])),
  }
}
