import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { vietnamDay } from '@sao-lang/traceability/verify'
import { shopGoods } from '../../../../centres/shop-goods'
import { ApiError } from '../../../../http/api-error'
import { cachePublicly } from '../../../../http/cache-headers'
import { PROMOTION_CENTRE_MODULE } from '../../../../modules/promotion-centre'
import type { PromotionCentreModuleService } from '../../../../modules/promotion-centre/service'
import { namedPlaces } from '../../../../officials/place-names'

/** `GET /store/shops/:handle`: a shop and what is there now; badges are of items and of today, a shop has none (QĐ 950/QĐ-BCT). */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const promotion: PromotionCentreModuleService = req.scope.resolve(PROMOTION_CENTRE_MODULE)
  const [shop] = await promotion.listShops({ handle: String(req.params.handle) }, { take: 1 })
  if (!shop) throw new ApiError(404, 'not_found')
  const [[centre], goods, [place]] = await Promise.all([
    shop.centre_id === null ? [] : promotion.listPromotionCentres({ id: shop.centre_id }, { take: 1 }),
    shop.stock_location_id === null ? [] : shopGoods(req.scope, shop.id, vietnamDay(new Date())),
    namedPlaces(req.scope, [{ provinceCode: shop.province_code, communeCode: shop.commune_code }]),
  ])
  cachePublicly(res)
  res.json({
    shop: {
      handle: shop.handle,
      name: shop.name,
      kind: shop.kind,
      status: shop.status,
      location: shop.location,
      address: shop.address,
      communeName: place?.communeName ?? null,
      provinceName: place?.provinceName ?? null,
      provinceCode: shop.province_code,
      phone: shop.phone,
      openingHours: shop.opening_hours,
      latitude: shop.latitude,
      longitude: shop.longitude,
      pickUp: shop.pick_up,
      note: shop.note,
      source: shop.source,
      sample: shop.sample,
      centre: centre === undefined ? null : { name: centre.name, unit: centre.unit, sample: centre.sample },
    },
    goods: goods.map(
      ({
        variantId,
        variantTitle,
        productTitle,
        productHandle,
        producerName,
        producerHandle,
        badge,
        price,
        quantity,
        sample,
      }) => ({
        variantId,
        variantTitle,
        productTitle,
        productHandle,
        producerName,
        producerHandle,
        badge,
        price,
        quantity,
        sample,
      }),
    ),
  })
}
