import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../centres/at-centre'
import { consignableGoods } from '../../../../centres/read-centre'
import { neverCache } from '../../../../http/cache-headers'

/** `GET /official/centre/goods`: what producers with an agreement let the centre sell. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  neverCache(res)
  res.json({ goods: await consignableGoods(req.scope, centreId, official.day) })
}
