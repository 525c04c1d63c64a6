import { Modules } from '@medusajs/framework/utils'
import { createWorkflow, transform, WorkflowResponse, when } from '@medusajs/framework/workflows-sdk'
import {
  createApiKeysWorkflow,
  createLocationFulfillmentSetWorkflow,
  createRegionsWorkflow,
  createRemoteLinkStep,
  createServiceZonesWorkflow,
  createShippingOptionsWorkflow,
  createShippingProfilesWorkflow,
  createStockLocationsWorkflow,
  linkSalesChannelsToApiKeyWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
  updateSalesChannelsWorkflow,
  updateStoresWorkflow,
  useQueryGraphStep,
} from '@medusajs/medusa/core-flows'
import { CURRENCY, requireDong } from '../../../money/dong'
import { ensureDeliveryRateStep } from '../steps/ensure-delivery-rate'
import { findShopStep, SHOP_NAMES } from '../steps/find-shop'

export interface SetUpShopInput {
  storeName: string
  /** Flat delivery fee of one producer's goods, integer đồng, until there are other rates. */
  shippingFee: number
  stockLocation: { name: string; provinceName: string; address: string }
}

/**
 * Makes the commerce base once: VND region with cash on delivery, the online sales channel, one stock location, flat
 * delivery all over the country and the storefront's publishable key. Run again it finds what is there and adds the
 * rest. Prices are final: no tax is added on top.
 */
export const setUpShopWorkflow = createWorkflow('set-up-shop', (input: SetUpShopInput) => {
  const found = findShopStep({})
  const rate = transform({ input }, (data) => ({ fee: data.input.shippingFee }))
  ensureDeliveryRateStep(rate)

  const newRegion = when('region-missing', { found }, (data) => data.found.regionId === null).then(() =>
    createRegionsWorkflow.runAsStep({
      input: {
        regions: [
          {
            name: SHOP_NAMES.region,
            currency_code: CURRENCY,
            countries: ['vn'],
            payment_providers: ['pp_system_default'],
            automatic_taxes: false,
          },
        ],
      },
    }),
  )
  const newLocation = when('stock-location-missing', { found }, (data) => data.found.stockLocationId === null).then(
    () => {
      const locations = transform({ input }, ({ input: given }) => ({
        locations: [
          {
            name: given.stockLocation.name,
            address: {
              country_code: 'vn',
              province: given.stockLocation.provinceName,
              address_1: given.stockLocation.address,
            },
          },
        ],
      }))
      return createStockLocationsWorkflow.runAsStep({ input: locations })
    },
  )
  const newProfile = when('shipping-profile-missing', { found }, (data) => data.found.shippingProfileId === null).then(
    () =>
      createShippingProfilesWorkflow.runAsStep({
        input: { data: [{ name: SHOP_NAMES.shippingProfile, type: 'default' }] },
      }),
  )
  const ids = transform({ found, newRegion, newLocation, newProfile }, (data) => ({
    storeId: data.found.storeId,
    salesChannelId: data.found.salesChannelId,
    regionId: data.found.regionId ?? data.newRegion?.[0]?.id ?? '',
    stockLocationId: data.found.stockLocationId ?? data.newLocation?.[0]?.id ?? '',
    shippingProfileId: data.found.shippingProfileId ?? data.newProfile?.[0]?.id ?? '',
  }))

  const channelUpdate = transform({ ids, input }, (data) => ({
    selector: { id: data.ids.salesChannelId },
    update: { name: data.input.storeName },
  }))
  updateSalesChannelsWorkflow.runAsStep({ input: channelUpdate })
  const storeUpdate = transform({ ids, input }, (data) => ({
    selector: { id: data.ids.storeId },
    update: {
      name: data.input.storeName,
      supported_currencies: [{ currency_code: CURRENCY, is_default: true }],
      default_region_id: data.ids.regionId,
      default_location_id: data.ids.stockLocationId,
    },
  }))
  updateStoresWorkflow.runAsStep({ input: storeUpdate })

  when('stock-location-is-new', { found }, (data) => data.found.stockLocationId === null).then(() => {
    const channelLink = transform({ ids }, (data) => ({
      id: data.ids.stockLocationId,
      add: [data.ids.salesChannelId],
    }))
    linkSalesChannelsToStockLocationWorkflow.runAsStep({ input: channelLink })
    const providerLink = transform({ ids }, (data) => [
      {
        [Modules.STOCK_LOCATION]: { stock_location_id: data.ids.stockLocationId },
        [Modules.FULFILLMENT]: { fulfillment_provider_id: 'manual_manual' },
      },
    ])
    createRemoteLinkStep(providerLink).config({ name: 'link-fulfillment-provider' })
  })

  when('fulfillment-set-missing', { found }, (data) => data.found.fulfillmentSetId === null).then(() => {
    const set = transform({ ids }, (data) => ({
      location_id: data.ids.stockLocationId,
      fulfillment_set_data: { name: SHOP_NAMES.fulfillmentSet, type: 'shipping' },
    }))
    createLocationFulfillmentSetWorkflow.runAsStep({ input: set })
  })
  const { data: sets } = useQueryGraphStep({
    entity: 'fulfillment_set',
    fields: ['id'],
    filters: { name: SHOP_NAMES.fulfillmentSet },
  }).config({ name: 'find-fulfillment-set' })

  const newZone = when('service-zone-missing', { found }, (data) => data.found.serviceZoneId === null).then(() => {
    const zone = transform({ sets }, (data) => ({
      data: [
        {
          name: SHOP_NAMES.serviceZone,
          fulfillment_set_id: String(data.sets[0]?.id),
          geo_zones: [{ type: 'country' as const, country_code: 'vn' }],
        },
      ],
    }))
    return createServiceZonesWorkflow.runAsStep({ input: zone })
  })

  const newOption = when('shipping-option-missing', { found }, (data) => data.found.shippingOptionId === null).then(
    () => {
      const option = transform({ input, ids, found, newZone }, (data) => {
        requireDong(data.input.shippingFee, 'The delivery fee')
        return [
          {
            name: SHOP_NAMES.shippingOption,
            price_type: 'flat' as const,
            provider_id: 'manual_manual',
            service_zone_id: data.found.serviceZoneId ?? data.newZone?.[0]?.id ?? '',
            shipping_profile_id: data.ids.shippingProfileId,
            type: { label: SHOP_NAMES.shippingOption, description: 'Đồng giá toàn quốc', code: 'flat' },
            prices: [{ currency_code: CURRENCY, amount: data.input.shippingFee }],
            rules: [
              { attribute: 'enabled_in_store', value: 'true', operator: 'eq' as const },
              { attribute: 'is_return', value: 'false', operator: 'eq' as const },
            ],
          },
        ]
      })
      return createShippingOptionsWorkflow.runAsStep({ input: option })
    },
  )

  const newKey = when('publishable-key-missing', { found }, (data) => data.found.publishableKey === null).then(() => {
    const keys = createApiKeysWorkflow.runAsStep({
      input: { api_keys: [{ title: SHOP_NAMES.publishableKey, type: 'publishable', created_by: '' }] },
    })
    const keyLink = transform({ keys, ids }, (data) => ({
      id: String(data.keys[0]?.id),
      add: [data.ids.salesChannelId],
    }))
    linkSalesChannelsToApiKeyWorkflow.runAsStep({ input: keyLink })
    return keys
  })

  const result = transform({ ids, found, newOption, newKey }, (data) => ({
    regionId: data.ids.regionId,
    salesChannelId: data.ids.salesChannelId,
    stockLocationId: data.ids.stockLocationId,
    shippingProfileId: data.ids.shippingProfileId,
    shippingOptionId: data.found.shippingOptionId ?? data.newOption?.[0]?.id ?? '',
    publishableKey: data.found.publishableKey?.token ?? data.newKey?.[0]?.token ?? '',
  }))
  return new WorkflowResponse(result)
})
