import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'
import { inVietnameseOrder } from '../../../places/province-summaries'
import type { PlacesQuery } from '../validators'

/** `GET /admin/places?province`: all provinces, and the communes of one of them, for choosing where a post counts. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { province } = req.validatedQuery as unknown as PlacesQuery
  const places: PlaceModuleService = req.scope.resolve(PLACE_MODULE)
  const [provinces, communes] = await Promise.all([
    places.listProvinces({}, { take: null }),
    province === undefined ? [] : places.listCommunes({ province_code: province }, { take: null }),
  ])
  neverCache(res)
  res.json({
    provinces: inVietnameseOrder(provinces.map(({ code, name }) => ({ code, name }))),
    communes: inVietnameseOrder(
      communes.map(({ code, name, type }) => ({ code, name: `${name} (${type.toLowerCase()})` })),
    ),
  })
}
