import { MedusaError } from '@medusajs/framework/utils'
import { createStep, StepResponse } from '@medusajs/framework/workflows-sdk'
import { ApiError } from '../../../http/api-error'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import type { FoundCentreInput } from '../workflows/found-centre'

/** Makes the row of a promotion centre; the undo removes it. Throws as `foundCentreWorkflow` says. Out: the id. */
export const createCentreStep = createStep(
  'create-centre',
  async ({ provinceCode, name, unit, phone, email, sample }: FoundCentreInput, { container }) => {
    const places: PlaceModuleService = container.resolve(PLACE_MODULE)
    const [province] = await places.listProvinces({ code: provinceCode }, { take: 1 })
    if (!province) throw new ApiError(422, 'province_unknown', { field: 'provinceCode' })
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    const row = {
      province_code: provinceCode,
      name: name.trim(),
      unit: unit.trim(),
      phone: phone ?? null,
      email: email ?? null,
      sample: sample ?? false,
    }
    const centre = await centres.createPromotionCentres(row).catch((error: unknown) => {
      // The unique index of names in a province let another in first.
      if (MedusaError.isMedusaError(error)) throw new ApiError(409, 'centre_name_taken', { field: 'name' })
      throw error
    })
    return new StepResponse(centre.id, centre.id)
  },
  async (id, { container }) => {
    if (!id) return
    const centres: PromotionCentreModuleService = container.resolve(PROMOTION_CENTRE_MODULE)
    await centres.deletePromotionCentres([id])
  },
)
