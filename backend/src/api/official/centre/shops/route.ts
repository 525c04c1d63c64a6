import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import type { ShopBody } from '../../../../centres/bodies'
import { ownShop } from '../../../../centres/own-shop'
import { neverCache } from '../../../../http/cache-headers'
import { saveShopWorkflow } from '../../../../workflows/promotion-centre/workflows/save-shop'

/** `POST /official/centre/shops`: opens a shop of the centre. */
export async function POST(req: MedusaRequest<ShopBody>, res: MedusaResponse): Promise<void> {
  const { centreId, actor } = atCentre(req, 'centre:manage')
  const { result } = await saveShopWorkflow(req.scope).run({
    input: { shopId: null, centreId, details: req.validatedBody, by: actor },
  })
  neverCache(res)
  res.status(201).json({ shop: await ownShop(req.scope, centreId, result) })
}
