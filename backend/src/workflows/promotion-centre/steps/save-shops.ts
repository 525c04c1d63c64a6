import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import type { UpsertShopsInput } from '../workflows/upsert-shops'

interface SaveShopsInput {
  shops: UpsertShopsInput['shops']
  fairs: UpsertShopsInput['fairs']
  /** Sales channel by shop handle, for the shops that have one. */
  channels: Record<string, string>
}

/** Saves shops and fairs by handle; the undo restores the replaced ones and removes the new ones. */
export const saveShopsStep = createStep(
  'save-shops',
  async (input: SaveShopsInput, { container }) => {
    const centre: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    const shopsBefore = await centre.listShops({ handle: input.shops.map((shop) => shop.handle) }, { take: null })
    const fairsBefore = await centre.listFairs({ handle: input.fairs.map((fair) => fair.handle) }, { take: null })
    const shopIds = new Map(shopsBefore.map((shop) => [shop.handle, shop.id]))
    const fairIds = new Map(fairsBefore.map((fair) => [fair.handle, fair.id]))

    const shopRows = input.shops.map((shop) => toShopRow(shop, input.channels[shop.handle] ?? null))
    const fairRows = input.fairs.map(({ operatorProvince, ...fair }) => ({
      ...fair,
      operator_province: operatorProvince,
    }))
    const shops = [
      ...(await centre.createShops(shopRows.filter((row) => !shopIds.has(row.handle)))),
      ...(await centre.updateShops(withIds(shopRows, shopIds))),
    ]
    const fairs = [
      ...(await centre.createFairs(fairRows.filter((row) => !fairIds.has(row.handle)))),
      ...(await centre.updateFairs(withIds(fairRows, fairIds))),
    ]
    return new StepResponse(
      {
        shops: shops.map(({ id, handle, sales_channel_id }) => ({ id, handle, salesChannelId: sales_channel_id })),
        fairs: fairs.map(({ id, handle }) => ({ id, handle })),
      },
      {
        shopsBefore,
        fairsBefore,
        newShopIds: shops.filter((shop) => !shopIds.has(shop.handle)).map((shop) => shop.id),
        newFairIds: fairs.filter((fair) => !fairIds.has(fair.handle)).map((fair) => fair.id),
      },
    )
  },
  async (undo, { container }) => {
    if (!undo) return
    const centre: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    await centre.deleteShops(undo.newShopIds)
    await centre.deleteFairs(undo.newFairIds)
    await centre.updateShops(undo.shopsBefore)
    await centre.updateFairs(undo.fairsBefore)
  },
)

function toShopRow(shop: UpsertShopsInput['shops'][number], salesChannelId: string | null) {
  return {
    handle: shop.handle,
    name: shop.name,
    kind: shop.kind,
    operator_province: shop.operatorProvince,
    location: shop.location,
    product_count: shop.productCount,
    producer_count: shop.producerCount,
    year: shop.year,
    status: shop.status,
    source: shop.source,
    note: shop.note,
    sales_channel_id: salesChannelId,
  }
}

function withIds<T extends { handle: string }>(rows: T[], ids: Map<string, string>): (T & { id: string })[] {
  return rows.flatMap((row) => {
    const id = ids.get(row.handle)
    return id ? [{ ...row, id }] : []
  })
}
