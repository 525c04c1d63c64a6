import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import { inVietnameseOrder } from '../../../places/province-summaries'
import type { PlacesQuery } from '../validators'

/** `GET /admin/places?province`: all provinces, and the communes and promotion centres of one of them, for choosing where a post counts. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { province } = req.validatedQuery as unknown as PlacesQuery
  const places: PlaceModuleService = req.scope.resolve(PLACE_MODULE)
  const promotion: PromotionCentreModuleService = req.scope.resolve(PROMOTION_CENTRE_MODULE)
  const [provinces, communes, centres] = await Promise.all([
    places.listProvinces({}, { take: null }),
    province === undefined ? [] : places.listCommunes({ province_code: province }, { take: null }),
    province === undefined
      ? []
      : promotion.listPromotionCentres({ province_code: province, status: 'active' }, { take: null }),
  ])
  neverCache(res)
  res.json({
    provinces: inVietnameseOrder(provinces.map(({ code, name }) => ({ code, name }))),
    communes: inVietnameseOrder(
      communes.map(({ code, name, type }) => ({ code, name: `${name} (${type.toLowerCase()})` })),
    ),
    centres: inVietnameseOrder(centres.map(({ id, name }) => ({ id, name }))),
  })
}
