import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import { centreSale } from '../../../../../centres/read-sales'
import { neverCache } from '../../../../../http/cache-headers'

/** `GET /official/centre/sales/:sale`: one sale, for its receipt. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  neverCache(res)
  res.json({ sale: await centreSale(req.scope, centreId, String(req.params.sale)) })
}
