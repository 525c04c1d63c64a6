import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { ownShop } from '../../../../../../centres/own-shop'
import { shopQueries } from '../../../../../../centres/read-sales'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/queries`: sales without a network that could not be booked. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  neverCache(res)
  res.json({ queries: await shopQueries(req.scope, shop.id) })
}
