// `medusa exec`: a shop with two products on stock, as Medusa's own workflows make it. Writes what the benchmark asks for to FILLED.
const { writeFileSync } = require('node:fs')
const { Modules } = require('@medusajs/framework/utils')
const flows = require('@medusajs/medusa/core-flows')

module.exports.default = async function fill({ container }) {
  const run = async (workflow, input) => (await workflow(container).run({ input })).result
  const [store] = await container.resolve(Modules.STORE).listStores({})
  const channel = store.default_sales_channel_id
  const [region] = await run(flows.createRegionsWorkflow, {
    regions: [{ name: 'Việt Nam', currency_code: 'vnd', countries: ['vn'], payment_providers: ['pp_system_default'] }],
  })
  const [location] = await run(flows.createStockLocationsWorkflow, {
    locations: [{ name: 'Kho', address: { country_code: 'vn', address_1: 'Kho' } }],
  })
  await run(flows.linkSalesChannelsToStockLocationWorkflow, { id: location.id, add: [channel] })
  const link = container.resolve('link')
  await link.create({
    [Modules.STOCK_LOCATION]: { stock_location_id: location.id },
    [Modules.FULFILLMENT]: { fulfillment_provider_id: 'manual_manual' },
  })
  await run(flows.createLocationFulfillmentSetWorkflow, {
    location_id: location.id,
    fulfillment_set_data: { name: 'Giao hàng', type: 'shipping' },
  })
  const fulfilment = container.resolve(Modules.FULFILLMENT)
  const [set] = await fulfilment.listFulfillmentSets({})
  const [zone] = await run(flows.createServiceZonesWorkflow, {
    data: [{ name: 'Toàn quốc', fulfillment_set_id: set.id, geo_zones: [{ type: 'country', country_code: 'vn' }] }],
  })
  const [profile] = await run(flows.createShippingProfilesWorkflow, { data: [{ name: 'Hàng', type: 'default' }] })
  const [option] = await run(flows.createShippingOptionsWorkflow, [
    {
      ...{ name: 'Giao', price_type: 'flat', provider_id: 'manual_manual', service_zone_id: zone.id },
      ...{ shipping_profile_id: profile.id, type: { label: 'Giao', description: 'Giao', code: 'flat' } },
      prices: [{ currency_code: 'vnd', amount: 30_000 }],
      rules: [
        { attribute: 'enabled_in_store', value: 'true', operator: 'eq' },
        { attribute: 'is_return', value: 'false', operator: 'eq' },
      ],
    },
  ])
  const products = await run(flows.createProductsWorkflow, {
    products: ['Chè', 'Mật ong'].map((title, index) => ({
      ...{ title, status: 'published', shipping_profile_id: profile.id, sales_channels: [{ id: channel }] },
      options: [{ title: 'Quy cách', values: ['Hộp'] }],
      variants: [
        {
          ...{ title: 'Hộp', sku: `sku-${index}`, manage_inventory: true, options: { 'Quy cách': 'Hộp' } },
          prices: [{ currency_code: 'vnd', amount: 120_000 }],
        },
      ],
    })),
  })
  const { data: items } = await container.resolve('query').graph({ entity: 'inventory_item', fields: ['id'] })
  await run(flows.createInventoryLevelsWorkflow, {
    inventory_levels: items.map(({ id }) => ({
      ...{ inventory_item_id: id, location_id: location.id, stocked_quantity: 1_000_000 },
    })),
  })
  const [key] = await run(flows.createApiKeysWorkflow, {
    api_keys: [{ title: 'Đo', type: 'publishable', created_by: '' }],
  })
  await run(flows.linkSalesChannelsToApiKeyWorkflow, { id: key.id, add: [channel] })
  writeFileSync(
    process.env.FILLED,
    JSON.stringify({
      ...{ publishableKey: key.token, regionId: region.id, shippingOptionId: option.id },
      variantIds: products.map(({ variants }) => variants[0].id),
    }),
  )
}
