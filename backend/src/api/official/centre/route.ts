import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../centres/at-centre'
import { centreDesk } from '../../../centres/read-centre'
import { neverCache } from '../../../http/cache-headers'

/** `GET /official/centre`: the centre whose desk it is, with its shops and what waits at each. */
export async function GET(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { centreId } = atCentre(req, 'centre:sell')
  neverCache(res)
  res.json(await centreDesk(req.scope, centreId))
}
