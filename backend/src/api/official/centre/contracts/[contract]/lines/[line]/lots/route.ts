import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../../../centres/at-centre'
import { deliverableLots } from '../../../../../../../../centres/contracts/deliveries'
import { neverCache } from '../../../../../../../../http/cache-headers'

/** `GET /official/centre/contracts/:contract/lines/:line/lots`: lots of its producer's book that may be delivered today. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId, official } = atCentre(req, 'centre:stock')
  const [contractId, lineId] = [String(req.params.contract), String(req.params.line)]
  neverCache(res)
  res.json({ lots: await deliverableLots(req.scope, centreId, { contractId, lineId, day: official.day }) })
}
