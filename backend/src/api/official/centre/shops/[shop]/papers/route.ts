import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import type { PaperBody } from '../../../../../../centres/bodies'
import { ownShop } from '../../../../../../centres/own-shop'
import { writePaper } from '../../../../../../centres/papers'
import { centrePaper, shopPapers } from '../../../../../../centres/read-centre'
import { neverCache } from '../../../../../../http/cache-headers'

/** `GET /official/centre/shops/:shop/papers`: the newest papers of the shop. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:stock')
  const shop = await ownShop(req.scope, centreId, String(req.params.shop))
  neverCache(res)
  res.json({ papers: await shopPapers(req.scope, shop) })
}

/** `POST /official/centre/shops/:shop/papers`: a receipt, a return, a loss or a move of goods. */
export async function POST(req: MedusaRequest<PaperBody>, res: MedusaResponse): Promise<void> {
  const { centreId, official, by, note } = atCentre(req, 'centre:stock')
  const { kind } = req.validatedBody
  const id = await writePaper(req.scope, { ...req.validatedBody, centreId, shopId: String(req.params.shop), by })
  await note('centre:paper', { type: 'consignment_paper', id }, { kind })
  neverCache(res)
  res.status(201).json({ paper: await centrePaper(req.scope, centreId, id, official.day) })
}
