import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inspectorOf } from '../../../http/inspector-scope'
import { FINDINGS } from '../../../modules/inspection/findings'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'

/** `GET /inspector/me`: who is signed in, where they inspect, and what can be found. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { inspectorId, name, agency, provinces, sample } = inspectorOf(req.scope)
  const places: PlaceModuleService = req.scope.resolve(PLACE_MODULE)
  const known = await places.listProvinces({ code: [...provinces] }, { take: 34, order: { name: 'ASC' } })
  neverCache(res)
  res.json({
    inspector: { id: inspectorId, name, agency, sample },
    provinces: known.map((province) => ({ code: province.code, name: province.name })),
    findings: FINDINGS,
  })
}
