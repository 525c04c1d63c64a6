import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import type { GoodsQuery, ShopBody } from '../../../../../centres/bodies'
import { tillStanding } from '../../../../../centres/close-till'
import { ownShop } from '../../../../../centres/own-shop'
import { shopGoods } from '../../../../../centres/shop-goods'
import { neverCache } from '../../../../../http/cache-headers'
import { saveShopWorkflow } from '../../../../../workflows/promotion-centre/workflows/save-shop'

/** `GET /official/centre/shops/:shop?all`: the shop, its goods by producer with badges of today, and how its till stands. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:sell')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  const { all } = req.validatedQuery as unknown as GoodsQuery
  const [goods, till] = await Promise.all([
    shopGoods(req.scope, shop.id, official.day, { all: all === 'true' }),
    tillStanding(req.scope, shop.id),
  ])
  neverCache(res)
  res.json({ shop, goods, till, asOf: new Date().toISOString() })
}

/** `POST /official/centre/shops/:shop`: changes the shop. */
export async function POST(req: MedusaRequest<ShopBody>, res: MedusaResponse): Promise<void> {
  const { centreId, actor } = atCentre(req, 'centre:manage')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  await saveShopWorkflow(req.scope).run({
    input: { shopId: shop.id, centreId, details: req.validatedBody, by: actor },
  })
  neverCache(res)
  res.json({ shop: await ownShop(req.scope, centreId, shop.id) })
}
