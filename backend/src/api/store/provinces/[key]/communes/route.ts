import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { ApiError } from '../../../../../http/api-error'
import { cachePublicly } from '../../../../../http/cache-headers'
import { PLACE_MODULE } from '../../../../../modules/place'
import type { PlaceModuleService } from '../../../../../modules/place/service'
import { inVietnameseOrder } from '../../../../../places/province-summaries'

/** `GET /store/provinces/:code/communes`: communes of a province in Vietnamese order. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const places: PlaceModuleService = req.scope.resolve(PLACE_MODULE)
  const communes = await places.listCommunes({ province_code: req.params.key }, { take: null })
  if (communes.length === 0) throw new ApiError(404, 'not_found')
  cachePublicly(res)
  res.json({ communes: inVietnameseOrder(communes).map(({ code, name, type }) => ({ code, name, type })) })
}
