import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../centres/at-centre'
import { centrePaper } from '../../../../../centres/read-centre'
import { neverCache } from '../../../../../http/cache-headers'

/** `GET /official/centre/papers/:paper`: one paper with its lines. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  neverCache(res)
  res.json({ paper: await centrePaper(req.scope, centreId, String(req.params.paper), official.day) })
}
