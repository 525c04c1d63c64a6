import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import {
  deleteFulfillmentSetsWorkflow,
  deleteShippingOptionsWorkflow,
  deleteStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
} from '@medusajs/medusa/core-flows'
import { SHOP_NAMES } from '@sao-lang/backend/workflows/shop/steps/find-shop'
import { shopRows } from './shop.ts'

type Linked = { id: string }[] | null

interface SetUp {
  regions: { id: string; payment_providers: Linked }[]
  locations: { id: string; sales_channels: Linked; fulfillment_providers: Linked; fulfillment_sets: Linked }[]
  sets: { id: string; service_zones: Linked }[]
  options: { id: string; prices: Linked; service_zone: { fulfillment_set: { id: string } | null } | null }[]
}

/**
 * Takes away what a set-up killed on its way left half made: a region nobody can pay in, a stock location without its
 * links, a delivery without its price. The next set-up makes them anew. Changes nothing when all is whole, or nothing is
 * there yet, or when there is stock already: then the set-up was whole once and an operator has changed it since.
 */
export async function clearHalfMadeSetUp(container: MedusaContainer, locationName: string): Promise<void> {
  const found = await findSetUp(container, locationName)
  if (isWhole(found) || (await hasStock(container))) return
  const ids = (rows: { id: string }[]) => rows.map((row) => row.id)
  if (found.options.length > 0) {
    await deleteShippingOptionsWorkflow(container).run({ input: { ids: ids(found.options) } })
  }
  if (found.sets.length > 0) {
    await deleteFulfillmentSetsWorkflow(container).run({ input: { ids: ids(found.sets) } })
  }
  if (found.locations.length > 0) {
    await deleteStockLocationsWorkflow(container).run({ input: { ids: ids(found.locations) } })
  }
  // Not the workflow: it would keep the country bound to the region that is gone.
  await container.resolve(Modules.REGION).deleteRegions(ids(found.regions))
}

/** Opens the storefront's key to the online channel, when a killed set-up made the key and nothing more. */
export async function linkKeyToChannel(container: MedusaContainer, salesChannelId: string): Promise<void> {
  const keys = await shopRows<{ id: string; sales_channels: Linked }>(container, {
    entity: 'api_key',
    fields: ['id', 'sales_channels.id'],
    filters: { title: SHOP_NAMES.publishableKey, type: 'publishable' },
  })
  for (const key of keys) {
    if ((key.sales_channels ?? []).some((channel) => channel.id === salesChannelId)) continue
    await linkSalesChannelsToApiKeyWorkflow(container).run({ input: { id: key.id, add: [salesChannelId] } })
  }
}

async function findSetUp(container: MedusaContainer, locationName: string): Promise<SetUp> {
  return {
    regions: await shopRows(container, {
      entity: 'region',
      fields: ['id', 'payment_providers.id'],
      filters: { name: SHOP_NAMES.region },
    }),
    locations: await shopRows(container, {
      entity: 'stock_location',
      fields: ['id', 'sales_channels.id', 'fulfillment_providers.id', 'fulfillment_sets.id'],
      filters: { name: locationName },
    }),
    sets: await shopRows(container, {
      entity: 'fulfillment_set',
      fields: ['id', 'service_zones.id'],
      filters: { name: SHOP_NAMES.fulfillmentSet },
    }),
    options: await shopRows(container, {
      entity: 'shipping_option',
      fields: ['id', 'prices.id', 'service_zone.fulfillment_set.id'],
      filters: { name: SHOP_NAMES.shippingOption },
    }),
  }
}

async function hasStock(container: MedusaContainer): Promise<boolean> {
  const [, stocked] = await container.resolve(Modules.INVENTORY).listAndCountInventoryLevels({}, { take: 1 })
  return stocked > 0
}

function isWhole({ regions, locations, sets, options }: SetUp): boolean {
  const some = (linked: Linked | undefined) => (linked ?? []).length > 0
  const [location] = locations
  const [set] = sets
  const [option] = options
  return (
    some(regions[0]?.payment_providers) &&
    some(location?.sales_channels) &&
    some(location?.fulfillment_providers) &&
    (location?.fulfillment_sets ?? []).some((linked) => linked.id === set?.id) &&
    some(set?.service_zones) &&
    some(option?.prices) &&
    option?.service_zone?.fulfillment_set?.id === set?.id
  )
}
