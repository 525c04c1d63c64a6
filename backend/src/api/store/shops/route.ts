import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { cachePublicly } from '../../../http/cache-headers'
import { PROMOTION_CENTRE_MODULE } from '../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../modules/promotion-centre/service'

/** `GET /store/shops`: shops of the promotion centres. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const centre: PromotionCentreModuleService = req.scope.resolve(PROMOTION_CENTRE_MODULE)
  const shops = await centre.listShops({}, { take: null, order: { handle: 'ASC' } })
  cachePublicly(res)
  res.json({
    shops: shops.map((shop) => ({
      handle: shop.handle,
      name: shop.name,
      kind: shop.kind,
      operatorProvince: shop.operator_province,
      location: shop.location,
      productCount: shop.product_count,
      producerCount: shop.producer_count,
      year: shop.year,
      status: shop.status,
      salesChannelId: shop.sales_channel_id,
      source: shop.source,
      ownedByCentre: shop.centre_id !== null,
      provinceCode: shop.province_code,
      address: shop.address,
      latitude: shop.latitude,
      longitude: shop.longitude,
      pickUp: shop.pick_up,
      sample: shop.sample,
    })),
  })
}
