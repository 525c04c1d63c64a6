import { ContainerRegistrationKeys, MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { CURRENCY } from '../../../money/dong'

/** What of the shop's set-up exists already; the rest is null. */
export interface FoundShop {
  storeId: string
  salesChannelId: string
  regionId: string | null
  stockLocationId: string | null
  fulfillmentSetId: string | null
  serviceZoneId: string | null
  shippingProfileId: string | null
  shippingOptionId: string | null
  publishableKey: { id: string; token: string } | null
}

/** Names by which the set-up finds its own parts again. */
export const SHOP_NAMES = {
  region: 'Việt Nam',
  fulfillmentSet: 'Giao hàng Sao Làng',
  serviceZone: 'Toàn quốc',
  shippingProfile: 'Hàng thường',
  shippingOption: 'Giao hàng tận nơi',
  publishableKey: 'Sao Làng',
} as const

/** Looks for what an earlier set-up has made. Changes nothing. */
export const findShopStep = createStep('find-shop', async (_: Record<string, never>, { container }) => {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const one = async (entity: string, filters: Record<string, unknown>, fields: string[]) => {
    const { data } = await query.graph({ entity, fields, filters } as Parameters<typeof query.graph>[0])
    return (data as Record<string, unknown>[])[0] as Record<string, string> | undefined
  }
  const store = await one('store', {}, ['id', 'default_sales_channel_id'])
  if (!store?.default_sales_channel_id) {
    throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, 'Medusa has not made its store yet.')
  }
  const key = await one('api_key', { title: SHOP_NAMES.publishableKey, type: 'publishable' }, ['id', 'token'])
  const found: FoundShop = {
    storeId: String(store.id),
    salesChannelId: store.default_sales_channel_id,
    regionId: (await one('region', { currency_code: CURRENCY }, ['id']))?.id ?? null,
    stockLocationId: (await one('stock_location', {}, ['id']))?.id ?? null,
    fulfillmentSetId: (await one('fulfillment_set', { name: SHOP_NAMES.fulfillmentSet }, ['id']))?.id ?? null,
    serviceZoneId: (await one('service_zone', { name: SHOP_NAMES.serviceZone }, ['id']))?.id ?? null,
    shippingProfileId: (await one('shipping_profile', { name: SHOP_NAMES.shippingProfile }, ['id']))?.id ?? null,
    shippingOptionId: (await one('shipping_option', { name: SHOP_NAMES.shippingOption }, ['id']))?.id ?? null,
    publishableKey: key?.id && key.token ? { id: key.id, token: key.token } : null,
  }
  return new StepResponse(found)
})
