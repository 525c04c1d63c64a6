import { Modules } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import type { UpsertShopsInput } from '../workflows/upsert-shops'

/** Finds or makes the sales channel of every shop that wants one; the undo removes the new ones. Out: id by handle. */
export const findShopChannelsStep = createStep(
  'find-shop-channels',
  async (shops: UpsertShopsInput['shops'], { container }) => {
    const channels = container.resolve(Modules.SALES_CHANNEL)
    const wanted = shops.filter((shop) => shop.withSalesChannel)
    const existing = await channels.listSalesChannels({ name: wanted.map((shop) => shop.name) }, { take: null })
    const idOf = new Map(existing.map((channel) => [channel.name, channel.id]))
    const created = await channels.createSalesChannels(
      wanted
        .filter((shop) => !idOf.has(shop.name))
        .map((shop) => ({ name: shop.name, description: shop.location ?? undefined })),
    )
    for (const channel of created) idOf.set(channel.name, channel.id)
    const byHandle = Object.fromEntries(wanted.map((shop) => [shop.handle, idOf.get(shop.name) ?? '']))
    return new StepResponse(
      byHandle,
      created.map((channel) => channel.id),
    )
  },
  async (createdIds, { container }) => {
    if (!createdIds?.length) return
    await container.resolve(Modules.SALES_CHANNEL).deleteSalesChannels(createdIds)
  },
)
