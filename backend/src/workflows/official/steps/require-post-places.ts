import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import type { NewPost } from '../../../officials/check-posts'

/** Throws ApiError 422 for a post at a province that there is not, or at a commune or promotion centre that is not of its province. */
export const requirePostPlacesStep = createStep(
  'require-post-places',
  async (posts: Pick<NewPost, 'provinceCode' | 'communeCode' | 'centreId'>[], { container }) => {
    const places: PlaceModuleService = container.resolve(PLACE_MODULE)
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    for (const { provinceCode, communeCode, centreId } of posts) {
      if (provinceCode === null) continue
      const [province] = await places.listProvinces({ code: provinceCode }, { take: 1 })
      if (!province) throw new ApiError(422, 'province_unknown', { field: 'provinceCode' })
      if (centreId) {
        const [centre] = await centres.listPromotionCentres({ id: centreId, province_code: provinceCode }, { take: 1 })
        if (!centre) throw new ApiError(422, 'centre_unknown', { field: 'centreId' })
      }
      if (communeCode === null) continue
      const [commune] = await places.listCommunes({ code: communeCode, province_code: provinceCode }, { take: 1 })
      if (!commune) throw new ApiError(422, 'commune_not_in_province', { field: 'communeCode' })
    }
    return new StepResponse(null)
  },
)
