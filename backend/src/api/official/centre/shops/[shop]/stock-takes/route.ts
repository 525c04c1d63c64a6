import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { TakeBody } from '../../../../../../centres/bodies'
import { ownShop } from '../../../../../../centres/own-shop'
import { shopStockTakes, stockTakeSheet } from '../../../../../../centres/read-stock-takes'
import { openStockTake } from '../../../../../../centres/stock-takes'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/stock-takes`: counts of the shop. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:stock')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  neverCache(res)
  res.json({ takes: await shopStockTakes(req.scope, shop.id) })
}

/** `POST /official/centre/shops/:shop/stock-takes`: opens a count. */
export async function POST(req: MedusaRequest<TakeBody>, res: MedusaResponse): Promise<void> {
  const { centreId, official, by, note } = atCentre(req, 'centre:stock')
  const shopId = String(req.params.shop)
  const id = await openStockTake(req.scope, { centreId, shopId, blind: req.validatedBody.blind, by })
  await note('centre:open_count', { type: 'stock_take', id })
  neverCache(res)
  res.status(201).json({ take: await stockTakeSheet(req.scope, centreId, id, official.day) })
}
