import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import {
  createStockLocationsWorkflow,
  deleteStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from '@medusajs/medusa/core-flows'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import type { SaveShopInput } from '../workflows/save-shop'

/**
 * Gives the shop a stock location with its address, linked to its sales channel, when it has none yet. A location of the shop's name that
 * no shop has is taken, so that a run that was killed leaves no twin. The undo removes what was made.
 */
export const keepShopStockStep = createStep(
  'keep-shop-stock',
  async ({ shopId, details }: SaveShopInput, { container }) => {
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    const [shop] = shopId === null ? [] : await centres.listShops({ id: shopId }, { take: 1 })
    if (shop?.stock_location_id) {
      return new StepResponse({ stockLocationId: shop.stock_location_id, salesChannelId: shop.sales_channel_id }, null)
    }
    const locations = container.resolve(Modules.STOCK_LOCATION)
    const named = await locations.listStockLocations({ name: details.name }, { take: 10 })
    const taken = await centres.listShops({ stock_location_id: named.map(({ id }) => id) }, { take: null })
    const free = named.find(({ id }) => !taken.some((other) => other.stock_location_id === id))
    const location =
      free ??
      (
        await createStockLocationsWorkflow(container).run({
          input: {
            locations: [
              { name: details.name, address: { country_code: 'vn', address_1: details.address || details.name } },
            ],
          },
        })
      ).result[0]
    if (!location) throw new Error('The stock location could not be made.')
    const channels = container.resolve(Modules.SALES_CHANNEL)
    const channelId =
      shop?.sales_channel_id ??
      (await channels.createSalesChannels({ name: details.name, description: details.address })).id
    if (!free) {
      await linkSalesChannelsToStockLocationWorkflow(container).run({ input: { id: location.id, add: [channelId] } })
    }
    return new StepResponse(
      { stockLocationId: location.id, salesChannelId: channelId },
      {
        locationId: free ? null : location.id,
        channelId: shop?.sales_channel_id ? null : channelId,
      },
    )
  },
  async (made, { container }) => {
    if (made?.locationId) await deleteStockLocationsWorkflow(container).run({ input: { ids: [made.locationId] } })
    if (made?.channelId) await container.resolve(Modules.SALES_CHANNEL).deleteSalesChannels([made.channelId])
  },
)
