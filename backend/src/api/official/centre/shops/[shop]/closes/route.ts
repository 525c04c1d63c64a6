import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { CloseBody } from '../../../../../../centres/bodies'
import { closeTill, tillStanding } from '../../../../../../centres/close-till'
import { ownShop } from '../../../../../../centres/own-shop'
import { tillCloses } from '../../../../../../centres/read-sales'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/closes`: closes of the till, and how it stands since the last. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  const [closes, till] = await Promise.all([tillCloses(req.scope, shop.id), tillStanding(req.scope, shop.id)])
  neverCache(res)
  res.json({ closes, till })
}

/** `POST /official/centre/shops/:shop/closes`: closes the till by what was counted. */
export async function POST(req: MedusaRequest<CloseBody>, res: MedusaResponse): Promise<void> {
  const { centreId, by, note } = atCentre(req, 'centre:sell')
  const shopId = String(req.params.shop)
  const id = await closeTill(req.scope, { ...req.validatedBody, centreId, shopId, by })
  await note('centre:close_till', { type: 'till_close', id })
  const closes = await tillCloses(req.scope, shopId)
  neverCache(res)
  res.status(201).json({ close: closes.find((each) => each.id === id) })
}
