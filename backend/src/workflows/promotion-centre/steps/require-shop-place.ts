import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import type { SaveShopInput } from '../workflows/save-shop'

/** Throws ApiError 404 for a shop or centre that is not there for this centre, and 422 for a province or commune that does not fit. */
export const requireShopPlaceStep = createStep(
  'require-shop-place',
  async ({ shopId, centreId, details }: SaveShopInput, { container }) => {
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    const [centre] = await centres.listPromotionCentres({ id: centreId, status: 'active' }, { take: 1 })
    if (!centre) throw new ApiError(404, 'not_found')
    if (shopId !== null) {
      const [shop] = await centres.listShops({ id: shopId }, { take: 1 })
      if (!shop || (shop.centre_id !== null && shop.centre_id !== centreId)) throw new ApiError(404, 'not_found')
    }
    const places: PlaceModuleService = container.resolve(PLACE_MODULE)
    const { provinceCode, communeCode } = details
    const [province] = await places.listProvinces({ code: provinceCode }, { take: 1 })
    if (!province) throw new ApiError(422, 'province_unknown', { field: 'provinceCode' })
    if (communeCode === null) return new StepResponse(null)
    const [commune] = await places.listCommunes({ code: communeCode, province_code: provinceCode }, { take: 1 })
    if (!commune) throw new ApiError(422, 'commune_not_in_province', { field: 'communeCode' })
    return new StepResponse(null)
  },
)
