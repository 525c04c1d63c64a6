import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { openFair } from '../../../../../../centres/fairs/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/open`: opens it, and its counters with it. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.fair)
  await openFair(req.scope, atCentre(req, 'centre:manage'), id)
  neverCache(res)
  res.json({ id })
}
