import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { neverCache } from '../../../http/cache-headers'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'
import { operatorActor } from '../../../officials/operator-actor'
import { foundCentreWorkflow } from '../../../workflows/promotion-centre/workflows/found-centre'
import type { NewCentreBody } from '../validators'

/** `GET /admin/promotion-centres`: the centres with the names of their shops, by province. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const promotion: PromotionCentreModuleService = req.scope.resolve(PROMOTION_CENTRE_MODULE)
  const centres = await promotion.listPromotionCentres({}, { take: null, order: { province_code: 'ASC', name: 'ASC' } })
  const shops = await promotion.listShops(
    { centre_id: centres.map(({ id }) => id) },
    { take: null, order: { name: 'ASC' } },
  )
  neverCache(res)
  res.json({
    centres: centres.map(({ id, name, unit, province_code, phone, email, status, sample }) => ({
      id,
      name,
      unit,
      provinceCode: province_code,
      phone,
      email,
      status,
      sample,
      shops: shops.filter(({ centre_id }) => centre_id === id).map((shop) => shop.name),
    })),
  })
}

/** `POST /admin/promotion-centres`: enters a centre, at which officials can then be given posts. */
export async function POST(req: AuthenticatedMedusaRequest<NewCentreBody>, res: MedusaResponse): Promise<void> {
  const { result } = await foundCentreWorkflow(req.scope).run({
    input: { ...req.validatedBody, by: await operatorActor(req) },
  })
  neverCache(res)
  res.status(201).json({ centre: { id: result } })
}
