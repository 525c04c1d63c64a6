import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { inspectorOf } from '../../../http/inspector-scope'
import { FINDINGS } from '../../../modules/inspection/findings'
import { PLACE_MODULE } from '../../../modules/place'
import type { PlaceModuleService } from '../../../modules/place/service'

/** `GET /inspector/me`: who is signed in, where they inspect, what can be found, and the names of all provinces. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { inspectorId, name, agency, provinces, sample } = inspectorOf(req.scope)
  const places: PlaceModuleService = req.scope.resolve(PLACE_MODULE)
  const known = await places.listProvinces({}, { take: 34, order: { name: 'ASC' } })
  const everyProvince = known.map(({ code, name }) => ({ code, name }))
  neverCache(res)
  res.json({
    inspector: { id: inspectorId, name, agency, sample },
    provinces: everyProvince.filter(({ code }) => provinces.includes(code)),
    everyProvince,
    findings: FINDINGS,
  })
}
