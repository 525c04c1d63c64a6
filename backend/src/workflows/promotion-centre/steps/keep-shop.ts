import { randomUUID } from 'node:crypto'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import { foldText } from '../../../text/fold-text'
import type { SaveShopInput } from '../workflows/save-shop'

type KeepShopInput = SaveShopInput & { stockLocationId: string; salesChannelId: string | null }

interface Undo {
  madeId: string | null
  before: Awaited<ReturnType<PromotionCentreModuleService['retrieveShop']>> | null
}

/** Writes the row of a shop; the undo puts back what was, or removes it. Out: the id. */
export const keepShopStep = createStep(
  'keep-shop',
  async ({ shopId, centreId, details, stockLocationId, salesChannelId }: KeepShopInput, { container }) => {
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    const row = {
      name: details.name.trim(),
      kind: details.kind,
      status: details.status,
      centre_id: centreId,
      stock_location_id: stockLocationId,
      sales_channel_id: salesChannelId,
      province_code: details.provinceCode,
      commune_code: details.communeCode,
      address: details.address.trim() || null,
      phone: details.phone,
      opening_hours: details.openingHours,
      latitude: details.latitude,
      longitude: details.longitude,
      pick_up: details.pickUp,
      sign_note: details.signNote,
      note: details.note,
      ...(details.sample === undefined ? {} : { sample: details.sample }),
    }
    if (shopId === null) {
      const slug = foldText(details.name)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-|-$/g, '')
      const handle = `${slug}-${randomUUID().slice(0, 6)}`
      const made = await centres.createShops({ ...row, handle, source: '' })
      return new StepResponse<string, Undo>(made.id, { madeId: made.id, before: null })
    }
    const before = await centres.retrieveShop(shopId)
    await centres.updateShops({ id: shopId, ...row })
    return new StepResponse<string, Undo>(shopId, { madeId: null, before })
  },
  async (undo, { container }) => {
    if (!undo) return
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    if (undo.madeId) await centres.deleteShops([undo.madeId])
    if (undo.before) await centres.updateShops(undo.before)
  },
)
