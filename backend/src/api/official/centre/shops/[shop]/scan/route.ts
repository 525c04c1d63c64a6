import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { ScanQuery } from '../../../../../../centres/bodies'
import { scannedUnit } from '../../../../../../centres/check-labels'
import { ownShop } from '../../../../../../centres/own-shop'
import { shopGoods } from '../../../../../../centres/shop-goods'
import { ApiError } from '../../../../../../http/api-error'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/scan?code`: which goods of the shop a label on a package is of. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:sell')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  const { code } = req.validatedQuery as unknown as ScanQuery
  const unit = await scannedUnit(code)
  const goods = (await shopGoods(req.scope, shop.id, official.day, { all: true })).filter(
    ({ productId }) => productId === unit.productId,
  )
  const [first] = goods
  if (!first) throw new ApiError(422, 'goods_not_here', { extra: { scanned: code } })
  if (unit.recalled) throw new ApiError(422, 'lot_recalled', { extra: { product: first.productTitle } })
  const found = goods.find(({ lots }) => lots.some(({ lotNo }) => lotNo === unit.lotNo)) ?? first
  const lot = found.lots.find(({ lotNo }) => lotNo === unit.lotNo)
  neverCache(res)
  res.json({ variantId: found.variantId, lotNo: lot?.lotNo ?? null, unitCode: unit.code })
}
