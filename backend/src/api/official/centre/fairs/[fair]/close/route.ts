import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { atCentre } from '../../../../../../centres/at-centre'
import { closeFair } from '../../../../../../centres/fairs/change-state'
import { neverCache } from '../../../../../../http/cache-headers'

/** `POST /official/centre/fairs/:fair/close`: closes it, once nothing is left at its booths. */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const id = String(req.params.fair)
  await closeFair(req.scope, atCentre(req, 'centre:manage'), id)
  neverCache(res)
  res.json({ id })
}
